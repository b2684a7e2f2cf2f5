/** The world: an operator's accounts under one clock. What the API and the scenario runner talk to. */
import { ACTION_OF_COMMAND, ACTION_OF_QUERY } from '../engine/access/policy.js';
import { instant, utc } from '../engine/calendar.js';
import type { Catalog } from '../engine/catalog.js';
import { Catalogue } from '../engine/catalogue.js';
import type { Command, Json, Receipt } from '../engine/command.js';
import { type AccountCommand, decide, openAccount } from '../engine/decide.js';
import { Desk } from '../engine/desk.js';
import { Refusal, refuse } from '../engine/errors.js';
import type { Query } from '../engine/query.js';
import type { AccountState } from '../engine/state.js';
import { Conflict, type Store } from '../store/port.js';
import { Accounts, type Holder } from './accounts.js';
import { type Answerer, answer } from './answer.js';
import { legsOf } from './calls.js';
import { canonical } from './canonical.js';
import { Directory, Unread } from './directory.js';
import { Duties } from './duties.js';
import { importUsage } from './import.js';
import { type Decided, Finder } from './finder.js';
import { listAnew } from './listing-anew.js';
import { isOneAppend, Once, type Remembering, unremembered } from './once.js';
import { check, operatorOnly, ownerOnly } from './rights.js';
import { Stock } from './stock.js';
import { Turns } from './turns.js';
import { checkVersion } from './written.js';

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
  /** Accounts whose states are kept in memory, whoever used them last. */
  readonly inWork?: number;
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

type Context = Pick<PerformOptions, 'user' | 'as' | 'source'> & Remembering;

export class World implements Answerer {
  readonly catalogue: Catalogue;
  readonly accounts: Accounts;
  readonly stock: Stock;
  readonly find: Finder;
  readonly #duties: Duties;
  readonly #once: Once;
  readonly #turns = new Turns();
  /** Accounts that are to be read, and of which the store has not been asked yet. */
  readonly #waiting = new Map<string, Promise<AccountState | undefined>>();
  #now: number;

  private constructor(private readonly options: WorldOptions) {
    const { store, catalog, inWork } = options;
    this.catalogue = new Catalogue(catalog);
    this.stock = new Stock(store, this.catalogue.showcase);
    this.accounts = new Accounts(store, this.catalogue, this.stock, inWork);
    this.#duties = new Duties(store, this.accounts, this.stock);
    this.find = new Finder(store);
    this.#once = new Once(store, () => this.#now);
    this.#now = instant(options.start);
  }

