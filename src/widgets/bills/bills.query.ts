import { isLkError } from '../../api/errors.js';
import type { components } from '../../api/schema.js';
import type { Query } from '../../core/resource/query.js';
import type { Place } from './bills.place.js';

type Schemas = components['schemas'];
export type Statement = Schemas['Statement'];
export type Bill = Schemas['Bill'];
export type BillSummary = Schemas['BillSummary'];
export type BillPage = Schemas['BillPage'];
export type BillBlock = Schemas['BillBlock'];
export type BillLine = Schemas['BillLine'];
export type BillDocument = Schemas['BillDocument'];
export type Payment = Schemas['Payment'];
export type PaymentPage = Schemas['PaymentPage'];
export type DocumentPage = Schemas['DocumentPage'];

/** Filters of the payments; an absent one filters nothing. Days are of the account's zone, both included. */
export interface PaymentFilter {
  from?: string;
  to?: string;
  method?: Payment['method'];
  state?: Payment['state'];
}

/** What a place of the widget shows. */
export type Content =
  | { at: 'statement'; data: Statement }
  | { at: 'bills'; data: BillPage }
  | { at: 'bill'; data: Bill }
  | { at: 'payments'; data: PaymentPage }
  | { at: 'documents'; data: DocumentPage };

/** Forty years of bills are one answer: the year is then chosen without asking again. */
const ALL = 500;

/** The question that a place asks; `null` is answered where there is no such bill. */
export function contentOf(account: string, { tab, month }: Place, filter: PaymentFilter): Query<Content | null> {
  const path = { account };
  const of = (name: string, tags: readonly string[], load: Query<Content | null>['load']): Query<Content | null> => ({
    key: `${name}:${account}`,
    tags,
    load,
  });

  if (month !== undefined) {
    return of(`bill:${month}`, ['bills'], async (client, { signal }) => {
      const path = { account, month };
      try {
        return { at: 'bill', data: await client.get('/v1/accounts/{account}/bills/{month}', { path, signal }) };
      } catch (reason) {
        if (isLkError(reason) && reason.status === 404) return null;
        throw reason;
      }
    });
  }
  switch (tab) {
    case 'statement':
      return of(tab, ['bills', 'balance'], async (client, { signal }) => ({
        at: tab,
        data: await client.get('/v1/accounts/{account}/statement', { path, signal }),
      }));
    case 'bills':
      return of(tab, ['bills'], async (client, { signal }) => ({
        at: tab,
        data: await client.get('/v1/accounts/{account}/bills', { path, query: { limit: ALL }, signal }),
      }));
    case 'payments': {
      const query = usable(filter);
      return of(`${tab}:${new URLSearchParams({ ...query })}`, ['payments'], async (client, { signal }) => ({
        at: tab,
        data: await client.get('/v1/accounts/{account}/payments', { path, query, signal }),
      }));
    }
    case 'documents':
      return of(tab, ['bills'], async (client, { signal }) => ({
        at: tab,
        data: await client.get('/v1/accounts/{account}/documents', { path, signal }),
      }));
  }
}

/** A period that ends before it begins is shown as wrong by its field; the list goes on without its beginning. */
function usable({ from, ...rest }: PaymentFilter): PaymentFilter {
  return from === undefined || (rest.to !== undefined && from > rest.to) ? rest : { from, ...rest };
}
