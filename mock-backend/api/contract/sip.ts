import { z } from '@hono/zod-openapi';
import { Instant, Money, MoneyInput, Phone, PhoneInput } from './common.js';

/** SIP accounts and the settings of their devices. @see domain.md §7.3 */

export const SipType = z.enum(['WEBPHONE', 'SOFTPHONE', 'DEVICE']).openapi('SipType');
const Codec = z.enum(['PCMA', 'PCMU', 'G722', 'OPUS', 'G729']).openapi('SipCodec');

const settings = {
  mac: z.string().max(32).nullable(),
  transport: z.enum(['UDP', 'TCP', 'TLS']),
  port: z.int(),
  codecs: z.array(Codec).max(10).openapi({ description: 'In order of preference' }),
  dtmf: z.enum(['RFC4733', 'INFO', 'INBAND']),
  natKeepAliveSec: z.int().openapi({ description: '0 (off) or 15…120' }),
  registerExpiresSec: z.int().openapi({ description: '60…3600' }),
  srtp: z.enum(['OFF', 'OPTIONAL', 'REQUIRED']).openapi({ description: 'REQUIRED needs TLS' }),
  allowedIps: z.array(z.string().max(64)).max(50).openapi({ description: 'CIDR, at most 20; empty: any' }),
  outgoingEnabled: z.boolean(),
  intlEnabled: z.boolean(),
};

export const Equipment = z
  .object({ ...settings, dailySpendLimit: Money.nullable() })
  .openapi('Equipment', { description: 'How a device is to be set up' });

export const SipRegistration = z
  .object({
    state: z.enum(['NEVER', 'REGISTERED', 'EXPIRED', 'REJECTED']),
    userAgent: z.string().nullable(),
    ip: z.string().nullable().openapi({ description: 'Masked' }),
    expiresAt: Instant.nullable(),
  })
  .openapi('SipRegistration');

export const SipAccount = z
  .object({
    id: z.string(),
    number: Phone,
    login: z.string(),
    domain: z.string(),
    name: z.string(),
    type: SipType,
    status: z.enum(['ACTIVE', 'DISABLED']).openapi({ description: 'DISABLED: too many wrong passwords (SIP-8)' }),
    hasPassword: z.boolean().openapi({ description: 'false: none was given out yet; ask for one by a reset' }),
    callerId: Phone,
    createdAt: Instant,
    registration: SipRegistration,
    equipment: Equipment,
    recommended: Equipment,
    lastOfNumber: z
      .boolean()
      .openapi({ description: 'Deleting it leaves a number without a SIM card unreachable (SIP-5)' }),
  })
  .openapi('SipAccount');

export const SipList = z
  .object({
    items: z.array(SipAccount),
    perNumber: z.int().openapi({ description: 'Accounts that a number may have' }),
    asOf: Instant,
  })
  .openapi('SipList');

export const SipInput = z
  .strictObject({ number: PhoneInput, name: z.string().min(1).max(200), type: SipType })
  .openapi('SipInput');

export const SipSecret = z
  .object({
    account: SipAccount,
    password: z.string().openapi({ description: 'Shown once, never returned again (SIP-3)' }),
    uri: z.string().openapi({ description: 'What the QR code of a softphone holds' }),
  })
  .openapi('SipSecret');

export const SipSettingsInput = z
  .strictObject({
    name: z.string().min(1).max(200),
    callerId: PhoneInput,
    equipment: z.strictObject({ ...settings, dailySpendLimit: MoneyInput.nullable() }),
  })
  .openapi('SipSettingsInput');