  /**
   * A new world, or the stored one as it was left.
   *
   * @throws StoreFailure If it was written by a newer version, whose events this one does not know.
   */
  static async open(options: WorldOptions): Promise<World> {
    await checkVersion(options.store);
    const world = new World(options);
    await world.catchUp();
    await listAnew(options.store, world.accounts);
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
  account(account: string): Promise<AccountState | undefined> {
    return this.#turns.together(() => this.state(account));
  }

  /** The account as this process saw it last, for reading only; `undefined` if it has not been in work. */
  peek(account: string): AccountState | undefined {
    return this.accounts.peek(account);
  }

  /** What is known of the world around an account: nothing, until it is read. */
  around(): Directory {
    return new Directory(this.store, this.stock, this.#now);
  }

  /**
   * Moves the clock; everything due up to and including `to` runs first, in order of time, then of account (FORMAT §3). The clock
   * never goes back. A move that was not finished, because the world stopped on the way, is finished by the next one.
   */
  advance(to: string): Promise<void> {
    const until = instant(to);
    return this.#turns.alone(async () => {
      await this.catchUp();
      const target = Math.max(until, this.#now);
      // Remembered first: a world that stops on the way goes on when it is opened again.
      if (target > this.#now) await this.store.putFact(NOW, utc(target));
      for (let page = await this.#duties.page(target); page.length > 0; page = await this.#duties.page(target)) {
        await this.#duties.run(page, target);
      }
      this.#now = target;
    });
  }

  /** Moves the clock and leaves what is due to {@link runDue}; what is due of an account runs before anything else is done with it. */
  async tick(to: string): Promise<void> {
    const until = instant(to);
    if (until <= this.#now) return;
    await this.store.putFact(NOW, utc(until));
    this.#now = Math.max(this.#now, until);
  }

  /** Takes over the clock of other processes on the same store. */
  async catchUp(): Promise<void> {
    const stored = await this.store.fact(NOW);
    if (stored !== null) this.#now = Math.max(this.#now, instant(stored));
  }

  /** Whether anything is due by now. */
  async isDue(): Promise<boolean> {
    return (await this.store.due(this.#now, 1)).length > 0;
  }

  /** Runs a page of what is due by now, beside other commands. @returns Whether there was any. */
  runDue(): Promise<boolean> {
    return this.#turns.together(async () => {
      const now = this.#now;
      const page = await this.#duties.page(now);
      if (page.length === 0) return false;
      const accounts = page.map(({ account }) => account);
      await this.#turns.of(accounts, () => this.#duties.run(page, now));
      return true;
    });
  }

  /** Forgets some of the answers by key whose time is over (CC-17). */
  forgetAnswers(): Promise<void> {
    return this.#once.forget();
  }

  /**
   * Carries out a command at `now`.
   *
   * @throws {Refusal} If it may not be done; then nothing has changed.
   */
  async perform(command: Command, options: PerformOptions = {}): Promise<Receipt> {
    const { key } = options;
    if (key === undefined) return this.#perform(command, { ...options, ...unremembered });
    const body = canonical([options.user ?? null, command]);
    return this.#once.perform(key, body, (how) => this.#perform(command, { ...options, ...how }), isOneAppend(command));
  }

  /**
   * Answers a question (FORMAT §6); amounts are decimal strings at the currency's scale.
   *
   * @param options.of - The account of the question, if it has just been read: then it is not read again.
   * @throws {Refusal} `NOT_FOUND` for an unknown account, number or id.
   */
  ask(query: Query, options: { readonly user?: string; readonly of?: AccountState } = {}): Promise<unknown> {
    return this.#turns.together(() => answer(this, query, options.user, options.of));
  }

  /**
   * Whether a command would be refused now; nothing changes and nothing is remembered.
   *
   * @throws {Refusal} As `perform` would.
   */
  rehearse(command: AccountCommand, user: string): Promise<void> {
    return this.#turns.together(async () => {
      const directory = this.around();
      const account = await this.find.ofCommand(command, this.#now);
      if (account === null) return refuse('NOT_FOUND');
      await this.#turns.of([account], async () => {
        const { state } = (await this.#current(account)) ?? refuse('NOT_FOUND');
        check(state, ACTION_OF_COMMAND[command.do], user, 'number' in command ? command.number : undefined);
        await directory.informed(() => {
          const copy = structuredClone(state);
          directory.enter(copy);
          decide(new Desk(copy, this.catalogue, this.#now, directory), command, { user, as: account });
        });
      });
    });
  }

  /** For answers, which are in their turn already. Who asks before the store is asked shares its answer. */
  state(account: string): Promise<AccountState | undefined> {
    const waiting = this.#waiting.get(account);
    if (waiting) return waiting;
    const asked = this.#turns.of([account], async () => {
      this.#waiting.delete(account);
      return (await this.#current(account))?.state;
    });
    this.#waiting.set(account, asked);
    return asked;
  }

  /** @throws {Refusal} If the user may not do it, or must not even know of it (ADM-3). */
  authorise(query: Query, state: AccountState | undefined, user: string | undefined, number?: string): void {
    if (user !== undefined) check(state, ACTION_OF_QUERY[query.get], user, number);
  }

  async #perform(command: Command, context: Context): Promise<Receipt> {
    switch (command.do) {
      case 'clock':
        return this.#remembered({}, context);
      case 'as-user':
        // One user never acts as another.
        if (context.user !== undefined) return refuse('FORBIDDEN');
        return this.#perform(command.step, { ...context, user: command.user });
      case 'usage.import':
        await operatorOnly(this, context.user);
        return this.#remembered(await this.#import(command.file, context), context);
      case 'account.open':
        await operatorOnly(this, context.user, command.account);
        return this.#turns.together(() => this.#turns.of([command.account], () => this.#open(command, context)));
      case 'call':
        await ownerOnly(this, context.user, command.to);
        return this.#turns.together(async () => this.#remembered(await this.#call(command, context), context));
      default:
        return this.#turns.together(() => this.#decide(command, context));
    }
  }

  async #open(command: Extract<Command, { do: 'account.open' }>, context: Context): Promise<Receipt> {
    const [known] = await this.accounts.open([command.account]);
    if (known) refuse('ACCOUNT_EXISTS', { account: command.account });
    const around = this.around();
    const desk = openAccount(command, this.#now, this.options, this.catalogue, around);
    const receipt: Receipt = { account: command.account, balance: desk.state.balance };
    try {
      await this.accounts.commit([desk], around, context.remember(receipt));
    } catch (error) {
      if (error instanceof Conflict) refuse('ACCOUNT_EXISTS', { account: command.account });
      throw error;
    }
    return receipt;
  }

  async #decide(command: Decided, context: Context): Promise<Receipt> {
    for (let attempt = 1; ; attempt += 1) {
      const account = (await this.find.ofCommand(command, this.#now)) ?? refuse('NOT_FOUND');
      try {
        return await this.#turns.of([account], () => this.#decideOn(account, command, context, attempt > 1));
      } catch (error) {
        if (!(error instanceof Conflict) || attempt >= MAX_RETRIES) throw error;
        // Whoever was first may have done this very command.
        const done = await context.repeated?.();
        if (done) return done;
      }
    }
  }

  /**
   * In the account's turn.
   *
   * @param again - Somebody was first: with a record of usage perhaps with the same one.
   * @throws {Conflict} If somebody else was first with the account, or with something that both want.
   */
  async #decideOn(account: string, command: Decided, context: Context, again: boolean): Promise<Receipt> {
    const directory = this.around();
    // What this process saw last will mostly do: if somebody has appended meanwhile, the commit finds out. What comes to nothing is
    // decided once more, on what the store has.
    let isCertain = again;
    for (;;) {
      const { state, seq } = (await this.#current(account, isCertain)) ?? refuse('NOT_FOUND');
      directory.enter(state);
      const desk = new Desk(state, this.catalogue, this.#now, directory);
      try {
        if (context.user !== undefined)
          check(state, ACTION_OF_COMMAND[command.do], context.user, 'number' in command ? command.number : undefined);
        if (again && command.do === 'usage' && command.id !== undefined && (await this.store.find(command.id)))
          return await this.#remembered({ id: command.id, duplicate: true }, context);
        const as = context.as ?? `${account}#${command.do}${seq + 1}`;
        const receipt = decide(desk, command, { user: context.user, as });
        if (desk.events.length === 0) {
          if (isCertain) return (await context.repeated?.()) ?? (await this.#remembered(receipt, context));
          isCertain = true;
          continue;
        }
        await this.accounts.commit([desk], directory, context.remember(receipt));
        return receipt;
      } catch (error) {
        // What was decided and not made would leave half a command behind.
        if (desk.events.length > 0) this.accounts.forget(account);
        if (error instanceof Unread) await directory.learn(error);
        else if (error instanceof Refusal && !isCertain) isCertain = true;
        else throw error;
      }
    }
  }

  async #call(command: Extract<Command, { do: 'call' }>, context: Context): Promise<Receipt> {
    const directory = this.around();
    await directory.read('number', [command.to, command.from]);
    const owner = directory.ownerOf(command.to);
    const holder =
      owner && !owner.onHold ? await this.#turns.of([owner.account], () => this.#current(owner.account)) : null;
    if (!holder) return refuse('NOT_FOUND', { number: command.to });
    const { state, seq } = holder;
    directory.enter(state);
    const desk = new Desk(state, this.catalogue, this.#now, directory);
    const name = context.as ?? `${state.id}#call${seq + 1}`;
    const { legs, reaches, by } = await directory.informed(() => legsOf(desk, command, name));
    const ids: Json[] = [];
    for (const leg of legs) {
      await this.#decide(leg, unremembered);
      ids.push(leg.id ?? null);
    }
    return { call: name, legs: ids, reaches, by };
  }

  async #import(file: string, context: Context): Promise<Receipt> {
    const { source, as } = context;
    if (!source) throw new Error(`usage.import: the text of ${file} was not given`);
    const result = await importUsage(source, {
      accounts: this.accounts,
      store: this.store,
      directory: () => this.around(),
      settled: (accounts) => this.#settleAll(accounts),
      alone: (work) => this.#turns.alone(work),
    });
    const receipt = { import: as ?? file, ...result };
    await this.store.putFact(`import:${as ?? file}`, JSON.stringify(receipt));
    return receipt;
  }

  /** Remembers an answer that came with no event of its own. */
  async #remembered(receipt: Receipt, context: Context): Promise<Receipt> {
    const record = context.remember(receipt);
    if (record) await this.store.putKey(record);
    return receipt;
  }

  /**
   * The account with nothing left due; in its turn.
   *
   * @param isCertain - As its journal stands, and not only as this process saw it last.
   */
  async #current(account: string, isCertain = true): Promise<Holder | null> {
    for (;;) {
      const recent = isCertain ? null : this.accounts.recent(account);
      const [holder = null] = recent ? [recent] : await this.accounts.open([account]);
      if (!holder || holder.due > this.#now) return holder;
      await this.#duties.run([{ account, at: holder.due }], this.#now);
    }
  }

  async #settleAll(accounts: readonly string[]): Promise<void> {
    const holders = await this.accounts.open(accounts);
    for (const holder of holders) if (holder && holder.due <= this.#now) await this.#current(holder.state.id);
  }
}
