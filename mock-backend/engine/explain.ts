/**
 * Why an amount is what it is: a tree whose leaves sum to it. Labels are codes that a client puts into words; formulas are
 * arithmetic with the numbers of the rule.
 *
 * @see FORMAT.md §6 `explain`
 */
import type { Catalogue } from './catalogue.js';
import type { Bonus, Tariff } from './catalog.js';
import { daysInMonth, type Zone } from './calendar.js';
import type { Entry } from './events.js';
import { Exact, isZero, minus, plus, round, sumFractions, zero } from './money.js';
import { meter, type Metered, paidParts, voicePrice } from './rating/voice.js';

export interface ExplainNode {
  /** What the step is: `CALLS`, `PACKAGE`, `SETUP`, `INCREMENTS`, `CAP`, `MONTHLY_CAP`, `ROUNDING`, `VAT`, `NUMBER`, a line's kind … */
  readonly label: string;
  readonly formula: string | null;
  /** Display sign, at the currency's scale. */
  readonly amount: string;
  readonly children: readonly ExplainNode[];
}

export interface Explanation {
  readonly amount: string;
  readonly nodes: readonly ExplainNode[];
}

interface Step {
  readonly label: string;
  readonly formula: string;
  readonly value: Exact;
}

/** Explains one entry of the detail. */
export function explainEntry(catalogue: Catalogue, zone: Zone, entry: Entry, scale: number): ExplainNode {
  const priced = entry.vatIncluded ? entry.amount : entry.net;
  const children = spread(stepsOf(catalogue, zone, entry, scale), priced, scale);
  const none = zero(scale);
  const vat: ExplainNode[] =
    entry.vatIncluded || isZero(entry.vat)
      ? []
      : [{ label: 'VAT', formula: `${entry.net} × ${entry.vatRate ?? '0'} / 100`, amount: entry.vat, children: [] }];
  return {
    label: entry.kind,
    formula: entry.subject,
    amount: plus(entry.amount, none),
    children: [...children, ...vat],
  };
}

/** Joins nodes under one that is their sum. */
export function group(
  label: string,
  formula: string | null,
  children: readonly ExplainNode[],
  scale: number,
): ExplainNode {
  return { label, formula, amount: children.map(({ amount }) => amount).reduce(plus, zero(scale)), children };
}

/**
 * Amounts of exact steps at the currency's scale: each gets what the rounded running sum grows by, so that they add up to the one
 * rounded amount.
 */
function spread(steps: readonly Step[], amount: string, scale: number): readonly ExplainNode[] {
  let sum = new Exact(0);
  let before = zero(scale);
  const nodes = steps.map(({ label, formula, value }): ExplainNode => {
    sum = sum.plus(value);
    const after = round(sum, scale);
    const node = { label, formula, amount: minus(after, before), children: [] };
    before = after;
    return node;
  });
  const rest = minus(amount, before);
  return isZero(rest) ? nodes : [...nodes, { label: 'ROUNDING', formula: null, amount: rest, children: [] }];
}

function stepsOf(catalogue: Catalogue, zone: Zone, entry: Entry, scale: number): readonly Step[] {
  const { usage } = entry;
  const tariff = catalogue.tariff(usage?.tariff ?? entry.subject);
  if (usage && tariff) {
    if (usage.outcome === 'UNRATED' || (isZero(entry.amount) && usage.packaged === 0)) return [];
    if (entry.kind === 'CALLS') return callSteps(catalogue, zone, entry, tariff);
    if (entry.kind === 'SMS') return smsSteps(catalogue, entry, tariff);
    if (entry.kind === 'DATA') return dataSteps(entry, tariff);
    if (entry.kind === 'BONUS' && tariff.bonus) return bonusSteps(entry, tariff.bonus, scale);
  }
  const value = new Exact(entry.vatIncluded ? entry.amount : entry.net);
  return [{ label: entry.kind, formula: chargeFormula(catalogue, entry), value }];
}

