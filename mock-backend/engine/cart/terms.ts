/** What connecting a number or switching an option costs at the desk's instant. @see domain.md SRV-5, SRV-58 */
import { addMonths, daysLeft, firstDay, monthOf } from '../calendar.js';
import type { Option, Tariff } from '../catalog.js';
import type { Desk } from '../desk.js';
import { firstFee, hasFee, optionFee, restOfMonth } from '../fees.js';
import { Exact, isZero, minus, plus } from '../money.js';
import type { OrderQuote } from './state.js';
import { gross } from '../orders/connect.js';

export interface TermLine<Kind extends string> {
  readonly kind: Kind;
  readonly amount: string;
  /** Days of the month that it pays for; `null` = a one-off. */
  readonly days: number | null;
}

export interface ConnectTerms {
  readonly tariff: string;
  readonly lines: readonly TermLine<'SETUP' | 'NUMBER' | 'FEE' | 'MIN_SPEND'>[];
  /** What must be on the account (SRV-5). */
  readonly total: string;
  /** What is charged at once: the total without the minimum spend. */
  readonly now: string;
  /** Fee of a whole month; `null` = none. */
  readonly monthly: string | null;
}

/**
 * First payment of a number, line by line; their sum is what the money check asks for.
 *
 * @param price - One-off price of the number; `null` for one that comes back from hold, whose set-up was paid once.
 */
export function connectTerms(desk: Desk, tariff: Tariff, price: string | null): ConnectTerms {
  const isTest = tariff.status === 'TEST';
  const cost = (value: Exact) => gross(desk, tariff, value, desk.today);
  const setUpFee = new Exact(price === null || isTest ? 0 : (tariff.setupFee ?? 0));
  const setUp = cost(setUpFee);
  // Set-up and price of the number are one charge, rounded once: the second line is what the first leaves of it.
  const both = cost(setUpFee.plus(price === null || isTest ? 0 : price));
  const due = firstFee(tariff, desk.today, desk.scale);
  const fee = due ? cost(due.value) : desk.zero;
  const least = isTest ? desk.zero : cost(restOfMonth(tariff.minSpend ?? '0', desk.today));
  const lines = [
    { kind: 'SETUP', amount: setUp, days: null },
    { kind: 'NUMBER', amount: minus(both, setUp), days: null },
    { kind: 'FEE', amount: fee, days: due?.days ?? null },
    { kind: 'MIN_SPEND', amount: least, days: daysLeft(desk.today) },
  ] as const;
  return {
    tariff: tariff.code,
    lines: lines.filter(({ amount }) => !isZero(amount)),
    total: [both, fee, least].reduce(plus, desk.zero),
    now: plus(both, fee),
    monthly: hasFee(tariff) && tariff.fee ? cost(new Exact(tariff.fee.amount)) : null,
  };
}

/** The terms that a quote of a connection from hold remembers. */
export function reconnectTermsOf(quote: OrderQuote): ConnectTerms {
  return JSON.parse(quote.terms) as ConnectTerms;
}

export interface OptionTerms {
  readonly option: string;
  readonly on: boolean;
  readonly lines: readonly TermLine<'SETUP' | 'OPTION'>[];
  readonly now: string;
  readonly monthly: string | null;
  /** Day of the next charge; `null` = there is none. */
  readonly nextCharge: string | null;
}

/** What switching an option costs now and every month after; switching off costs nothing and returns nothing (SRV-60). */
export function optionTerms(desk: Desk, tariff: Tariff, option: Option, on: boolean): OptionTerms {
  const cost = (value: Exact) => gross(desk, tariff, value, desk.today);
  const monthly = cost(new Exact(option.fee ?? 0));
  const hasMonthly = !isZero(monthly);
  const setUp = on ? cost(new Exact(option.setupFee ?? 0)) : desk.zero;
  const fee = on ? cost(optionFee(desk, option)) : desk.zero;
  const lines = [
    { kind: 'SETUP', amount: setUp, days: null },
    { kind: 'OPTION', amount: fee, days: daysLeft(desk.today) },
  ] as const;
  return {
    option: option.code,
    on,
    lines: lines.filter(({ amount }) => !isZero(amount)),
    now: plus(setUp, fee),
    monthly: hasMonthly ? monthly : null,
    nextCharge: on && hasMonthly ? firstDay(addMonths(monthOf(desk.today), 1)) : null,
  };
}
