import { z } from '@hono/zod-openapi';
import { AccountId, Instant } from './common.js';

/** What a token may be used for. `…:read` shows, `…:write` changes; the user's own rights still apply. */
export const Scope = z
  .enum([
    'core:read',
    'core:write',
    'billing:read',
    'billing:write',
    'telephony:read',
    'telephony:write',
    'vpbx:read',
    'vpbx:write',
    'docs:read',
    'docs:write',
  ])
  .openapi('Scope');
export type Scope = z.infer<typeof Scope>;

export const TokenInput = z
  .strictObject({
    clientId: z.string().min(1).max(128),
    clientSecret: z.string().min(1).max(256),
    user: z.string().min(1).max(128).openapi({ description: 'The subscriber’s user the token acts for' }),
    accounts: z
      .array(AccountId)
      .min(1)
      .max(100)
      .optional()
      .openapi({ description: 'Default: every account of the user' }),
    scopes: z.array(Scope).min(1).max(20).optional().openapi({ description: 'Default: all of the client’s' }),
    origin: z
      .string()
      .max(256)
      .regex(/^https?:\/\/[^/\s]+$/)
      .optional()
      .openapi({
        example: 'https://partner.example',
        description: 'The only page origin the token works on; default: any of the client’s',
      }),
    authenticatedAt: Instant.optional().openapi({
      description:
        'When the user last proved who he is to the client; sensitive actions are refused with REAUTH_REQUIRED after a while (ADM-8)',
    }),
  })
  .openapi('TokenInput');

export const Token = z
  .object({
    token: z.string(),
    expiresAt: Instant,
    accounts: z.array(AccountId),
    scopes: z.array(Scope),
    origin: z.string().nullable(),
  })
  .openapi('Token');
