import type { components } from '../../api/schema.js';
import type { Query } from '../../core/resource/query.js';

export type Balance = components['schemas']['Balance'];

/** Balance, parts and locks of an account. @see domain.md §2 */
export const balanceOf = (account: string): Query<Balance> => ({
  key: `balance:${account}`,
  tags: ['balance'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/balance', { path: { account }, signal }),
});
