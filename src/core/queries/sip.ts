import type { Answer } from '../../api/client.js';
import type { Query } from '../resource/query.js';

export type SipList = Answer<'/v1/accounts/{account}/sip'>;
export type SipAccount = SipList['items'][number];

/** SIP accounts of an account, with the settings of their devices; never with a password. */
export const sipOf = (account: string): Query<SipList> => ({
  key: `sip:${account}`,
  tags: ['sip'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/sip', { path: { account }, signal }),
});
