/** The world: an operator's accounts under one clock. What the API and the scenario runner talk to. */
import { ACTION_OF_COMMAND, ACTION_OF_QUERY } from '../engine/access/policy.js';
import { instant, utc } from '../engine/calendar.js';
import type { Catalog } from '../engine/catalog.js';
import { Catalogue } from '../engine/catalogue.js';
import type { Command, Json, Receipt } from '../engine/command.js';
import { type AccountCommand, decide, openAccount } from '../engine/decide.js';
import { Desk } from '../engine/desk.js';
import { type ErrorCode, Refusal, refuse } from '../engine/errors.js';
import { nextDue, runDue } from '../engine/midnight.js';
import { DEFAULT_PROVIDER } from '../engine/payments.js';
import type { Query } from '../engine/query.js';
import type { AccountState } from '../engine/state.js';
import { STATE_VERSION } from '../engine/version.js';
import { Conflict, KEY_MS, type KeyRecord, type Store } from '../store/port.js';
import { Accounts } from './accounts.js';
import { Agenda } from './agenda.js';
import { type Answerer, answer } from './answer.js';
import { legsOf } from './calls.js';
import { canonical } from './canonical.js';
import { importUsage } from './import.js';
import { check, operatorOnly, ownerOnly } from './rights.js';
import { Stock } from './stock.js';

export interface WorldOptions {
  readonly id: string;
  readonly catalog: Catalog;
  /** Zone of accounts that name none. */
  readonly timezone: string;
  /** Currency of accounts that name none. */
  readonly currency: string;
  /** Instant at which a new world's clock starts, RFC 3339. */
  readonly start: string;
  readonly store: Store;
}

export interface PerformOptions {
  /** Idempotency key (CC-17). */
  readonly key?: string;
  /** Runs with this user's rights; without one: the operator's. */
  readonly user?: string;
  /** Name of what the command makes (a quote, an import, the legs of a call), for later questions. */
  readonly as?: string;
  /** Text of the file of `usage.import`, in chunks of any size. */
  readonly source?: AsyncIterable<string | Uint8Array>;
}

const MAX_RETRIES = 5;
const NOW = 'now';
const VERSION = 'version';

type Context = Pick<PerformOptions, 'user' | 'as' | 'source'> & {
  readonly remember: (receipt: Receipt) => KeyRecord | undefined;
  /** What another process has meanwhile answered to the same key. */
  readonly repeated?: () => Promise<Receipt | undefined>;
};

export class World implements Answerer {
  readonly catalogue: Catalogue;
  readonly accounts: Accounts;
  readonly stock: Stock;
  readonly #agenda = new Agenda();
  readonly #running = new Map<string, string>();
  #turn: Promise<unknown> = Promise.resolve();
  /** Turns that are not over. */
  #atWork = 0;
  #now: number;

  private constructor(private readonly options: WorldOptions) {
    this.catalogue = new Catalogue(options.catalog);
    this.stock = new Stock(options.store, this.catalogue.showcase);
    this.accounts = new Accounts(options.store, this.catalogue, this.stock);
    this.#now = instant(options.start);
    this.accounts.now = this.#now;
  }

