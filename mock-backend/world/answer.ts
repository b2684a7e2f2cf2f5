/** Answers the questions of FORMAT §6. */
import * as accountAnswers from '../engine/answers/account.js';
import { alertOf, detail, postingOf, rated } from '../engine/answers/records.js';
import { bill, bills, type Statement, statement, summary, type View } from '../engine/billing/documents.js';
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
import type { Finder } from './finder.js';
import { brokenInvariants } from './invariants.js';
import { explainQuery } from './explain.js';

/** What answers need of the world. */
export interface Answerer {
  readonly accounts: Pick<Accounts, 'ids' | 'seq'>;
  readonly find: Finder;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly instant: number;
  state(account: string): Promise<AccountState | undefined>;
  authorise(query: Query, state: AccountState | undefined, user: string | undefined, number?: string): void;
}

/** @throws {Refusal} `NOT_FOUND`, `FORBIDDEN`, `RANGE_INVALID` */
export async function answer(
  asked: Answerer,
  query: Query,
  user: string | undefined,
  of?: AccountState,
): Promise<unknown> {
  const world = of ? knowing(asked, of) : asked;
  switch (query.get) {
    case 'balance':
      return accountAnswers.balance(await view(world, query, user));
    case 'statement':
      return statementOf(world, await view(world, query, user));
    case 'bill':
      return bill(await view(world, query, user), query.month);
    case 'bills':
      return bills(await view(world, query, user));
    case 'summary':
      return summary(await view(world, query, user), query.from, query.to);
    case 'payments':
      return accountAnswers.payments((await view(world, query, user)).state);
    case 'unrated':
      return [...(await view(world, query, user)).state.unrated];
    case 'detail':
      return detailOf(world, (await view(world, query, user)).state, query);
    case 'postings':
      return postings(world, (await view(world, query, user)).state, query.from, query.to);
    case 'alerts':
      return alerts(world, (await view(world, query, user)).state);
    case 'rated':
      return rated((await entryOf(world, query, query.id, user)).entry);
    case 'packages':
      return accountAnswers.packages((await numberOf(world, query, user)).number);
    case 'change':
      return accountAnswers.change((await numberOf(world, query, user)).number);
    case 'forwarding':
      return accountAnswers.forwarding((await numberOf(world, query, user)).number);
    case 'sim':
      return accountAnswers.sim((await numberOf(world, query, user)).number);
    case 'route': {
      const { state } = await numberOf(world, query, user);
      const { reaches, by } = route(query.number, query.state, rulesOf({ state }));
      return { reaches, by };
    }
    case 'quote': {
      const account = (await world.find.ofQuote(query.as)) ?? refuse('NOT_FOUND', { quote: query.as });
      const state = await world.state(account);
      world.authorise(query, state, user);
      const { id, expiresAt, ...quote } = state?.quotes[query.as] ?? refuse('NOT_FOUND');
      return { ...quote, as: id, expiresAt: new Date(expiresAt).toISOString() };
    }
    case 'import': {
      world.authorise(query, undefined, user);
      const stored = (await world.store.fact(`import:${query.as}`)) ?? refuse('NOT_FOUND', { import: query.as });
      return JSON.parse(stored) as unknown;
    }
    case 'invariants': {
      world.authorise(query, undefined, user);
      const broken = await brokenInvariants(world);
      return { ok: broken.length === 0, broken };
    }
    case 'explain':
      return explainQuery(world, query, user);
  }
}

/** With one account that need not be read. */
function knowing(world: Answerer, known: AccountState): Answerer {
  const { accounts, find, catalogue, store, instant } = world;
  return {
    accounts,
    find,
    catalogue,
    store,
    instant,
    state: async (account) => (account === known.id ? known : world.state(account)),
    authorise: (...args) => world.authorise(...args),
  };
}

/** Statements of accounts in work: many pages ask for one between two changes of it. */
const statements = new WeakMap<AccountState, { readonly seq: number; readonly day: string; readonly is: Statement }>();

function statementOf(world: Answerer, asked: View): Statement {
  const { state } = asked;
  const seq = world.accounts.seq(state.id);
  const day = Zone.of(state.timezone).dayAt(asked.now);
  const known = statements.get(state);
  if (known && known.seq === seq && known.day === day) return known.is;
  const is = statement(asked);
  statements.set(state, { seq, day, is });
  return is;
}

/** The account of a question. @throws {Refusal} `NOT_FOUND` */
export async function view(
  world: Answerer,
  query: Query & { readonly account?: string },
  user: string | undefined,
): Promise<View & { readonly state: AccountState }> {
  const { account = '' } = query;
  const state = (await world.state(account)) ?? refuse('NOT_FOUND', { account });
  world.authorise(query, state, user);
  return { state, catalogue: world.catalogue, now: world.instant };
}

async function numberOf(
  world: Answerer,
  query: Query & { readonly number: string },
  user: string | undefined,
): Promise<{ readonly state: AccountState; readonly number: NumberState }> {
  const account = (await world.find.ofNumber(query.number)) ?? refuse('NOT_FOUND', { number: query.number });
  const state = await world.state(account);
  world.authorise(query, state, user, query.number);
  const number = state?.numbers.find(({ number }) => number === query.number);
  return state && number ? { state, number } : refuse('NOT_FOUND');
}

/** A record by its id. @throws {Refusal} `NOT_FOUND` */
export async function entryOf(
  world: Answerer,
  query: Query,
  id: string,
  user: string | undefined,
): Promise<{ readonly state: AccountState; readonly entry: Entry }> {
  const stored = (await world.store.find(id)) ?? refuse('NOT_FOUND', { id });
  const event = eventOf(stored);
  if (event.type !== 'entry.posted') return refuse('NOT_FOUND', { id });
  const state = (await world.state(stored.account)) ?? refuse('NOT_FOUND', { id });
  world.authorise(query, state, user, event.entry.number ?? undefined);
  return { state, entry: event.entry };
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
