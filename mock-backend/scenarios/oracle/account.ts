import { Decimal as Plain } from 'decimal.js';
import type { Catalog, PackageOffer, Tariff } from '../../engine/catalog.js';
import type { Command, Usage } from '../../engine/command.js';
import type { Bucket } from './rating.js';
import { earned, inOrder, outgoing } from './rating.js';
import { dayAfter, firstOfNext, instant, local, midnightOf, nextMidnight } from './time.js';

/** Refused by the second calculation. */
export class No extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export interface Entry {
  readonly number: string | null;
  readonly kind: string;
  /** Display sign. */
  readonly amount: Decimal;
  /** Only where VAT comes on top. */
  readonly net: Decimal | null;
  /** Own local day: of service, for VAT and lines. */
  readonly day: string;
  /** Local day from which on it counts as posted: for late usage the day it came, else its own. */
  readonly posted: string;
  /** Month of the bill that it belongs to. */
  readonly month: string;
  readonly quantity: number;
  /** Entries with the same key are one line. */
  readonly line: string;
}

interface OwnNumber {
  readonly number: string;
  tariff: Tariff;
  closed: boolean;
  change: { readonly to: Tariff; at: number; postponed: boolean } | null;
  changedOn: string | null;
  readonly tariffs: { readonly tariff: Tariff; readonly from: number; readonly stay: number }[];
  readonly buckets: Bucket[];
  readonly options: { readonly code: string; on: boolean }[];
  /** Month whose fee was left out because of a lock, or `POSTPONED` while it is charged by the day instead. */
  feeLeftOut: string | null;
  /** Day whose part of the fee was left out. */
  sliceLeftOut: string | null;
  /** Month whose base packages were left out with the fee. */
  packagesLeftOut: string | null;
  readonly earned: Map<string, Decimal>;
  closeAt: number | null;
}

/** Wide enough that a third of a kopeck, added up a thousand times, is told from the half it is next to. */
const Decimal = Plain.clone({ precision: 80 });
type Decimal = Plain;

const round = (amount: Decimal) =>
  new Decimal(amount).toDecimalPlaces(40, Decimal.ROUND_HALF_UP).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