  /**
   * A new world, or the stored one with its journals replayed.
   *
   * @throws {Error} If it was written by a newer version, whose events this one does not know.
   */
  static async open(options: WorldOptions): Promise<World> {
    await checkVersion(options.store);
    const world = new World(options);
    const stored = await options.store.fact(NOW);
    if (stored !== null) world.#setNow(instant(stored));
    await world.accounts.load();
    await world.stock.load();
    const { accounts } = world;
    await world.stock.mend((account, number) => accounts.ownerOf(number)?.account === account, world.#now);
    for (const account of world.accounts.ids()) world.#schedule(account);
    // A clock that was being moved when the world stopped is moved on.
    await world.#runUntil(world.#now);
    return world;
  }

  get store(): Store {
    return this.options.store;
  }

  /** Present instant, RFC 3339 in UTC. */
  get now(): string {
    return utc(this.#now);
  }

  /** Present instant, milliseconds since the epoch. */
  get instant(): number {
    return this.#now;
  }

  /** The account as it is now, for reading only; `undefined` if there is none. */
  state(account: string): AccountState | undefined {
    return this.accounts.state(account);
  }

  /**
   * Moves the clock; everything due up to and including `to` runs first, in order of time, then of account (FORMAT §3). The clock
   * never goes back.
   */
  advance(to: string): Promise<void> {
    const until = instant(to);
    return this.#exclusively(async () => {
      if (until <= this.#now) return;
      // Remembered first: a world that stops on the way goes on when it is opened again.
      await this.options.store.putFact(NOW, utc(until));
      await this.#runUntil(until);
      this.#setNow(until);
    });
  }

  /** Takes over what other processes have appended to the store meanwhile; whoever is at work does so anyway. */
  async catchUp(): Promise<void> {
    if (this.#atWork === 0) await this.#upToDate(() => Promise.resolve());
  }

  /**
   * Carries out a command at `now`.
   *
   * @throws {Refusal} If it may not be done; then nothing has changed.
   */
  async perform(command: Command, options: PerformOptions = {}): Promise<Receipt> {
    const { key } = options;
    if (key === undefined) {
      return this.#upToDate(() => this.#perform(command, { ...options, remember: () => undefined }));
    }
    const body = canonical([options.user ?? null, command]);
    const running = this.#running.get(key);
    if (running !== undefined) refuse(running === body ? 'REQUEST_IN_PROGRESS' : 'IDEMPOTENCY_KEY_REUSED');
    this.#running.set(key, body);
    try {
      return await this.#upToDate(() => this.#performOnce(key, body, command, options));
    } finally {
      this.#running.delete(key);
    }
  }

  /**
   * Answers a question (FORMAT §6); amounts are decimal strings at the currency's scale.
   *
   * @throws {Refusal} `NOT_FOUND` for an unknown account, number or id.
   */
  ask(query: Query, options: { readonly user?: string } = {}): Promise<unknown> {
    return this.#upToDate(() => answer(this, query, options.user));
  }

  /** @throws {Refusal} If the user may not do it, or must not even know of it (ADM-3). */
  authorise(query: Query, account: string, user: string | undefined, number?: string): void {
    if (user !== undefined) check(this.accounts, ACTION_OF_QUERY[query.get], account, user, number);
  }

  async #performOnce(key: string, body: string, command: Command, options: PerformOptions): Promise<Receipt> {
    const { store } = this.options;
    const repeated = () => this.#answered(key, body);
    const known = await repeated();
    if (known) return known;
    const record = (answer: KeyRecord['answer']): KeyRecord => ({ key, body, at: this.#now, answer });
    try {
      return await this.#perform(command, { ...options, repeated, remember: (receipt) => record({ receipt }) });
    } catch (error) {
      // A key that another process has taken meanwhile keeps its own answer.
      if (error instanceof Refusal && error.code !== 'IDEMPOTENCY_KEY_REUSED') {
        await store.putKey(record({ code: error.code, params: error.params }));
      }
      throw error;
    }
  }

  /** What was answered to a key within its time. @throws {Refusal} What was refused, and a key that comes with another command. */
  async #answered(key: string, body: string): Promise<Receipt | undefined> {
    const known = await this.options.store.key(key);
    if (!known || this.#now - known.at >= KEY_MS) return undefined;
    if (known.body !== body) return refuse('IDEMPOTENCY_KEY_REUSED');
    if ('receipt' in known.answer) return known.answer.receipt as Receipt;
    throw new Refusal(known.answer.code as ErrorCode, known.answer.params);
  }

  async #perform(command: Command, context: Context): Promise<Receipt> {
    switch (command.do) {
      case 'clock':
        return this.#remembered({}, context);
      case 'as-user':
        // One user never acts as another.
        if (context.user !== undefined) return refuse('FORBIDDEN');
        return this.#perform(command.step, { ...context, user: command.user });
      case 'account.open':
        operatorOnly(this.accounts, context.user, command.account);
        return this.#open(command, context);
      case 'usage.import':
        operatorOnly(this.accounts, context.user);
        return this.#remembered(await this.#import(command.file, context), context);
      case 'call':
        ownerOnly(this.accounts, context.user, this.accounts.accountOf(command.to));
        return this.#remembered(await this.#call(command, context), context);
      default:
        return this.#decide(command, context);
    }
  }

  async #open(command: Extract<Command, { do: 'account.open' }>, context: Context): Promise<Receipt> {
    if (this.state(command.account)) refuse('ACCOUNT_EXISTS', { account: command.account });
    const desk = openAccount(command, this.#now, this.options, this.catalogue, this.accounts);
    const receipt: Receipt = { account: command.account, balance: desk.state.balance };
    try {
      await this.accounts.commit(desk, context.remember(receipt));
    } catch (error) {
      if (error instanceof Conflict) refuse('ACCOUNT_EXISTS', { account: command.account });
      throw error;
    }
    this.#schedule(command.account);
    return receipt;
  }

  /**
   * Whether a command would be refused now; nothing changes and nothing is remembered.
   *
   * @throws {Refusal} As `perform` would.
   */
  rehearse(command: AccountCommand, user: string): Promise<void> {
    return this.#upToDate(async () => {
      const account = this.#accountOf(command);
      const state = account === null ? undefined : this.state(account);
      if (account === null || state === undefined) return refuse('NOT_FOUND');
      check(
        this.accounts,
        ACTION_OF_COMMAND[command.do],
        account,
        user,
        'number' in command ? command.number : undefined,
      );
      decide(new Desk(structuredClone(state), this.catalogue, this.#now, this.accounts), command, {
        user,
        as: account,
      });
    });
  }

