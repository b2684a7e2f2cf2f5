import { z } from '@hono/zod-openapi';
import { Instant } from './common.js';

/** The step that a sensitive action waits for: a code to another contact. @see domain.md ADM-8 */

const Challenge = z.string().min(1).max(2048).openapi({
  description: 'The parameter `challenge` of the problem OTP_REQUIRED: names one request, and opens no other',
});

export const StepUpContact = z
  .object({
    id: z.string(),
    channel: z.enum(['SMS', 'EMAIL']),
    masked: z.string().openapi({ example: '+7900•••0010' }),
  })
  .openapi('StepUpContact');

export const StepUp = z
  .object({
    contacts: z.array(StepUpContact).openapi({ description: 'Where the code may be sent; never the number concerned' }),
    sentTo: z.string().nullable().openapi({ description: 'The contact that has the code; null: none was sent yet' }),
    codeUntil: Instant.nullable(),
    resendAt: Instant.nullable().openapi({ description: 'No other code is sent before' }),
    attemptsLeft: z.int(),
    now: Instant,
  })
  .openapi('StepUp');

export const StepUpProof = z
  .object({
    proof: z
      .string()
      .openapi({ description: 'For the header `Step-Up-Proof` of the request that waits, and of no other' }),
    until: Instant.openapi({ description: 'By the wall clock' }),
  })
  .openapi('StepUpProof');

export const StepUpQuery = z.strictObject({ challenge: Challenge });
export const StepUpCodeInput = z
  .strictObject({ challenge: Challenge, contact: z.string().min(1).max(128) })
  .openapi('StepUpCodeInput');
export const StepUpConfirmation = z
  .strictObject({ challenge: Challenge, code: z.string().regex(/^\d{6}$/) })
  .openapi('StepUpConfirmation');
