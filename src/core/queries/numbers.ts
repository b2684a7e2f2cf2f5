import type { Answer } from '../../api/client.js';
import type { Query } from '../resource/query.js';

export type NumberList = Answer<'/v1/accounts/{account}/numbers'>;
export type NumberSummary = NumberList['items'][number];

/** Numbers of an account, as far as the user may see them. Shared by every widget that lets one be chosen. */
export const numbersOf = (account: string): Query<NumberList> => ({
  key: `numbers:${account}`,
  tags: ['numbers'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/numbers', { path: { account }, signal }),
});