  async #decide(
    command: Exclude<Command, { do: 'account.open' | 'usage.import' | 'call' | 'as-user' | 'clock' }>,
    context: Context,
  ): Promise<Receipt> {
    const account = this.#accountOf(command);
    if (account === null || !this.state(account)) return refuse('NOT_FOUND');
    if (context.user !== undefined) {
      check(
        this.accounts,
        ACTION_OF_COMMAND[command.do],
        account,
        context.user,
        'number' in command ? command.number : undefined,
      );
    }
    if (command.do === 'usage' && command.id !== undefined && (await this.store.find(command.id))) {
      return this.#remembered({ id: command.id, duplicate: true }, context);
    }
    for (let attempt = 1; ; attempt += 1) {
      const desk = this.accounts.desk(account, this.#now) ?? refuse('NOT_FOUND');
      try {
        const receipt = decide(desk, command, {
          user: context.user,
          as: context.as ?? `${account}#${command.do}${this.accounts.seq(account) + 1}`,
        });
        await this.accounts.commit(desk, context.remember(receipt));
        this.#schedule(account);
        return receipt;
      } catch (error) {
        if (error instanceof Conflict && attempt < MAX_RETRIES) {
          // Whoever was first may have done this very command.
          const done = await context.repeated?.();
          if (done) return done;
          continue;
        }
        // A refusal after the first event would leave half a command behind.
        if (desk.events.length > 0) await this.accounts.forget(account);
        throw error;
      }
    }
  }

  async #call(command: Extract<Command, { do: 'call' }>, context: Context): Promise<Receipt> {
    const { as, legs, reaches, by } = legsOf(this.accounts, command, this.#now, context.as);
    const ids: Json[] = [];
    for (const leg of legs) {
      await this.#decide(leg, { remember: () => undefined });
      ids.push(leg.id ?? null);
    }
    return { call: as, legs: ids, reaches, by };
  }

  async #import(file: string, context: Context): Promise<Receipt> {
    const { source, as } = context;
    if (!source) throw new Error(`usage.import: the text of ${file} was not given`);
    const result = await importUsage(this.accounts, this.store, source, this.#now);
    for (const account of result.touched) this.#schedule(account);
    const { accepted, duplicates, rejected } = result;
    const receipt = { import: as ?? file, accepted, duplicates, rejected };
    await this.store.putFact(`import:${as ?? file}`, JSON.stringify(receipt));
    return receipt;
  }

  /** Remembers an answer that came with no event of its own. */
  async #remembered(receipt: Receipt, context: Context): Promise<Receipt> {
    const record = context.remember(receipt);
    if (record) await this.store.putKey(record);
    return receipt;
  }

  #accountOf(command: Exclude<Command, { do: 'as-user' | 'usage.import' | 'call' | 'clock' }>): string | null {
    switch (command.do) {
      case 'payment':
        return this.accounts.accountOfPayment(command.provider ?? DEFAULT_PROVIDER, command.txn) ?? command.account;
      case 'payment.refund':
        return this.accounts.accountOfTxn(command.txn);
      case 'payment.reverse':
        return command.provider === undefined
          ? this.accounts.accountOfTxn(command.txn)
          : this.accounts.accountOfPayment(command.provider, command.txn);
      case 'usage':
        return this.accounts.accountOf(
          command.number,
          command.start === undefined ? this.#now : instant(command.start),
        );
      default:
        return 'account' in command ? command.account : this.accounts.accountOf(command.number);
    }
  }

  async #runUntil(until: number): Promise<void> {
    for (let due = this.#agenda.take(until); due; due = this.#agenda.take(until)) {
      this.#setNow(Math.max(this.#now, due.at));
      const desk = this.accounts.desk(due.account, due.at);
      if (!desk) continue;
      runDue(desk);
      try {
        await this.accounts.commit(desk);
      } catch (error) {
        // Another process was first: what it left due is looked at anew.
        if (!(error instanceof Conflict)) throw error;
      }
      this.#schedule(due.account);
    }
  }

  #schedule(account: string): void {
    const state = this.state(account);
    if (state) this.#agenda.set(account, nextDue(state, this.catalogue));
  }

  #setNow(now: number): void {
    this.#now = now;
    this.accounts.now = now;
  }

  /** In its turn, with what other processes have written. */
  #upToDate<T>(work: () => Promise<T>): Promise<T> {
    return this.#exclusively(async () => {
      for (const account of await this.accounts.catchUp()) this.#schedule(account);
      return work();
    });
  }

  /** One after another: what is decided is made before the next is decided. */
  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    this.#atWork += 1;
    const result = this.#turn.then(work).finally(() => (this.#atWork -= 1));
    this.#turn = result.catch(() => undefined);
    return result;
  }
}

async function checkVersion(store: Store): Promise<void> {
  const written = Number((await store.fact(VERSION)) ?? 0);
  if (written > STATE_VERSION) {
    throw new Error(`the data were written by a newer version (state ${written}); this one knows ${STATE_VERSION}`);
  }
  if (written < STATE_VERSION) await store.putFact(VERSION, String(STATE_VERSION));
}
