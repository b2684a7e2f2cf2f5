import type { Query } from '../../engine/query.js';
import type { Request } from './http.js';
import type { Known } from './subscriber.js';

/** Questions of the format as reads of `/v1`, and their answers brought back into the format's shape. */

export type SendRequest = (request: Request) => Promise<unknown>;

type Fields = Readonly<Record<string, unknown>>;

/** Path of the read that answers a question; `null` if only the operator can answer it. */
export function pathOf(query: Query, known: Known): string | null {
  const search = (fields: Readonly<Record<string, string | null | undefined>>) =>
    new URLSearchParams(Object.entries(fields).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
  if (query.get === 'explain' && query.id !== undefined) {
    const owner = known.records.get(query.id);
    const record = encodeURIComponent(query.id);
    return owner === undefined ? null : `/v1/accounts/${encodeURIComponent(owner)}/usage/${record}/explanation`;
  }
  if ('account' in query && query.account !== undefined) {
    if (!known.accounts.has(query.account)) return null;
    const account = `/v1/accounts/${encodeURIComponent(query.account)}`;
    switch (query.get) {
      case 'payments':
        return `${account}/payments`;
      case 'explain':
        // A line of a bill is explained to a subscriber; whole blocks and bills the operator is asked for.
        return query.kind === undefined || query.number === undefined
          ? null
          : `${account}/bills/${query.month}/explanation?${search({ number: query.number, kind: query.kind })}`;
      case 'balance':
      case 'statement':
      case 'bills':
        return `${account}/${query.get}`;
      case 'bill':
        return `${account}/bills/${query.month}`;
      case 'summary':
        return `${account}/summary?${search({ from: query.from, to: query.to })}`;
      case 'detail':
        return `${account}/usage?${search({ from: query.from, to: query.to, number: query.number, service: query.service })}`;
      case 'alerts':
        return `${account}/alerts/log`;
      default:
        return null;
    }
  }
  const owner = 'number' in query && query.number ? known.numbers.get(query.number) : undefined;
  if (owner === undefined || !('number' in query) || !query.number) return null;
  const number = `/v1/accounts/${encodeURIComponent(owner)}/numbers/${encodeURIComponent(query.number)}`;
  switch (query.get) {
    case 'packages':
    case 'forwarding':
      return `${number}/${query.get}`;
    case 'route':
      return `${number}/route?${search({ state: query.state })}`;
    case 'change':
    case 'sim':
      return number;
    default:
      return null;
  }
}

/** Asks, and shapes the answer as FORMAT.md §6 says. */
export async function answerOf(query: Query, path: string, send: SendRequest): Promise<unknown> {
  const answer = fields(await send({ method: 'GET', path }));
  switch (query.get) {
    case 'balance': {
      const locks = list(answer['locks']).map((lock) => fields(lock)['code']);
      return { ...answer, ...fields(answer['parts']), locks: locks.sort() };
    }
    case 'bills': {
      // The list has the heads of the bills; their lines are asked for one by one.
      const bills: unknown[] = [];
      for (const head of await pagesOf(path, answer, send)) {
        bills.push(await send({ method: 'GET', path: `${path}/${String(fields(head)['month'])}` }));
      }
      return bills;
    }
    case 'payments': {
      const payments = await pagesOf(path, answer, send);
      return payments.map(fields).reverse().map(withTxn);
    }
    case 'summary':
      return answer['months'];
    case 'detail': {
      const totals = fields(answer['totals']);
      const byService = list(totals['byService']).map(fields);
      return {
        ...totals,
        byService: Object.fromEntries(byService.map(({ service, amount }) => [String(service), amount])),
        events: answer['items'],
      };
    }
    case 'alerts':
      return notices([...list(answer['items'])].reverse().map(fields));
    case 'packages':
      return answer['items'];
    case 'forwarding':
      return answer['rules'];
    case 'change':
    case 'sim':
      return answer[query.get];
    default:
      return answer;
  }
}

/** The name of a payment is its provider's and its transaction's. */
function withTxn(payment: Fields): Fields {
  return { ...payment, txn: String(payment['id']).slice(String(payment['provider']).length + 1) };
}

/** The log has a row for each contact; the format, one notice with all of them. */
function notices(rows: readonly Fields[]): readonly Fields[] {
  const found: { event: unknown; at: unknown; value: unknown; contacts: unknown[] }[] = [];
  for (const { event, at, value, contact } of rows) {
    const last = found.at(-1);
    const same = last?.event === event && last?.at === at && last?.value === value && !last?.contacts.includes(contact);
    if (last && same) last.contacts.push(contact);
    else found.push({ event, at, value, contacts: [contact] });
  }
  return found;
}

async function pagesOf(path: string, first: Fields, send: SendRequest): Promise<readonly unknown[]> {
  const items = [...list(first['items'])];
  let cursor = first['nextCursor'];
  while (typeof cursor === 'string') {
    const page = fields(await send({ method: 'GET', path: `${path}?${new URLSearchParams({ cursor }).toString()}` }));
    items.push(...list(page['items']));
    cursor = page['nextCursor'];
  }
  return items;
}

/** The same with `{value, currency}` as the decimal string alone. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const { value: amount, currency } = fields(value);
  if (entries.length === 2 && typeof amount === 'string' && typeof currency === 'string') return amount;
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}

export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
