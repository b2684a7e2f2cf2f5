import { Decimal } from 'decimal.js';
import type { OracleAccount } from './account.js';
import { rateOn } from './ledger.js';
import { type Entry, text } from './state.js';
import { DAY_MS, firstOfNext, local, midnightOf } from './time.js';

const KINDS = ['FEE', 'OPTION', 'CALLS', 'SMS', 'DATA', 'SETUP', 'PACKAGE', 'MIN_SPEND', 'CORRECTION', 'BONUS'];
const ZERO = new Decimal(0);
const sum = (amounts: readonly Decimal[]) => amounts.reduce((total, amount) => total.plus(amount), ZERO);

interface Line {
  readonly kind: string;
  readonly amount: Decimal;
  readonly net: Decimal;
  readonly vat: Decimal;
  readonly quantity: number;
}

/** Total of a month's entries up to and including a day on which they were posted or, for the month's own, took place. */
function blocksOf(account: OracleAccount, entries: readonly Entry[]) {
  const owners = [...account.numbers.map(({ number }) => number), null];
  return owners.flatMap((number) => {
    const lines = linesOf(
      account,
      entries.filter((entry) => entry.number === number),
    );
    return lines.length === 0 ? [] : [{ number, lines, subtotal: sum(lines.map(({ amount }) => amount)) }];
  });
}

function linesOf(account: OracleAccount, entries: readonly Entry[]): readonly Line[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.line, [...(groups.get(entry.line) ?? []), entry]);
  const days = new Map([...groups].map(([line, group]) => [line, group.map(({ day }) => day).sort()[0] ?? '']));
  return [...groups]
    .sort(
      ([lineA, [a]], [lineB, [b]]) =>
        KINDS.indexOf(a?.kind ?? '') - KINDS.indexOf(b?.kind ?? '') ||
        (days.get(lineA) ?? '').localeCompare(days.get(lineB) ?? '') ||
        (a?.kind === 'OPTION' ? lineA.localeCompare(lineB) : 0),
    )
    .flatMap(([, group]) => {
      const [first] = group;
      if (!first) return [];
      const amount = sum(group.map((entry) => entry.amount));
      const quantity = group.reduce((total, entry) => total + entry.quantity, 0);
      if (amount.isZero() && quantity === 0) return [];
      const rate = rateOn(account, first.day);
      const net = first.net
        ? sum(group.map((entry) => entry.net ?? ZERO))
        : rate === null
          ? amount
          : amount.times(100).div(new Decimal(rate).plus(100)).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
      return [{ kind: first.kind, amount, net, vat: amount.minus(net), quantity }];
    });
}

const shown = (lines: readonly Line[]) =>
  lines.map(({ kind, amount, net, vat, quantity }) => ({
    kind,
    amount: text(amount),
    net: text(net),
    vat: text(vat),
    ...(kind === 'FEE' ? {} : { quantity }),
  }));

function paid(account: OracleAccount, from: number, until: number): Decimal {
  return sum(account.payments.filter(({ at }) => at >= from && at < until).map(({ amount }) => amount));
}

/** The bills of all months that are issued, oldest first; `null` for a month without lines. */
export function bills(account: OracleAccount): readonly { readonly month: string; readonly is: object | null }[] {
  let opening = account.opening;
  return [...account.issued].sort().map((month) => {
    const blocks = blocksOf(
      account,
      account.entries.filter((entry) => entry.month === month),
    );
    const lines = blocks.flatMap((block) => block.lines);
    const total = sum(lines.map(({ amount }) => amount));
    const begin = midnightOf(`${month}-01`);
    const payments = paid(account, begin, firstOfNext(month));
    const closing = opening.plus(payments).minus(total);
    const later = paid(account, firstOfNext(month), Infinity);
    const owed = (debt: Decimal) => Decimal.max(0, Decimal.min(total, debt));
    const toPay = owed(closing.neg().minus(later));
    const is = {
      month,
      total: text(total),
      charges: text(sum(lines.map(({ amount }) => amount).filter((amount) => amount.gt(0)))),
      accruals: text(sum(lines.map(({ amount }) => amount).filter((amount) => amount.lt(0)))),
      net: text(sum(lines.map(({ net }) => net))),
      vat: text(sum(lines.map(({ vat }) => vat))),
      opening: text(opening),
      payments: text(payments),
      closing: text(closing),
      toPay: text(toPay),
      state: stateOf(account, month, toPay, owed(closing.neg())),
      blocks: {
        contains: blocks.map(({ number, lines: own, subtotal }) => ({
          number,
          subtotal: text(subtotal),
          lines: shown(own),
        })),
      },
    };
    opening = closing;
    return { month, is: lines.length === 0 ? null : is };
  });
}

function stateOf(account: OracleAccount, month: string, toPay: Decimal, before: Decimal): string {
  if (toPay.isZero()) return 'SETTLED';
  const due = local(firstOfNext(month) + (account.catalog.policy?.dueDays ?? 20) * DAY_MS).day;
  if (account.postpaid && local(account.now).day > due) return 'OVERDUE';
  return toPay.lt(before) ? 'PARTIALLY_PAID' : 'ISSUED';
}

/** The current statement: what was posted in the open month and lies before today. */
export function statement(account: OracleAccount): object {
  const { day, month, date } = local(account.now);
  const lines = blocksOf(
    account,
    account.entries.filter((entry) => entry.month === month && entry.day < day && entry.posted < day),
  ).flatMap((block) => block.lines);
  return {
    month,
    days: date - 1,
    total: text(sum(lines.map(({ amount }) => amount))),
    net: text(sum(lines.map(({ net }) => net))),
    vat: text(sum(lines.map(({ vat }) => vat))),
  };
}
