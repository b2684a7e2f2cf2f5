import type { Answer } from '../../api/client.js';
import type { SipAccount, SipList } from '../../core/queries/sip.js';
import type { Command } from '../../core/resource/command.js';

/** A password and whose it is: the only moment at which it is known. */
export type SipSecret = Answer<'/v1/accounts/{account}/sip', 'post'>;

interface OfSip {
  readonly account: string;
  readonly sip: string;
}

const invalidates = ['sip'];

export const createSip: Command<
  { account: string; number: string; name: string; type: SipAccount['type'] },
  SipSecret
> = {
  name: 'sip.create',
  invalidates,
  repeats: true,
  run: (client, { account, ...json }, options) =>
    client.post('/v1/accounts/{account}/sip', { path: { account }, json, ...options }),
};

export const resetSip: Command<OfSip, SipSecret> = {
  name: 'sip.reset',
  invalidates,
  repeats: true,
  run: (client, path, options) => client.post('/v1/accounts/{account}/sip/{sip}/password', { path, ...options }),
};

export const deleteSip: Command<OfSip, SipList> = {
  name: 'sip.delete',
  invalidates,
  repeats: true,
  run: (client, path, options) => client.delete('/v1/accounts/{account}/sip/{sip}', { path, ...options }),
};
