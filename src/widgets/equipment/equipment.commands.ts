import type { SipAccount } from '../../core/queries/sip.js';
import type { Command } from '../../core/resource/command.js';
import type { Equipment } from './equipment.model.js';

/** Saves the settings of one account as a whole. */
export const configure: Command<
  { account: string; sip: string; name: string; callerId: string; equipment: Equipment },
  SipAccount
> = {
  name: 'sip.configure',
  invalidates: ['sip'],
  repeats: true,
  run: (client, { account, sip, ...json }, options) =>
    client.put('/v1/accounts/{account}/sip/{sip}', { path: { account, sip }, json, ...options }),
};
