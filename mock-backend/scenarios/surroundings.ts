import type { Command } from '../engine/command.js';
import type { Query } from '../engine/query.js';

/** What a scenario has made so far, as far as its own steps tell: needed to compare amounts and to see that nothing changed. */
export class Surroundings {
  readonly #currencies = new Map<string, string>();
  readonly #accounts = new Map<string, string>();
  readonly #names = new Map<string, string>();

  /** @param currency - Of accounts that name none. */
  constructor(private readonly currency: string) {}

  /** Takes note of a step that was done. */
  learn(command: Command, as: string | undefined): void {
    if (command.do === 'as-user') return this.learn(command.step, as);
    if (command.do === 'account.open') this.#currencies.set(command.account, command.currency ?? this.currency);
    if (command.do === 'number.add') this.#accounts.set(command.number, command.account);
    const account = 'number' in command ? this.#accounts.get(command.number ?? '') : undefined;
    if (account === undefined) return;
    if (as !== undefined) this.#names.set(as, account);
    if (command.do === 'usage' && command.id !== undefined) this.#names.set(command.id, account);
  }

  /** Decimals of the amounts in an answer; `null` where they are not rounded or it is not clear whose they are. */
  scaleFor(query: Query): number | null {
    if (query.get === 'explain') return null;
    const account = this.#accountOf(query);
    const currency = account === undefined ? undefined : this.#currencies.get(account);
    if (currency !== undefined) return scaleOf(currency);
    const scales = new Set([this.currency, ...this.#currencies.values()].map(scaleOf));
    const [scale = null] = scales;
    return scales.size === 1 ? scale : null;
  }

  /** The questions whose answers a refused step must leave as they are. */
  everything(): readonly Query[] {
    const ofAccount = ['balance', 'postings', 'payments', 'alerts', 'unrated'] as const;
    const ofNumber = ['packages', 'change', 'forwarding', 'sim'] as const;
    return [
      ...[...this.#currencies.keys()].flatMap((account) => ofAccount.map((get): Query => ({ get, account }))),
      ...[...this.#accounts.keys()].flatMap((number) => ofNumber.map((get): Query => ({ get, number }))),
    ];
  }

  #accountOf(query: Query): string | undefined {
    if ('account' in query && query.account !== undefined) return query.account;
    if ('number' in query && query.number) return this.#accounts.get(query.number);
    if (query.get === 'rated') return this.#names.get(query.id);
    return query.get === 'quote' ? this.#names.get(query.as) : undefined;
  }
}

/** Decimals of a currency's minor unit. @see ISO 4217 */
export function scaleOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
