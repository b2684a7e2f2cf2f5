/** What connecting a product or changing its resources costs at the desk's instant. @see domain.md PRD-4, SRV-2 */
import { addMonths, daysInMonth, daysLeft, firstDay, monthOf } from '../calendar.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { Exact, plus, round } from '../money.js';
import type { Resources } from './command.js';
import { offerOf, type ProductOffer, type ProductTariff } from './offers.js';
import type { Product } from './state.js';

export interface ProductLine {
  readonly kind: 'SETUP' | 'FEE' | 'OPTION';
  /** Code of a resource; `null` = the tariff itself. */
  readonly resource: string | null;
  /** Units that are paid for; 1 for the tariff. */
  readonly quantity: number;
  readonly amount: string;
  /** Days of the month that it pays for; `null` = a one-off. */
  readonly days: number | null;
}

export interface ProductTerms {
  readonly lines: readonly ProductLine[];
  /** Charged at once. */
  readonly now: string;
  /** Every month after. */
  readonly monthly: string;
  /** Amounts that become less later, and from which day; `null` = none do. */
  readonly later: { readonly resources: Resources; readonly effective: string } | null;
}

/** @throws {Refusal} `NOT_FOUND` */
export function tariffOf(type: string, code: string): { readonly offer: ProductOffer; readonly tariff: ProductTariff } {
  const offer = offerOf(type) ?? refuse('NOT_FOUND', { product: type });
  const tariff = offer.tariffs.find((one) => one.code === code) ?? refuse('NOT_FOUND', { tariff: code });
  return { offer, tariff };
}

/**
 * Amounts as asked for, the least where nothing is said.
 *
 * @throws {Refusal} `AMOUNT_OUT_OF_RANGE`, `NOT_FOUND` for a resource that the tariff does not have
 */
export function amountsOf(tariff: ProductTariff, asked: Resources): Record<string, number> {
  const unknown = Object.keys(asked).find((code) => !tariff.resources.some((one) => one.code === code));
  if (unknown !== undefined) refuse('NOT_FOUND', { resource: unknown });
  return Object.fromEntries(
    tariff.resources.map(({ code, min, max, included }) => {
      const amount = asked[code] ?? Math.max(min, included);
      if (!Number.isInteger(amount) || amount < min || amount > max) {
        refuse('AMOUNT_OUT_OF_RANGE', { min: String(min), max: String(max) });
      }
      return [code, amount];
    }),
  );
}

/** Fee of a whole month: the tariff and what its fee does not include. */
export function monthlyLines(tariff: ProductTariff, resources: Resources): Omit<ProductLine, 'days'>[] {
  return [
    { kind: 'FEE', resource: null, quantity: 1, amount: tariff.fee },
    ...tariff.resources.flatMap(({ code, included, price }): Omit<ProductLine, 'days'>[] => {
      const quantity = Math.max(0, (resources[code] ?? 0) - included);
      if (quantity === 0) return [];
      return [{ kind: 'OPTION', resource: code, quantity, amount: new Exact(price).times(quantity).toFixed(2) }];
    }),
  ];
}

export const connectTerms = (desk: Desk, tariff: ProductTariff, resources: Resources): ProductTerms => {
  const lines = monthlyLines(tariff, resources);
  const setup = desk.amount(tariff.setupFee);
  return termsOf(
    desk,
    [
      ...(setup === desk.zero
        ? []
        : [{ kind: 'SETUP', resource: null, quantity: 1, amount: setup, days: null } as const]),
      ...lines.map((line) => forTheRest(desk, line)),
    ],
    lines,
    null,
  );
};

/** More is paid for the rest of the month at once; less begins with the next month. */
export function changeTerms(desk: Desk, product: Product, tariff: ProductTariff, wanted: Resources): ProductTerms {
  const now = raised(product, wanted);
  const lines = monthlyLines(tariff, now).flatMap((line): ProductLine[] => {
    if (line.resource === null) return [];
    const before = monthlyLines(tariff, product.resources).find(({ resource }) => resource === line.resource);
    const quantity = line.quantity - (before?.quantity ?? 0);
    if (quantity <= 0) return [];
    const price = tariff.resources.find(({ code }) => code === line.resource)?.price ?? '0';
    return [forTheRest(desk, { ...line, quantity, amount: new Exact(price).times(quantity).toFixed(2) })];
  });
  const falls = tariff.resources.some(({ code }) => (wanted[code] ?? 0) < (now[code] ?? 0));
  const later = falls ? { resources: { ...wanted }, effective: nextPeriod(desk) } : null;
  return termsOf(desk, lines, monthlyLines(tariff, wanted), later);
}

/** Amounts that hold from now on: what is raised, and what is not lowered yet. */
export function raised(product: Product, wanted: Resources): Record<string, number> {
  return Object.fromEntries(
    Object.entries(product.resources).map(([code, amount]) => [code, Math.max(amount, wanted[code] ?? amount)]),
  );
}

export const nextPeriod = (desk: Desk): string => firstDay(addMonths(monthOf(desk.today), 1));

function forTheRest(desk: Desk, line: Omit<ProductLine, 'days'>): ProductLine {
  const days = daysLeft(desk.today);
  const share = new Exact(line.amount).times(days).div(daysInMonth(monthOf(desk.today)));
  return { ...line, amount: round(share, desk.scale), days };
}

function termsOf(
  desk: Desk,
  lines: readonly ProductLine[],
  monthly: readonly Omit<ProductLine, 'days'>[],
  later: ProductTerms['later'],
): ProductTerms {
  const sum = (parts: readonly { readonly amount: string }[]) =>
    parts.map(({ amount }) => desk.amount(amount)).reduce(plus, desk.zero);
  return { lines, now: sum(lines), monthly: sum(monthly), later };
}