function callSteps(catalogue: Catalogue, zone: Zone, entry: Entry, tariff: Tariff): readonly Step[] {
  const { usage } = entry;
  if (!usage) return [];
  const entries = catalogue.voiceEntries(tariff, usage.destination);
  const metered = meter(entries, entry.at, usage.seconds, zone, catalogue.policy.freeBelowSec);
  if (!metered) return [];
  const steps: Step[] = [];
  if (usage.packaged > 0) steps.push({ label: 'PACKAGE', formula: `${usage.packaged} s`, value: new Exact(0) });
  if (usage.packaged < metered.billedSeconds) steps.push(...paidSteps(metered, usage.packaged));
  return steps;
}

function paidSteps(metered: Metered, packaged: number): readonly Step[] {
  const steps: Step[] = [];
  const setup = new Exact(metered.entry.setup ?? 0);
  if (!setup.isZero()) steps.push({ label: 'SETUP', formula: setup.toFixed(), value: setup });
  for (const { run, increments, price } of paidParts(metered, packaged)) {
    const { step } = run;
    const formula = `${increments} × ${step.incrementSec} s × ${step.price} / ${step.perSec} s`;
    steps.push({ label: 'INCREMENTS', formula, value: sumFractions([price]) });
  }
  const full = steps.reduce((sum, { value }) => sum.plus(value), new Exact(0));
  const price = voicePrice(metered, packaged);
  const cap = metered.entry.cap ?? null;
  if (cap !== null && full.greaterThan(cap)) {
    steps.push({ label: 'CAP', formula: `≤ ${cap}`, value: price.minus(full) });
  }
  return steps;
}

function smsSteps(catalogue: Catalogue, entry: Entry, tariff: Tariff): readonly Step[] {
  const { packaged = 0, segments = 0, destination = null } = entry.usage ?? {};
  const price = catalogue.smsEntry(tariff, destination)?.price ?? '0';
  const paid = segments - packaged;
  return [
    ...(packaged > 0 ? [{ label: 'PACKAGE', formula: `${packaged}`, value: new Exact(0) }] : []),
    ...(paid > 0 ? [{ label: 'SEGMENTS', formula: `${paid} × ${price}`, value: new Exact(price).times(paid) }] : []),
  ];
}

function dataSteps(entry: Entry, tariff: Tariff): readonly Step[] {
  const { packaged = 0, billedKB = 0 } = entry.usage ?? {};
  const price = tariff.data?.pricePerMB ?? '0';
  const paid = billedKB - packaged;
  const value = new Exact(price).times(paid).div(1024);
  return [
    ...(packaged > 0 ? [{ label: 'PACKAGE', formula: `${packaged} KB`, value: new Exact(0) }] : []),
    ...(paid > 0 ? [{ label: 'VOLUME', formula: `${paid} KB × ${price} / 1024 KB`, value }] : []),
  ];
}

function bonusSteps(entry: Entry, bonus: Bonus, scale: number): readonly Step[] {
  const seconds = entry.usage?.billedSeconds ?? 0;
  const full = new Exact(bonus.pricePerMin).times(seconds).div(60).negated();
  const earned = new Exact(entry.vatIncluded ? entry.amount : entry.net);
  const steps: Step[] = [{ label: 'INCREMENTS', formula: `−${seconds} s × ${bonus.pricePerMin} / 60 s`, value: full }];
  const cap = bonus.monthlyCap ?? null;
  // What is less than a unit of the currency is the rounding of the call.
  const cut = earned.minus(round(full, scale));
  if (cap !== null && !cut.isZero()) steps.push({ label: 'MONTHLY_CAP', formula: `≤ ${cap}`, value: cut });
  return steps;
}

function chargeFormula(catalogue: Catalogue, entry: Entry): string {
  const amount = entry.vatIncluded ? entry.amount : entry.net;
  if (entry.kind !== 'FEE' && entry.kind !== 'OPTION') return amount;
  const fee =
    entry.kind === 'FEE' ? catalogue.tariff(entry.subject)?.fee?.amount : catalogue.option(entry.subject)?.fee;
  const days = Number(entry.period.to.slice(8, 10)) - Number(entry.period.from.slice(8, 10)) + 1;
  const inMonth = daysInMonth(entry.period.from.slice(0, 7));
  return fee === undefined || days === inMonth ? amount : `${fee} × ${days} / ${inMonth}`;
}
