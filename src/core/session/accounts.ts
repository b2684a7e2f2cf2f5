import type { Answer } from '../../api/client.js';
import type { Query } from '../resource/query.js';

export type Accounts = Answer<'/v1/accounts'>['items'];

/** Accounts the user may see, in the backend's order. */
export const accountsQuery: Query<Accounts> = {
  key: 'accounts',
  tags: ['accounts'],
  maxAge: 300_000,
  load: async (client, { signal }) => (await client.get('/v1/accounts', { signal })).items,
};
