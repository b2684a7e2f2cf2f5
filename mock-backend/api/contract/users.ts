import { z } from '@hono/zod-openapi';
import { Level, Levels } from './me.js';

/** Who else may use the account. @see domain.md §11 */

export const AccountUser = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    self: z.boolean(),
    levels: Levels,
  })
  .openapi('AccountUser');
export const UserList = z.object({ items: z.array(AccountUser) }).openapi('UserList');
export const GrantInput = z.strictObject({ level: Level }).openapi('GrantInput');
