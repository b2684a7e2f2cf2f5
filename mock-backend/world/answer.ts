/** Answers the questions of FORMAT §6. */
import * as accountAnswers from '../engine/answers/account.js';
import { alertOf, detail, postingOf, rated } from '../engine/answers/records.js';
import { bill, bills, statement, summary, type View } from '../engine/billing/documents.js';
import { isDay, Zone } from '../engine/calendar.js';
import type { Catalogue } from '../engine/catalogue.js';
import { refuse } from '../engine/errors.js';
import type { Entry, Event } from '../engine/events.js';
import type { Query } from '../engine/query.js';
import type { AccountState, NumberState } from '../engine/state.js';
import { rulesOf } from '../engine/telephony/commands.js';
import { route } from '../engine/telephony/route.js';
import type { ScanRange, Store } from '../store/port.js';
import { type Accounts, eventOf } from './accounts.js';
import { brokenInvariants } from './invariants.js';
import { explainQuery } from './explain.js';

/** What answers need of the world. */
export interface Answerer {
  readonly accounts: Accounts;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly instant: number;
  authorise(query: Query, account: string, user: string | undefined, number?: string): void;
}

/** @throws {Refusal} `NOT_FOUND`, `FORBIDDEN`, `RANGE_INVALID` */
export async function answer(world: Answerer, query: Query, user: string | undefined): Promise<unknown> {
  switch (query.get) {
    case 'balance':
      return accountAnswers.balance(view(world, query, user));
    case 'statement':
      return statement(view(world, query, user));
    case 'bill':
      return bill(view(world, query, user), query.month);
    case 'bills':
      return bills(view(world, query, user));
    case 'summary':
      return summary(view(world, query, user), query.from, query.to);
    case 'payments':
      return accountAnswers.payments(view(world, query, user).state);
    case 'unrated':
      return [...view(world, query, user).state.unrated];
    case 'detail':
      return detailOf(world, view(world, query, user).state, query);
    case 'postings':
      return postings(world, view(world, query, user).state, query.from, query.to);
    case 'alerts':
      return alerts(world, view(world, query, user).state);
    case 'rated':
      return rated((await entryOf(world, query, query.id, user)).entry);
    case 'packages':
      return accountAnswers.packages(numberOf(world, query, user).number);
    case 'change':
      return accountAnswers.change(numberOf(world, query, user).number);
    case 'forwarding':
      return accountAnswers.forwarding(numberOf(world, query, user).number);
    case 'sim':
      return accountAnswers.sim(numberOf(world, query, user).number);
    case 'route': {
      const { state } = numberOf(world, query, user);
      const { reaches, by } = route(query.number, query.state, rulesOf({ state }));
      return { reaches, by };
    }
    case 'quote': {
      const account = world.accounts.accountOfQuote(query.as) ?? refuse('NOT_FOUND', { quote: query.as });
      world.authorise(query, account, user);
      const { id, expiresAt, ...quote } = world.accounts.state(account)?.quotes[query.as] ?? refuse('NOT_FOUND');
      return { ...quote, as: id, expiresAt: new Date(expiresAt).toISOString() };
    }
    case 'import': {
      world.authorise(query, '', user);
      const stored = (await world.store.fact(`import:${query.as}`)) ?? refuse('NOT_FOUND', { import: query.as });
      return JSON.parse(stored) as unknown;
    }
    case 'invariants': {
      world.authorise(query, '', user);
      const broken = await brokenInvariants(world);
      return { ok: broken.length === 0, broken };
    }
    case 'explain':
      return explainQuery(world, query, user);
  }
}

/** The account of a question. @throws {Refusal} `NOT_FOUND` */
export function view(
  world: Answerer,
  query: Query & { readonly account?: string },
  user: string | undefined,
): View & { readonly state: AccountState } {
  const { account = '' } = query;
  const state = world.accounts.state(account) ?? refuse('NOT_FOUND', { account });
  world.authorise(query, account, user);
  return { state, catalogue: world.catalogue, now: world.instant };
}

function numberOf(
  world: Answerer,
  query: Query & { readonly number: string },
  user: string | undefined,
): { readonly state: AccountState; readonly number: NumberState } {
  const account = world.accounts.accountOf(query.number) ?? refuse('NOT_FOUND', { number: query.number });
  world.authorise(query, account, user, query.number);
  const state = world.accounts.state(account) ?? refuse('NOT_FOUND');
  const number = state.numbers.find(({ number }) => number === query.number) ?? refuse('NOT_FOUND');
  return { state, number };
}

/** A record by its id. @throws {Refusal} `NOT_FOUND` */
export async function entryOf(
  world: Answerer,
  query: Query,
  id: string,
  user: string | undefined,
): Promise<{ readonly account: string; readonly entry: Entry }> {
  const stored = (await world.store.find(id)) ?? refuse('NOT_FOUND', { id });
  const event = eventOf(stored);
  if (event.type !== 'entry.posted') return refuse('NOT_FOUND', { id });
  world.authorise(query, stored.account, user, event.entry.number ?? undefined);
  return { account: stored.account, entry: event.entry };
}

/** Events of an account's journal. */
export async function eventsOf(world: Pick<Answerer, 'store'>, range: ScanRange): Promise<readonly Event[]> {
  const events: Event[] = [];
  for await (const stored of world.store.scan(range)) events.push(eventOf(stored));
  return events;
}

async function detailOf(world: Answerer, state: AccountState, query: Extract<Query, { get: 'detail' }>) {
  const { from, to, number, service } = query;
  checkRange(from, to);
  const events = await eventsOf(world, { account: state.id, types: ['entry.posted'], fromDay: from, toDay: to });
  const entries = events.flatMap((event) => (event.type === 'entry.posted' ? [event.entry] : []));
  return detail(state, entries, { ...(number === undefined ? {} : { number }), ...(service ? { service } : {}) });
}

async function postings(world: Answerer, state: AccountState, from: string | undefined, to: string | undefined) {
  checkRange(from, to);
  const zone = Zone.of(state.timezone);
  const events = await eventsOf(world, {
    account: state.id,
    types: ['account.opened', 'entry.posted', 'payment.made', 'payment.refunded', 'payment.reversed'],
  });
  return events.flatMap((event) => {
    const posting = postingOf(event);
    const day = zone.dayAt(event.at);
    if (!posting || (from !== undefined && day < from) || (to !== undefined && day > to)) return [];
    return [{ ...posting, at: zone.format(event.at) }];
  });
}

async function alerts(world: Answerer, state: AccountState) {
  const zone = Zone.of(state.timezone);
  const events = await eventsOf(world, { account: state.id, types: ['alert.sent'] });
  return events.flatMap((event) => alertOf(event, zone) ?? []);
}

function checkRange(from: string | undefined, to: string | undefined): void {
  if ((from !== undefined && !isDay(from)) || (to !== undefined && !isDay(to))) refuse('RANGE_INVALID');
  if (from !== undefined && to !== undefined && from > to) refuse('RANGE_INVALID');
}
