/** Checks the invariants of `domain.md` §16.4 over the whole world, from the journals and against the states. */
import { addDays, addMonths, lastDay, monthOf, Zone } from '../engine/calendar.js';
import { bill, statement, type View } from '../engine/billing/documents.js';
import type { Entry, Event } from '../engine/events.js';
import { compare, Exact, minus, negate, plus, scaleOf, zero } from '../engine/money.js';
import { postingOf } from '../engine/answers/records.js';
import type { AccountState, Sheet } from '../engine/state.js';
import { type Answerer, eventsOf } from './answer.js';

/** @returns One sentence for each broken invariant, its id first. */
export async function brokenInvariants(world: Answerer): Promise<readonly string[]> {
  const broken: string[] = [];
  const sims = new Map<string, string>();
  const payments = new Set<string>();
  for await (const account of world.accounts.ids()) {
    const state = await world.state(account);
    if (!state) continue;
    const say = (id: string, what: string) => broken.push(`${id}: account ${account}: ${what}`);
    const events = await eventsOf(world, { account });
    checkPostings(state, events, say);
    checkSheets({ state, catalogue: world.catalogue, now: world.instant }, events, say);
    checkFees(world, events, say);
    checkState(state, say);
    for (const { provider, txn } of state.payments) {
      const id = JSON.stringify([provider, txn]);
      if (payments.has(id)) say('I-7', `payment ${txn} was posted twice`);
      payments.add(id);
    }
    for (const { number, sim } of state.numbers) {
      if (sim === null) continue;
      if (sims.has(sim)) say('I-9', `card ${sim} is on ${number} and ${sims.get(sim) ?? ''}`);
      sims.set(sim, number);
    }
  }
  return broken;
}

type Say = (id: string, what: string) => void;

function checkPostings(state: AccountState, events: readonly Event[], say: Say): void {
  let balance = zero(scaleOf(state.currency));
  const seen = new Set<string>();
  for (const event of events) {
    const posting = postingOf(event);
    if (posting) {
      balance = plus(balance, posting.amount);
      if (balance !== posting.balanceAfter) say('I-6', `after ${posting.kind} the balance is not the sum of postings`);
      if (event.type.startsWith('alert.')) say('I-13', `${event.type} made a posting`);
    }
    if (event.type !== 'entry.posted') continue;
    if (seen.has(event.entry.id)) say('I-7', `record ${event.entry.id} was posted twice`);
    seen.add(event.entry.id);
    const { amount, net, vat } = event.entry;
    if (compare(plus(net, vat), amount) !== 0) say('I-3', `net and VAT of ${event.entry.id} do not make its amount`);
    if (compare(negate(amount), posting?.amount ?? '0') !== 0)
      say('I-14', `${event.entry.id} was posted with another amount`);
  }
  if (balance !== state.balance) say('I-6', 'the balance is not the sum of postings');
}

function checkSheets(view: View, events: readonly Event[], say: Say): void {
  const { state } = view;
  const none = zero(scaleOf(state.currency));
  const entries = events.flatMap((event): Entry[] => (event.type === 'entry.posted' ? [event.entry] : []));
  const sumOf = (chosen: (entry: Entry) => boolean) =>
    entries
      .filter(chosen)
      .map(({ amount }) => amount)
      .reduce(plus, none);
  let opening = state.opening;
  for (let month = monthOf(state.openedOn); month <= state.closed.month; month = addMonths(month, 1)) {
    const total = sumOf((entry) => entry.month === month);
    const issued = state.bills.find((candidate) => candidate.month === month);
    if (issued) {
      checkSheet(issued, `bill ${issued.number}`, say);
      if (issued.total !== total) say('I-4', `the records of ${month} do not sum to its bill`);
      if (issued.opening !== opening) say('I-2', `bill ${issued.number} does not begin where the one before ended`);
      if (issued.closing !== minus(plus(issued.opening, issued.payments), issued.total))
        say('I-2', `bill ${issued.number}`);
    } else if (compare(total, none) !== 0) say('I-4', `${month} has records and no bill`);
    opening = minus(plus(opening, state.paid[month] ?? none), total);
  }
  if (opening !== state.closed.closing) say('I-2', `${state.closed.month} does not close with what it should`);
  const current = statement(view);
  checkSheet(current, 'the statement', say);
  const yesterday = addDays(Zone.of(state.timezone).dayAt(view.now), -1);
  const complete = sumOf((entry) => entry.month === current.month && entry.statementDay <= yesterday);
  if (current.total !== complete) say('I-12', 'the statement has more, or less, than complete days');
  const open = bill(view, current.month);
  if (open && open.total !== current.total) say('I-4', 'the open bill is not the statement');
}

function checkSheet(sheet: Sheet, name: string, say: Say): void {
  const lines = sheet.blocks.flatMap((block) => {
    const sum = block.lines.reduce((total, { amount }) => total.plus(amount), new Exact(0));
    if (!sum.equals(block.subtotal)) say('I-1', `lines of ${block.number ?? 'the account'} on ${name}`);
    return block.lines;
  });
  const sum = lines.reduce((total, { amount }) => total.plus(amount), new Exact(0));
  if (!sum.equals(sheet.total)) say('I-1', `blocks of ${name}`);
  if (compare(plus(sheet.charges, sheet.accruals), sheet.total) !== 0) say('I-1', `charges and accruals of ${name}`);
  for (const { kind, amount, net, vat } of lines) {
    if (compare(plus(net, vat), amount) !== 0) say('I-3', `${kind} of ${name}`);
  }
}

/** Days of a whole month under a daily tariff sum to its fee. */
function checkFees(world: Answerer, events: readonly Event[], say: Say): void {
  const stays = new Map<string, { days: number; sum: Exact; entry: Entry }>();
  for (const event of events) {
    if (event.type !== 'entry.posted' || event.entry.kind !== 'FEE' || !event.entry.line.includes('|stay')) continue;
    const { entry } = event;
    const key = `${entry.month} ${entry.line}`;
    const priced = entry.vatIncluded ? entry.amount : entry.net;
    const before = stays.get(key);
    stays.set(key, {
      days: (before?.days ?? 0) + entry.quantity,
      sum: (before?.sum ?? new Exact(0)).plus(priced),
      entry,
    });
  }
  for (const { days, sum, entry } of stays.values()) {
    const fee = world.catalogue.tariff(entry.subject)?.fee?.amount;
    const inMonth = Number(lastDay(monthOf(entry.day)).slice(8));
    if (fee !== undefined && days === inMonth && !sum.equals(fee)) {
      say('I-5', `days of ${entry.month} on ${entry.number ?? ''} sum to ${sum.toFixed()}, not ${fee}`);
    }
  }
}

function checkState(state: AccountState, say: Say): void {
  for (const { number, buckets, change } of state.numbers) {
    for (const { id, remaining, nominal } of buckets) {
      if (remaining < 0 || remaining > nominal) say('I-8', `bucket ${id} has ${remaining} of ${nominal}`);
    }
    if (change && !state.numbers.some((candidate) => candidate.number === number && candidate.status === 'ACTIVE')) {
      say('I-10', `${number} is disconnected and has a change to come`);
    }
  }
  const owners = Object.values(state.users).filter(({ CORE }) => CORE === 'OWNER');
  if (owners.length > 1) say('I-11', `${owners.length} owners`);
  if (/"-0(\.0+)?"/.test(JSON.stringify(state))) say('I-15', 'a zero has a sign');
}