const ZERO = new Decimal(0);
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
  #lowSent = false;
  #changing = false;
  #dayAlertOn: string | null = null;
  thresholds: { low: Decimal | null; day: Decimal | null } = { low: null, day: null };
  contacts = false;
  /** Operator's sum of usage charges and the alert's sum of usage, setup and options, by own day. */
  readonly #usageOf = new Map<string, Decimal>();
  readonly #spentOn = new Map<string, Decimal>();

  constructor(
    readonly catalog: Catalog,
    readonly opening: Decimal,
    readonly credit: Decimal | null,
    readonly dayLimit: Decimal | null,
    readonly postpaid: boolean,
    public now: number,
  ) {
    this.balance = opening;
    this.#check();
  }

  // ---- the clock

  advance(to: number): void {
    for (;;) {
      const due = [
        { at: nextMidnight(this.now), run: () => this.#midnight() },
        ...(this.promisedUntil === null ? [] : [{ at: this.promisedUntil, run: () => this.#endPromised() }]),
        { at: this.#nextIssue(), run: () => this.#issue() },
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

  #midnight(): void {
    const { day, month, date, length } = local(this.now);
    const open = () => this.numbers.filter(({ closed }) => !closed);
    const chargedByDay = new Set<OwnNumber>();
    const changed = new Set<OwnNumber>();

    for (const number of open()) {
      if (number.closeAt !== null && number.closeAt <= this.now) number.closed = true;
    }
    this.#changing = true;
    for (const number of open()) {
      const { change } = number;
      if (!change || change.at > this.now) continue;
      const need = this.#gross(change.to, this.#feeNow(change.to, day), day).minus(this.#refundNow(number, day));
      if (this.locks.size > 0 || !this.#canPay(need)) {
        change.postponed = true;
        change.at = nextMidnight(this.now);
        chargedByDay.add(number);
      } else {
        this.#refund(number, day);
        this.#begin(number, change.to, day);
        number.change = null;
        changed.add(number);
      }
    }

    this.#changing = false;

    if (date === 1) {
      const locked = this.locks.has('FINANCE');
      for (const number of open()) {
        if (changed.has(number) || chargedByDay.has(number)) continue;
        if (locked && number.tariff.fee && number.tariff.chargeWhileBlocked === false) {
          number.packagesLeftOut = month;
          continue;
        }
        if (!locked) this.#carry(number, day);
        this.#grant(number, 1, day);
      }
    }
    for (const number of changed)
      this.#grant(number, number.tariff.fee?.proration === 'NONE' ? 1 : (length - date + 1) / length, day);

    for (const number of open()) {
      const { tariff } = number;
      const skips = () => this.locks.has('FINANCE') && tariff.chargeWhileBlocked === false;
      if (changed.has(number)) this.#charge(number, 'FEE', this.#feeNow(tariff, day), day, this.#lineOf(number));
      else if (tariff.fee && chargedByDay.has(number) && tariff.fee.charge !== 'DAILY') {
        // Days of a month that is already paid cost nothing more.
        if (date === 1 || number.feeLeftOut !== null) {
          number.feeLeftOut = 'POSTPONED';
          if (skips()) number.sliceLeftOut = day;
          else this.#charge(number, 'FEE', this.#slice(tariff, day), day, `${month}:postponed`);
        }
      } else if (tariff.fee?.charge === 'DAILY') {
        if (skips()) number.sliceLeftOut = day;
        else this.#charge(number, 'FEE', this.#slice(tariff, day), day, this.#lineOf(number));
      } else if (tariff.fee && date === 1) {
        if (skips()) number.feeLeftOut = month;
        else this.#charge(number, 'FEE', new Decimal(tariff.fee.amount), day);
      }
      if (changed.has(number)) number.feeLeftOut = null;
      if (date === 1) {
        for (const { code } of number.options.filter(({ on }) => on)) {
          if (this.locks.has('FINANCE') && number.tariff.chargeWhileBlocked === false) continue;
          this.#charge(number, 'OPTION', new Decimal(this.#option(code).fee ?? 0), day, this.#optionLine(number, code));
        }
      }
    }
    this.locks.delete('DAY_LIMIT');
    this.#check();
  }

  #endPromised(): void {
    this.promised = ZERO;
    this.promisedUntil = null;
    this.#check();
  }

  #issue(): void {
    const month = local(midnightOf(`${local(this.now).month}-01`) - 1).month;
    const last = local(midnightOf(`${local(this.now).month}-01`) - 1).day;
    for (const number of this.numbers) {
      if (number.closed) continue;
      const inForce = number.tariffs.filter(({ from }) => from < firstOfNext(month)).at(-1);
      if (!inForce?.tariff.minSpend) continue;
      const begun = local(inForce.from);
      const share =
        begun.month === month ? new Decimal(begun.length - begun.date + 1).div(begun.length) : new Decimal(1);
      const minimum = round(new Decimal(inForce.tariff.minSpend).times(share));
      const spent = this.entries
        .filter(
          (entry) =>
            entry.number === number.number && entry.month === month && ['CALLS', 'SMS', 'DATA'].includes(entry.kind),
        )
        .reduce(
          (sum, { amount, net }) => sum.plus(inForce.tariff.vatIncluded === false ? (net ?? amount) : amount),
          ZERO,
        );
      const missing = minimum.minus(spent);
      if (missing.gt(0)) this.#charge(number, 'MIN_SPEND', missing, last, undefined, month, inForce.tariff);
    }
    this.issued.add(month);
  }

  // ---- steps

  perform(command: Command): void {
    const { day, month, date, length } = local(this.now);
    switch (command.do) {
      case 'number.add': {
        const tariff = this.#tariff(command.tariff);
        const setup = new Decimal(tariff.setupFee ?? 0).plus(command.price ?? 0);
        const fee = this.#feeNow(tariff, day);
        const minimum = round(new Decimal(tariff.minSpend ?? 0).times(length - date + 1).div(length));
        this.#order(
          this.#gross(tariff, setup, day)
            .plus(this.#gross(tariff, fee, day))
            .plus(this.#gross(tariff, minimum, day)),
        );
        const number: OwnNumber = {
          number: command.number,
          tariff,
          closed: false,
          change: null,
          changedOn: null,
          tariffs: [{ tariff, from: this.now, stay: 0 }],
          buckets: [],
          options: [],
          feeLeftOut: null,
          sliceLeftOut: null,
          packagesLeftOut: null,
          earned: new Map(),
          closeAt: null,
        };
        this.numbers.push(number);
        this.#grant(number, tariff.fee?.proration === 'NONE' ? 1 : (length - date + 1) / length, day);
        this.#charge(number, 'SETUP', setup, day);
        this.#charge(number, 'FEE', fee, day, this.#lineOf(number));
        return;
      }
      case 'tariff.change': {
        const number = this.#number(command.number);
        const to = this.#tariff(command.to);
        if (number.closed) throw new No('SERVICE_CLOSED');
        if (to === number.tariff) throw new No('SAME_TARIFF');
        if (number.change) throw new No('CHANGE_ALREADY_SCHEDULED');
        if (command.effective === 'today') {
          if (number.changedOn === day) throw new No('TARIFF_CHANGED_TODAY');
          this.#order(this.#gross(to, this.#feeNow(to, day), day).minus(this.#refundNow(number, day)));
          this.#refund(number, day);
          this.#begin(number, to, day);
          this.#grant(number, to.fee?.proration === 'NONE' ? 1 : (length - date + 1) / length, day);
          this.#charge(number, 'FEE', this.#feeNow(to, day), day, this.#lineOf(number));
          number.feeLeftOut = null;
          return;
        }
        const monthly = number.tariff.fee && number.tariff.fee.charge !== 'DAILY';
        const at =
          command.effective === undefined || command.effective === 'default'
            ? monthly
              ? firstOfNext(month)
              : nextMidnight(this.now)
            : midnightOf(command.effective);
        number.change = { to, at, postponed: false };
        return;
      }
      case 'tariff.cancel': {
        const number = this.#number(command.number);
        if (!number.change) throw new No('NOT_FOUND');
        number.change = null;
        return;
      }
      case 'number.disconnect': {
        const number = this.#number(command.number);
        if (command.effective === 'today') number.closed = true;
        else
          number.closeAt =
            number.tariff.fee && number.tariff.fee.charge !== 'DAILY' ? firstOfNext(month) : nextMidnight(this.now);
        return;
      }
      case 'option.on': {
        const number = this.#number(command.number);
        const known = number.options.find(({ code }) => code === command.option);
        if (known?.on) return;
        const option = this.#option(command.option);
        const share = option.proration === 'NONE' ? new Decimal(1) : new Decimal(length - date + 1).div(length);
        const fee = round(new Decimal(option.fee ?? 0).times(share));
        this.#order(this.#gross(number.tariff, fee, day));
        if (known) known.on = true;
        else number.options.push({ code: command.option, on: true });
        this.#charge(number, 'OPTION', fee, day, this.#optionLine(number, command.option));
        return;
      }
      case 'option.off': {
        const option = this.#number(command.number).options.find(({ code }) => code === command.option);
        if (option) option.on = false;
        return;
      }
      case 'package.buy': {
        const number = this.#number(command.number);
        const offer = this.#package(command.package);
        const bought = number.buckets.some(
          (bucket) => bucket.source === 'ADDON' && bucket.package === offer.code && local(bucket.from).day === day,
        );
        if (bought) throw new No('PACKAGE_DUPLICATE');
        const price = new Decimal(offer.price ?? 0);
        this.#order(this.#gross(number.tariff, price, day));
        const to = offer.days ? dayAfter(day, offer.days - 1) : local(firstOfNext(month) - 1).day;
        this.#fill(number, offer, 'ADDON', offer.amount, to);
        this.#charge(number, 'PACKAGE', price, day);
        return;
      }
      case 'usage':
        this.#usage(command);
        return;
      case 'payment':
        this.payments.push({ at: this.now, amount: new Decimal(command.amount) });
        this.balance = this.balance.plus(command.amount);
        if (this.promised.gt(0) && this.balance.gte(0)) {
          this.promised = ZERO;
          this.promisedUntil = null;
        }
        if (this.contacts) this.#alert('TOP_UP', new Decimal(command.amount));
        this.#check();
        return;
      case 'correction':
        if (command.number !== undefined) this.#number(command.number);
        this.#post(
          command.number ?? null,
          'CORRECTION',
          new Decimal(command.amount),
          day,
          month,
          1,
          `correction ${this.entries.length}`,
          null,
        );
        return;
      case 'promised.take':
        if (this.promised.gt(0)) throw new No('PROMISED_ACTIVE');
        this.promised = new Decimal(command.amount);
        this.promisedUntil = this.now + (this.catalog.policy?.promised?.hours ?? 72) * 3_600_000;
        this.#check();
        return;
      case 'alert.contact':
        this.contacts = true;
        return;
      case 'alert.settings': {
        const low = command.lowBalance ? new Decimal(command.lowBalance) : null;
        const before = this.thresholds.low;
        if (low === null || before === null || low.gt(before)) this.#lowSent = false;
        this.thresholds = { low, day: command.dayLimit ? new Decimal(command.dayLimit) : null };
        this.#check();
        return;
      }
      default:
        throw new Error(`the oracle does not know ${command.do}`);
    }
  }

  #usage(usage: Usage): void {
    const number = this.#number(usage.number);
    const start = usage.start ? Date.parse(usage.start) : this.now;
    const { tariff } = number.tariffs.filter(({ from }) => from <= start).at(-1) ?? {
      tariff: number.tariffs[0]?.tariff ?? number.tariff,
    };
    const own = local(start);
    const month = this.issued.has(own.month) ? local(this.now).month : own.month;
    const id = usage.id ?? '';
    if ((usage.direction ?? 'OUT') === 'IN') {
      const { exact, quantity } = this.numbers.some(
        ({ number: own, tariffs }) => own === usage.peer && (tariffs[0]?.from ?? 0) <= start,
      )
        ? { exact: ZERO, quantity: 0 }
        : earned(usage, tariff);
      const cap = tariff.bonus?.monthlyCap;
      const sum = number.earned.get(own.month) ?? ZERO;
      const rounded = round(exact);
      const amount = cap ? Decimal.max(0, Decimal.min(rounded, new Decimal(cap).minus(sum))) : rounded;
      number.earned.set(own.month, sum.plus(amount));
      this.rated.set(id, {
        billedSeconds: quantity,
        packaged: 0,
        amount: text(amount.neg()),
        outcome: usage.outcome ?? 'ANSWERED',
      });
      this.#post(number.number, 'BONUS', amount.neg(), own.day, month, quantity, `bonus ${own.month}`, tariff);
      return;
    }
    const usable = this.issued.has(own.month) ? [] : number.buckets.filter((bucket) => validAt(bucket, start));
    const cost = outgoing(usage, start, tariff, this.catalog, usable);
    const amount = round(cost.exact);
    const kind = { CALL: 'CALLS', SMS: 'SMS', DATA: 'DATA' }[usage.service];
    const gross = this.#gross(tariff, amount, own.day);
    this.rated.set(id, {
      billedSeconds: usage.service === 'CALL' ? cost.quantity : 0,
      packaged: cost.packaged,
      amount: text(gross),
      outcome: cost.rated ? (usage.outcome ?? 'ANSWERED') : 'UNRATED',
    });
    add(this.#usageOf, own.day, gross);
    this.#post(number.number, kind, amount, own.day, month, cost.quantity, `${kind} ${own.month}`, tariff);
  }

  // ---- money

  #order(need: Decimal): void {
    if (need.lte(0)) return;
    if (this.locks.has('FINANCE')) throw new No('ACCOUNT_BLOCKED_FINANCE');
    if (this.locks.has('DAY_LIMIT')) throw new No('ACCOUNT_BLOCKED_LIMIT');
    if (!this.#canPay(need)) throw new No('INSUFFICIENT_FUNDS');
  }

  #canPay(need: Decimal): boolean {
    return this.credit === null || need.lte(0) || this.balance.plus(this.credit).plus(this.promised).gte(need);
  }

  #charge(
    number: OwnNumber,
    kind: string,
    amount: Decimal,
    day: string,
    line?: string,
    month?: string,
    tariff?: Tariff,
  ): void {
    if (amount.isZero()) return;
    const quantity = kind === 'FEE' ? 0 : 1;
    const key = line === undefined ? `${kind} ${this.entries.length}` : `${kind} ${line}`;
    this.#post(
      number.number,
      kind,
      amount,
      day,
      month ?? local(midnightOf(day)).month,
      quantity,
      key,
      tariff ?? number.tariff,
    );
  }

  #post(
    number: string | null,
    kind: string,
    amount: Decimal,
    day: string,
    month: string,
    quantity: number,
    line: string,
    tariff: Tariff | null,
  ): void {
    const onTop = tariff?.vatIncluded === false;
    const gross = onTop && tariff ? this.#gross(tariff, amount, day) : amount;
    const net = onTop ? round(amount) : null;
    const late = local(midnightOf(day)).month !== month;
    const posted = late ? local(this.now).day : day;
    this.entries.push({ number, kind, amount: gross, net, day, posted, month, quantity, line });
    if (gross.isZero()) return;
    this.balance = this.balance.minus(gross);
    if (['CALLS', 'SMS', 'DATA', 'SETUP', 'OPTION'].includes(kind)) add(this.#spentOn, day, gross);
    this.#check();
  }

  #gross(tariff: Tariff, amount: Decimal, day: string): Decimal {
    if (tariff.vatIncluded !== false) return amount;
    const rate = this.rate(day);
    return rate === null ? round(amount) : round(amount).plus(round(round(amount).times(rate).div(100)));
  }

  rate(day: string): string | null {
    const taxes = this.catalog.taxes ?? [
      { from: '2019-01-01', rate: '20' },
      { from: '2026-01-01', rate: '22' },
    ];
    return taxes.filter(({ from }) => from <= day).at(-1)?.rate ?? null;
  }

  /** What follows every posting: locks, what a lifted lock sets going, alerts. */
  #check(): void {
    const sum = this.credit === null ? ZERO : this.balance.plus(this.credit).plus(this.promised);
    const was = this.locks.has('FINANCE');
    if (sum.lt(0)) this.locks.add('FINANCE');
    else this.locks.delete('FINANCE');
    const { day, month, date, length } = local(this.now);
    if (this.dayLimit && (this.#usageOf.get(day) ?? ZERO).gt(this.dayLimit)) this.locks.add('DAY_LIMIT');

    const { low, day: limit } = this.thresholds;
    if (low !== null && this.balance.gte(low)) this.#lowSent = false;
    if (low !== null && this.balance.lt(low) && !this.#lowSent) {
      this.#lowSent = true;
      this.#alert('LOW_BALANCE', this.balance);
    }
    const spent = this.#spentOn.get(day) ?? ZERO;
    if (limit !== null && spent.gt(limit) && this.#dayAlertOn !== day) {
      this.#dayAlertOn = day;
      this.#alert('DAY_LIMIT', spent);
    }

    if (!was || this.locks.has('FINANCE')) return;
    for (const number of this.numbers.filter(({ closed }) => !closed)) {
      const { fee } = number.tariff;
      if (!fee) continue;
      if (number.packagesLeftOut === month && !number.change?.postponed) {
        number.packagesLeftOut = null;
        this.#grant(number, fee.proration === 'NONE' ? 1 : (length - date + 1) / length, day);
      }
      if (number.feeLeftOut === month) {
        number.feeLeftOut = null;
        const share = fee.proration === 'NONE' ? new Decimal(1) : new Decimal(length - date + 1).div(length);
        this.#charge(number, 'FEE', round(new Decimal(fee.amount).times(share)), day);
      } else if (number.sliceLeftOut === day) {
        number.sliceLeftOut = null;
        const line = number.feeLeftOut === 'POSTPONED' ? `${month}:postponed` : this.#lineOf(number);
        this.#charge(number, 'FEE', this.#slice(number.tariff, day), day, line);
      }
      if (this.locks.has('FINANCE')) return;
    }
  }

  #alert(event: string, value: Decimal): void {
    if (this.contacts) this.alerts.push({ event, at: instant(this.now), value: text(value) });
  }

  // ---- fees and packages

  #feeNow(tariff: Tariff, day: string): Decimal {
    const { date, length } = local(midnightOf(day));
    if (!tariff.fee) return ZERO;
    if (tariff.fee.charge === 'DAILY') return this.#slice(tariff, day);
    if (tariff.fee.proration === 'NONE') return new Decimal(tariff.fee.amount);
    return round(new Decimal(tariff.fee.amount).times(length - date + 1).div(length));
  }

  /** The charges of one stay in a daily tariff and one month are one line; a monthly charge is a line of its own. */
  #lineOf(number: OwnNumber): string | undefined {
    const { month } = local(this.now);
    return number.tariff.fee?.charge === 'DAILY' ? `${month}:${stayOf(number)}` : undefined;
  }

  /** A line of its own; those of one day stand in the order in which the options were first switched on. */
  #optionLine(number: OwnNumber, code: string): string {
    const padded = (value: number) => String(value).padStart(4, '0');
    return `${padded(number.options.findIndex((option) => option.code === code))} ${padded(this.entries.length)}`;
  }

  #slice(tariff: Tariff, day: string): Decimal {
    const { date, length } = local(midnightOf(day));
    const fee = new Decimal(tariff.fee?.amount ?? 0);
    return round(fee.times(date).div(length)).minus(round(fee.times(date - 1).div(length)));
  }

  /** What comes back of the old fee: the days from today on that are paid. */
  #refundNow(number: OwnNumber, day: string): Decimal {
    return this.#gross(number.tariff, this.#unused(number, day), day);
  }

  #unused(number: OwnNumber, day: string): Decimal {
    const { date, length } = local(midnightOf(day));
    const { fee } = number.tariff;
    if (this.catalog.policy?.oldFeeOnChange !== 'PRORATE_BOTH' || !fee || number.feeLeftOut !== null) return ZERO;
    // Among the changes of a midnight the fees of the day, or of the month, that begins are not charged yet.
    if (fee.charge === 'DAILY') return this.#changing ? ZERO : this.#slice(number.tariff, day);
    if (fee.proration === 'NONE' || (this.#changing && date === 1)) return ZERO;
    return round(new Decimal(fee.amount).times(length - date + 1).div(length));
  }

  #refund(number: OwnNumber, day: string): void {
    this.#charge(number, 'FEE', this.#unused(number, day).neg(), day);
  }

  #begin(number: OwnNumber, to: Tariff, day: string): void {
    for (const bucket of number.buckets) {
      if (bucket.source !== 'ADDON' && bucket.ended === null) bucket.ended = this.now;
    }
    for (const option of number.options) {
      if (to.options && !to.options.includes(option.code)) option.on = false;
    }
    number.tariff = to;
    number.packagesLeftOut = null;
    number.changedOn = day;
    number.tariffs.push({ tariff: to, from: this.now, stay: number.tariffs.length });
  }

  #grant(number: OwnNumber, share: number, day: string): void {
    const { date, length, month } = local(midnightOf(day));
    for (const code of number.tariff.packages ?? []) {
      const offer = this.#package(code);
      // Data that may be carried over are given whole (SRV-2).
      const whole = share === 1 || (offer.kind === 'DATA' && offer.carryOver === true);
      const amount = whole ? offer.amount : Math.floor((offer.amount * (length - date + 1)) / length);
      this.#fill(number, offer, 'BASE', amount, local(firstOfNext(month) - 1).day);
    }
  }

  #carry(number: OwnNumber, day: string): void {
    const yesterday = dayAfter(day, -1);
    for (const bucket of [...number.buckets]) {
      const offer = this.#package(bucket.package);
      if (bucket.source !== 'BASE' || bucket.to !== yesterday || bucket.ended !== null) continue;
      if (!offer.carryOver || bucket.remaining === 0) continue;
      const to = local(firstOfNext(local(this.now).month) - 1).day;
      bucket.carriedTo = this.#fill(number, offer, 'CARRY', bucket.remaining, to);
    }
  }

  #fill(number: OwnNumber, offer: PackageOffer, source: Bucket['source'], amount: number, to: string): Bucket {
    const bucket: Bucket = {
      package: offer.code,
      kind: offer.kind,
      source,
      destinations: offer.destinations ?? null,
      nominal: amount,
      remaining: amount,
      from: this.now,
      to,
      ended: null,
      carriedTo: null,
    };
    number.buckets.push(bucket);
    return bucket;
  }

  packages(number: string): readonly object[] {
    const open = this.#number(number).buckets.filter(
      (bucket) => validAt(bucket, this.now) && bucket.carriedTo === null,
    );
    return inOrder(open).map(({ package: code, source, remaining, nominal, to }) => ({
      package: code,
      source,
      remaining,
      nominal,
      validTo: to,
    }));
  }

  // ---- the catalogue

  #number(number: string): OwnNumber {
    const found = this.numbers.find((own) => own.number === number);
    if (!found) throw new No('NOT_FOUND');
    return found;
  }

  #tariff(code: string): Tariff {
    const found = this.catalog.tariffs?.find((tariff) => tariff.code === code);
    if (!found) throw new No('TARIFF_NOT_AVAILABLE');
    return found;
  }

  #package(code: string): PackageOffer {
    const found = this.catalog.packages?.find((offer) => offer.code === code);
    if (!found) throw new No('NOT_FOUND');
    return found;
  }

  #option(code: string) {
    const found = this.catalog.options?.find((option) => option.code === code);
    if (!found) throw new No('NOT_FOUND');
    return found;
  }
}

export function text(amount: Decimal): string {
  return (amount.isZero() ? ZERO : amount).toFixed(2);
}

function stayOf(number: OwnNumber): number {
  return number.tariffs.at(-1)?.stay ?? 0;
}

/** A bucket is open from the instant at which it was filled through its last local day, unless a change ended it. */
function validAt(bucket: Bucket, at: number): boolean {
  return bucket.from <= at && local(at).day <= bucket.to && (bucket.ended === null || at < bucket.ended);
}

function add(sums: Map<string, Decimal>, day: string, amount: Decimal): void {
  sums.set(day, (sums.get(day) ?? ZERO).plus(amount));
}
