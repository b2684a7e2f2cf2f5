/** Folds entries of the detail into balance, day sums, package remainders and the growing lines of the month. */
import type { Entry, Event, Posting } from './events.js';
import { plus, scaleOf, sign, zero } from './money.js';
import type { AccountState, LineState } from './state.js';

const USAGE_KINDS: ReadonlySet<string> = new Set(['CALLS', 'SMS', 'DATA']);
/** What the subscriber's alert of daily spending counts (ALR-10): no monthly fee, no packages bought. */
const COUNTED_KINDS: ReadonlySet<string> = new Set(['CALLS', 'SMS', 'DATA', 'SETUP', 'OPTION']);

export function applyPosting(state: AccountState, posting: Posting | undefined): void {
  if (posting) state.balance = posting.balanceAfter;
}

export function applyEntry(state: AccountState, event: Extract<Event, { type: 'entry.posted' }>): void {
  const { entry } = event;
  state.entries += 1;
  applyPosting(state, event.posting);
  if (entry.day === state.day && sign(entry.amount) > 0) {
    if (USAGE_KINDS.has(entry.kind)) state.spent.usage = plus(state.spent.usage, entry.amount);
    if (COUNTED_KINDS.has(entry.kind)) state.spent.counted = plus(state.spent.counted, entry.amount);
  }
  applyToNumber(state, entry);
  addToLine(state, entry);
  if (entry.usage?.outcome === 'UNRATED') state.unrated.push(entry.id);
}

function applyToNumber(state: AccountState, entry: Entry): void {
  const number = state.numbers.find((candidate) => candidate.number === entry.number);
  if (!number) return;
  for (const { bucket: id, quantity } of entry.usage?.draws ?? []) {
    const bucket = number.buckets.find((candidate) => candidate.id === id);
    if (bucket) bucket.remaining -= quantity;
  }
  if (entry.kind === 'BONUS') {
    const month = entry.day.slice(0, 7);
    const earned = entry.vatIncluded ? entry.amount : entry.net;
    number.bonus[month] = plus(number.bonus[month] ?? zero(scaleOf(state.currency)), earned);
  }
  if (entry.paidThrough !== undefined) {
    number.paidThrough = entry.paidThrough;
    number.waits = null;
    if (entry.byDay) number.byDay = entry.month;
  }
}

function addToLine(state: AccountState, entry: Entry): void {
  const none = zero(scaleOf(state.currency));
  const month = (state.months[entry.month] ??= { lines: {} });
  const line: LineState = (month.lines[entry.line] ??= {
    number: entry.number,
    kind: entry.kind,
    from: entry.period.from,
    to: entry.period.to,
    subject: entry.subject,
    order: entry.order,
    vatRate: entry.vatRate,
    days: {},
  });
  if (entry.period.to > line.to) line.to = entry.period.to;
  const day = (line.days[entry.statementDay] ??= { quantity: 0, gross: none, net: none, vat: none });
  day.quantity += entry.quantity;
  if (entry.vatIncluded) {
    day.gross = plus(day.gross, entry.amount);
  } else {
    day.net = plus(day.net, entry.net);
    day.vat = plus(day.vat, entry.vat);
  }
}
