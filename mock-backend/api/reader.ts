import { rightsOf } from '../engine/access/commands.js';
import { decide, numbersSeen, type Action, type Rights } from '../engine/access/policy.js';
import { Zone } from '../engine/calendar.js';
import type { Catalogue } from '../engine/catalogue.js';
import { scaleOf, zero } from '../engine/money.js';
import type { Query } from '../engine/query.js';
import type { AccountState, NumberState } from '../engine/state.js';
import { parsePhone } from '../engine/telephony/e164.js';
import type { Directory } from '../world/directory.js';
import type { World } from '../world/world.js';
import type { ApiContext } from './env.js';
import { fail } from './errors.js';
import type { WorldHost } from './worlds.js';

/** One account as one user sees it. */
export class Reader {
  readonly world: World;
  readonly catalogue: Catalogue;
  readonly zone: Zone;
  readonly rights: Rights | undefined;
  /** What is known of the world around the account. */
  readonly around: Directory;

  constructor(
    readonly host: WorldHost,
    readonly state: AccountState,
    readonly user: string,
  ) {
    this.world = host.world;
    this.catalogue = host.world.catalogue;
    this.zone = Zone.of(state.timezone);
    this.rights = rightsOf(state, user);
    this.around = host.world.around();
    this.around.enter(state);
  }

  /**
   * Opens an account for the user of the request, at the present instant.
   *
   * @throws {ApiProblem} NOT_FOUND when there is none or the user may not enter it. @see domain.md ADM-3, MUL-2
   */
  static async open(c: ApiContext, account: string): Promise<Reader> {
    const world = await c.get('host').present();
    const state = (await world.account(account)) ?? fail('NOT_FOUND');
    const reader = new Reader(c.get('host'), state, c.get('grant').user);
    reader.require('account.read');
    c.set('currency', state.currency);
    // Whoever follows the account from here misses nothing that the answer does not know of yet.
    c.get('headers')['Last-Event-ID'] = String(world.accounts.seq(account));
    return reader;
  }

  /** Present instant, milliseconds since the epoch. */
  get now(): number {
    return this.world.instant;
  }

  /** Present day in the account's zone. */
  get day(): string {
    return this.zone.dayAt(this.now);
  }

  /** Present instant in the account's zone, RFC 3339. */
  get asOf(): string {
    return this.zone.format(this.now);
  }

  /**
   * Stops what the policy table does not allow.
   *
   * @throws {ApiProblem} NOT_FOUND when the user must not know that it exists, FORBIDDEN when he only may not do it.
   */
  require(action: Action, number?: string): void {
    const decision = decide(action, this.rights, number);
    if (decision !== 'ALLOWED') fail(decision);
  }

  /** The only numbers that the user sees; `null`: all, and what is of the contract as a whole. @see domain.md ADM-4 */
  get scope(): readonly string[] | null {
    return this.rights ? numbersSeen(this.rights) : null;
  }

  /** Whether amounts of this number are for the user's eyes. @param number - `null`: what is of no number. */
  sees(number: string | null): boolean {
    return this.scope === null || (number !== null && this.scope.includes(number));
  }

  /** Numbers of the account that the user sees. */
  get numbers(): readonly NumberState[] {
    return this.state.numbers.filter(({ number }) => this.sees(number));
  }

  /** Whether a thing of this number is for the user's eyes. */
  mayRead(action: Action, number: string): boolean {
    return decide(action, this.rights, number) === 'ALLOWED';
  }

  /** Asks the engine with the user's rights. */
  ask(query: Query): Promise<unknown> {
    return this.world.ask(query, { user: this.user, of: this.state });
  }

  /**
   * The number of the account that a path names, written in any way people write numbers.
   *
   * @throws {ApiProblem} NOT_FOUND also for one that the user must not know of (ADM-4)
   */
  number(written: string): NumberState {
    const wanted = parsePhone(written)?.value ?? written;
    return this.numbers.find(({ number }) => number === wanted) ?? fail('NOT_FOUND');
  }

  /** `0.00` at the currency's scale. */
  get zero(): string {
    return zero(scaleOf(this.state.currency));
  }

  money(value: string): { value: string; currency: string } {
    return { value, currency: this.state.currency };
  }

  moneyOrNull(value: string | null): { value: string; currency: string } | null {
    return value === null ? null : this.money(value);
  }
}

/**
 * The accounts that a user may enter, by id.
 *
 * @param only - Narrows them to what a token was issued for; null or absent: all.
 */
export async function accessible(
  host: WorldHost,
  user: string,
  only: readonly string[] | null = null,
): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (const id of only ?? (await host.world.find.ofUser(user))) {
    const state = await host.world.account(id);
    if (state === undefined) continue;
    const reader = new Reader(host, state, user);
    if (decide('account.read', reader.rights) === 'ALLOWED') readers.push(reader);
  }
  return readers;
}
