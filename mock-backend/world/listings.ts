/** What an account is found by, without its state: its numbers, cards, payments, quotes and people. */
import { Zone } from '../engine/calendar.js';
import type { Event } from '../engine/events.js';
import type { AccountState, NumberState } from '../engine/state.js';
import type { Listing, Write } from '../store/port.js';

/** Goes up when other things are listed, or in another way: then all accounts are listed anew. */
export const LISTINGS_VERSION = '2';

export type ListingKind = 'number' | 'sim' | 'paid' | 'quote' | 'user';

/** What is to be known of a number that an account has or had. */
export interface ListedNumber {
  readonly kind: NumberState['kind'];
  readonly active: boolean;
  readonly holdUntil: string | null;
  readonly timezone: string;
  /** Times at which the account had it, milliseconds, `until` exclusive; `null`: it lasts. */
  readonly held: readonly { readonly from: number; readonly until: number | null }[];
}

/** What is to be known of the payments of one transaction: by whom, and when each was made. Providers name them without each other. */
export type ListedPayments = readonly { readonly provider: string; readonly at: number }[];

type Own = Write['listings'][number];

/** All that the account is found by. */
export function listingsOf(state: AccountState): readonly Own[] {
  return [
    ...state.numbers.map((number) => numberListing(state, number)),
    ...state.payments.map(({ txn }) => paymentListing(state, txn)),
    ...state.sims.map((iccid): Own => ({ kind: 'sim', key: iccid, value: true })),
    ...Object.keys(state.quotes).map((id): Own => ({ kind: 'quote', key: id, value: true })),
    ...Object.keys(state.users).map((user): Own => ({ kind: 'user', key: user, value: true })),
  ];
}

/**
 * What the events have changed of it.
 *
 * @param users - Those who were listed before.
 */
export function listingsAfter(state: AccountState, events: readonly Event[], users: readonly string[]): readonly Own[] {
  const listings = events.flatMap((event): readonly Own[] => {
    switch (event.type) {
      case 'number.connected':
      case 'number.closed':
        return state.numbers
          .filter(({ number }) => number === event.number)
          .map((number) => numberListing(state, number));
      case 'payment.made':
        return [paymentListing(state, event.payment.txn)];
      case 'sim.added':
        return [{ kind: 'sim', key: event.iccid, value: true }];
      case 'quote.made':
        return [{ kind: 'quote', key: event.quote.id, value: true }];
      case 'quote.expired':
        return [{ kind: 'quote', key: event.id, value: null }];
      default:
        return [];
    }
  });
  const now = Object.keys(state.users);
  const come = now.filter((user) => !users.includes(user)).map((key): Own => ({ kind: 'user', key, value: true }));
  const gone = users
    .filter((user) => state.users[user] === undefined)
    .map((key): Own => ({ kind: 'user', key, value: null }));
  // The last word counts: a number may be closed and connected by one command.
  const last = new Map([...listings, ...come, ...gone].map((own) => [`${own.kind} ${own.key}`, own]));
  return [...last.values()];
}

function numberListing({ timezone }: AccountState, number: NumberState): Own {
  return { kind: 'number', key: number.number, value: listedNumber(timezone, number) };
}

export function listedNumber(timezone: string, number: NumberState): ListedNumber {
  return {
    kind: number.kind,
    active: number.status === 'ACTIVE',
    holdUntil: number.holdUntil,
    timezone,
    held: heldOf(number),
  };
}

/** Its stays, those that follow each other joined. */
function heldOf({ stays }: NumberState): ListedNumber['held'] {
  const held: { from: number; until: number | null }[] = [];
  for (const { from, until } of stays) {
    const before = held.at(-1);
    if (before?.until === from) before.until = until;
    else held.push({ from, until });
  }
  return held;
}

function paymentListing({ payments }: AccountState, txn: string): Own {
  const value: ListedPayments = payments
    .filter((payment) => payment.txn === txn)
    .map(({ provider, at }) => ({ provider, at }));
  return { kind: 'paid', key: txn, value };
}

/** The account of the last payment among those listed under a transaction; of one provider, or whoever it was. */
export function lastPaid(listings: readonly Listing[], provider?: string): string | null {
  let last: { readonly account: string; readonly at: number } | null = null;
  for (const { account, value } of listings) {
    for (const { provider: by, at } of value as ListedPayments) {
      if ((provider === undefined || by === provider) && (last === null || at >= last.at)) last = { account, at };
    }
  }
  return last?.account ?? null;
}

/** What an account was listed under by version 1, and no more. */
export function outdated({ payments }: AccountState): readonly Own[] {
  return payments.flatMap(({ provider, txn }): readonly Own[] => [
    { kind: 'payment', key: JSON.stringify([provider, txn]), value: null },
    { kind: 'txn', key: txn, value: null },
  ]);
}

/** The account that had the number at the instant, or has or had it last. */
export function hadNumber(listings: readonly Listing[], at?: number): string | null {
  const numbers = listings.map(({ account, value }) => ({ account, held: (value as ListedNumber).held }));
  numbers.sort((one, other) => (one.held.at(-1)?.from ?? 0) - (other.held.at(-1)?.from ?? 0));
  const had =
    at === undefined
      ? undefined
      : numbers.findLast(({ held }) => held.some(({ from, until }) => from <= at && (until === null || until > at)));
  return (had ?? numbers.at(-1))?.account ?? null;
}

/** Whether the account has the number now, or it is on hold for it, which counts by its own day. */
export function holdOf(listed: ListedNumber, now: number): 'ACTIVE' | 'HOLD' | null {
  if (listed.active) return 'ACTIVE';
  const today = Zone.of(listed.timezone).dayAt(now);
  return listed.holdUntil !== null && listed.holdUntil > today ? 'HOLD' : null;
}
