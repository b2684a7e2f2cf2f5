/** Which account a command or a number is about, by what accounts are listed under. */
import { instant } from '../engine/calendar.js';
import type { Command } from '../engine/command.js';
import { DEFAULT_PROVIDER } from '../engine/payments.js';
import type { Store } from '../store/port.js';
import { hadNumber, lastPaid } from './listings.js';

/** Commands that are decided on one account. */
export type Decided = Exclude<Command, { do: 'account.open' | 'usage.import' | 'call' | 'as-user' | 'clock' }>;

export class Finder {
  constructor(private readonly store: Store) {}

  /** The account of a command; `null` if it names nothing that is known. @param now - Present instant, milliseconds. */
  async ofCommand(command: Decided, now: number): Promise<string | null> {
    switch (command.do) {
      case 'payment':
        return (await this.#ofPayment(command.txn, command.provider ?? DEFAULT_PROVIDER)) ?? command.account;
      case 'payment.refund':
        return this.#ofPayment(command.txn);
      case 'payment.reverse':
        return this.#ofPayment(command.txn, command.provider);
      case 'usage':
        return this.ofNumber(command.number, command.start === undefined ? now : instant(command.start));
      default:
        return 'account' in command ? command.account : this.ofNumber(command.number);
    }
  }

  /** The account that has, or had, a number; with an instant, the one that had it then. */
  async ofNumber(number: string, at?: number): Promise<string | null> {
    return hadNumber(await this.store.listed('number', [number]), at);
  }

  async ofQuote(id: string): Promise<string | null> {
    return (await this.store.listed('quote', [id])).at(-1)?.account ?? null;
  }

  /** Accounts in which a user has something to do, sorted as strings. */
  async ofUser(user: string): Promise<readonly string[]> {
    return (await this.store.listed('user', [user])).map(({ account }) => account);
  }

  /** The account of the last payment with the transaction, of one provider or whoever it was. */
  async #ofPayment(txn: string, provider?: string): Promise<string | null> {
    return lastPaid(await this.store.listed('paid', [txn]), provider);
  }
}
