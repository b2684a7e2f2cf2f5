import type { Catalog, PackageOffer, Tariff } from '../../engine/catalog.js';
import { check } from './ledger.js';
import { endPromised, issue, midnight } from './midnight.js';
import { type Decimal, type Entry, No, type OwnNumber, ZERO } from './state.js';
import { firstOfNext, local, midnightOf, nextMidnight } from './time.js';

const SIX_HOURS = 6 * 3_600_000;

/** One account, calculated day by day with nothing clever in it. */
export class OracleAccount {
  balance: Decimal;
  promised = ZERO;
  promisedUntil: number | null = null;
  readonly entries: Entry[] = [];
  readonly payments: { readonly at: number; readonly amount: Decimal }[] = [];
  readonly numbers: OwnNumber[] = [];
  readonly alerts: { event: string; at: string; value: string }[] = [];
  readonly locks = new Set<string>();
  readonly issued = new Set<string>();
  readonly rated = new Map<string, { billedSeconds: number; packaged: number; amount: string; outcome: string }>();
  lowSent = false;
  /** Whether the changes of a midnight are being made: its fees are not charged yet. */
  changing = false;
  dayAlertOn: string | null = null;
  thresholds: { low: Decimal | null; day: Decimal | null } = { low: null, day: null };
  contacts = false;
  /** Operator's sum of usage charges and the alert's sum of usage, setup and options, by own day. */
  readonly usageOf = new Map<string, Decimal>();
  readonly spentOn = new Map<string, Decimal>();

  constructor(
    readonly catalog: Catalog,
    readonly opening: Decimal,
    readonly credit: Decimal | null,
    readonly dayLimit: Decimal | null,
    readonly postpaid: boolean,
    public now: number,
  ) {
    this.balance = opening;
    check(this);
  }

  advance(to: number): void {
    for (;;) {
      const due = [
        { at: nextMidnight(this.now), run: () => midnight(this) },
        ...(this.promisedUntil === null ? [] : [{ at: this.promisedUntil, run: () => endPromised(this) }]),
        { at: this.#nextIssue(), run: () => issue(this) },
      ].sort((a, b) => a.at - b.at)[0];
      if (!due || due.at > to) break;
      this.now = due.at;
      due.run();
    }
    this.now = to;
  }

  #nextIssue(): number {
    const { month } = local(this.now);
    const ofLastMonth = midnightOf(`${month}-01`) + SIX_HOURS;
    return ofLastMonth > this.now ? ofLastMonth : firstOfNext(month) + SIX_HOURS;
  }
}

export function numberOf(account: OracleAccount, number: string): OwnNumber {
  const found = account.numbers.find((own) => own.number === number);
  if (!found) throw new No('NOT_FOUND');
  return found;
}

export function tariffOf(account: OracleAccount, code: string): Tariff {
  const found = account.catalog.tariffs?.find((tariff) => tariff.code === code);
  if (!found) throw new No('TARIFF_NOT_AVAILABLE');
  return found;
}

export function packageOf(account: OracleAccount, code: string): PackageOffer {
  const found = account.catalog.packages?.find((offer) => offer.code === code);
  if (!found) throw new No('NOT_FOUND');
  return found;
}

export function optionOf(account: OracleAccount, code: string) {
  const found = account.catalog.options?.find((option) => option.code === code);
  if (!found) throw new No('NOT_FOUND');
  return found;
}
