/** Where a command is decided: the account as it is, the clock, the catalogue, and the events made so far. */
import { apply, opened } from './apply.js';
import { Zone } from './calendar.js';
import type { Catalogue } from './catalogue.js';
import type { Tariff } from './catalog.js';
import { refuse } from './errors.js';
import type { Event, EventBody } from './events.js';
import { compare, Exact, minus, parseAmount, plus, round, scaleOf, sign, zero } from './money.js';
import type { AccountState, NumberState } from './state.js';

/** What a command may ask about other accounts of the world. */
export interface Surroundings {
  /** The account and kind of a number that is connected or on hold, as of the present day. */
  ownerOf(number: string): { readonly account: string; readonly kind: string; readonly onHold: boolean } | null;
  /** The account for which a number of the stock is held or taken (SRV-53). */
  holderOf(number: string): string | null;
  /** The account of a SIM card. */
  ownerOfSim(iccid: string): string | null;
  /** The account that a provider's transaction was posted to. */
  ownerOfPayment(provider: string, txn: string): string | null;
  /** The next bill number of a month, `YYYYMM-NNNN`; each call takes one. */
  nextBillNumber(month: string): string;
}

/**
 * Events are applied as they are emitted, so that later rules of one command see the effects of earlier ones. Nothing else changes
 * the state. Refusals come before the first event: a refused command leaves everything as it was.
 */
export class Desk {
  readonly events: Event[] = [];
  readonly zone: Zone;
  readonly scale: number;
  readonly zero: string;

  constructor(
    readonly state: AccountState,
    readonly catalogue: Catalogue,
    /** Instant of the command, milliseconds since the epoch. */
    readonly now: number,
    readonly world: Surroundings,
  ) {
    this.zone = Zone.of(state.timezone);
    this.scale = scaleOf(state.currency);
    this.zero = zero(this.scale);
  }

  /** Begins an account. */
  static open(event: Extract<Event, { type: 'account.opened' }>, catalogue: Catalogue, world: Surroundings): Desk {
    const desk = new Desk(opened(event), catalogue, event.at, world);
    desk.events.push(event);
    return desk;
  }

  /** Local day of the command. */
  get today(): string {
    return this.zone.dayAt(this.now);
  }

  emit(body: EventBody): void {
    const event: Event = { ...body, at: this.now };
    apply(this.state, event);
    this.events.push(event);
  }

  /** An amount of a command at the account's scale. @throws {Refusal} `AMOUNT_INVALID` */
  amount(text: string): string {
    return parseAmount(text, this.scale) ?? refuse('AMOUNT_INVALID', { amount: text });
  }

  /** The number, disconnected or not. @throws {Refusal} `NOT_FOUND` */
  number(number: string): NumberState {
    return this.state.numbers.find((candidate) => candidate.number === number) ?? refuse('NOT_FOUND', { number });
  }

  /** A number that is connected. @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED` */
  activeNumber(number: string): NumberState {
    const found = this.number(number);
    return found.status === 'ACTIVE' ? found : refuse('SERVICE_CLOSED', { number });
  }

  /** A tariff by its code. @throws {Refusal} `NOT_FOUND` */
  tariff(code: string): Tariff {
    return this.catalogue.tariff(code) ?? refuse('NOT_FOUND', { tariff: code });
  }

  /** The tariff in force now. */
  tariffOf(number: NumberState): Tariff {
    const stay = number.stays.at(-1);
    const tariff = stay && this.catalogue.tariff(stay.tariff);
    if (!tariff) throw new Error(`number ${number.number} has no tariff in the catalogue`);
    return tariff;
  }

  /** Balance with credit and promise, less reservations (BAL-1); `null` = no limit. */
  get available(): string | null {
    const { balance, creditLimit, promised, reserved } = this.state;
    if (creditLimit === null) return null;
    return minus(plus(plus(balance, creditLimit), promised?.amount ?? this.zero), reserved);
  }

  /** What is missing of the sum now; zero without a limit. */
  shortfall(due: string): string {
    const available = this.available;
    if (available === null || sign(due) <= 0 || compare(available, due) >= 0) return this.zero;
    return minus(due, available);
  }

  /**
   * The money check of an order (SRV-6). What costs nothing is never refused for money.
   *
   * @throws {Refusal} `ACCOUNT_BLOCKED_ADMIN`, `NOT_VERIFIED`, `ACCOUNT_BLOCKED_FINANCE`, `ACCOUNT_BLOCKED_LIMIT`, `INSUFFICIENT_FUNDS`
   */
  requireMoney(due: string): void {
    if (sign(due) <= 0) return;
    const { balance, locks } = this.state;
    if (locks.ADMIN !== undefined) refuse('ACCOUNT_BLOCKED_ADMIN');
    if (locks.VERIFICATION !== undefined) refuse('NOT_VERIFIED');
    if (locks.FINANCE !== undefined) {
      refuse('ACCOUNT_BLOCKED_FINANCE', { balance, short: this.toUnlock() });
    }
    if (locks.DAY_LIMIT !== undefined) refuse('ACCOUNT_BLOCKED_LIMIT');
    const short = this.shortfall(due);
    if (sign(short) > 0) {
      refuse('INSUFFICIENT_FUNDS', { need: due, available: this.available ?? this.zero, short });
    }
  }

  /** The least payment that lifts the FINANCE lock (BAL-7); zero if the balance is fine. */
  toUnlock(): string {
    const { balance, creditLimit } = this.state;
    if (creditLimit === null) return this.zero;
    const missing = minus(this.zero, plus(balance, creditLimit));
    if (sign(missing) <= 0) return this.zero;
    const least = round(new Exact(this.catalogue.policy.minTopUp), this.scale);
    return compare(missing, least) < 0 ? least : missing;
  }
}
