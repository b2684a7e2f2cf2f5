import { z } from '@hono/zod-openapi';
import { Day, Instant, Money, PhoneInput } from './common.js';

/** Forwarding and SIM cards. @see domain.md §7 */

export const ForwardingType = z.enum(['CFU', 'CFB', 'CFNRY', 'CFNRC']).openapi('ForwardingType');

export const ForwardingRule = z
  .object({
    type: ForwardingType,
    target: z.string(),
    active: z.boolean(),
    operative: z.boolean().openapi({ description: 'false while CFU is on: kept, but not used (FWD-2)' }),
    noReplySec: z.int().nullable().openapi({ description: 'CFNRY only: 5, 10, 15, 20, 25 or 30' }),
  })
  .openapi('ForwardingRule');

export const Forwarding = z
  .object({ number: z.string(), rules: z.array(ForwardingRule), asOf: Instant })
  .openapi('Forwarding');

export const ForwardingInput = z
  .strictObject({
    target: PhoneInput,
    noReplySec: z.int().min(0).max(600).optional(),
    active: z.boolean().default(true),
  })
  .openapi('ForwardingInput');

export const LegQuote = z
  .object({
    target: z.string().openapi({ description: 'The target in E.164' }),
    destination: z.string().nullable().openapi({ description: 'Code of its destination group; null: none matches' }),
    perMinute: Money.nullable().openapi({
      description:
        'A minute of the forwarded leg at the beginning of a call, up to 6 decimals; null: the tariff has no price for it',
    }),
    free: z.boolean().openapi({ description: 'The forwarded leg costs nothing' }),
    packaged: z.boolean().openapi({ description: 'Minutes of a package cover it while they last' }),
  })
  .openapi('LegQuote');

export const MmiInput = z
  .strictObject({ code: z.string().min(1).max(64).openapi({ example: '**61*+74950000002*11*25#' }) })
  .openapi('MmiInput');

export const PhoneState = z.enum(['FREE', 'BUSY', 'NO_ANSWER', 'UNREACHABLE']).openapi('PhoneState');
export const Route = z
  .object({
    reaches: z.string().nullable().openapi({ description: 'The number that rings in the end; null: nobody' }),
    by: z.union([ForwardingType, z.literal('DIRECT')]).nullable(),
  })
  .openapi('Route');

export const Sim = z
  .object({
    iccid: z.string(),
    form: z.enum(['PLASTIC', 'ESIM']),
    profile: z.enum(['RELEASED', 'DOWNLOADED', 'ENABLED']).nullable().openapi({
      description:
        'How far the profile of an eSIM has come: given out, in the telephone, switched on there; null: plastic',
    }),
    state: z.enum(['ASSIGNED', 'BOUND', 'LOST_BLOCKED']),
    number: z.string().nullable().openapi({ description: 'The number it is bound to; null: free' }),
    boundOn: Day.nullable(),
  })
  .openapi('Sim');
export const SimList = z.object({ items: z.array(Sim) }).openapi('SimList');
export const Puk = z
  .object({
    iccid: z.string(),
    puk: z.string().openapi({ example: '40718295', description: 'Eight digits that unlock the card' }),
  })
  .openapi('Puk');
export const SimInput = z.strictObject({ iccid: z.string().min(1).max(40) }).openapi('SimInput');
export const SimSwapInput = z
  .strictObject({
    iccid: z.string().min(1).max(40).openapi({ description: 'The new card' }),
    reason: z.enum(['CHANGE', 'LOST']).openapi({ description: 'CHANGE: the old card stays free; LOST: it is blocked' }),
  })
  .openapi('SimSwapInput');
