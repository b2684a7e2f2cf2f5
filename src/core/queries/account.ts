import type { Accounts } from '../session/accounts.js';

export { accountsQuery } from '../session/accounts.js';
export type Account = Accounts[number];

/** The account with this id among those of the user; `undefined` while they are not known or when it is not his. */
export const accountIn = (accounts: Accounts | null | undefined, id: string | undefined): Account | undefined =>
  accounts?.find((account) => account.id === id);

/** Whether the user may do this on the account; unknown counts as no: the server decides anyway. */
export const may = (account: Account | undefined, action: string): boolean => account?.permissions[action] === true;
