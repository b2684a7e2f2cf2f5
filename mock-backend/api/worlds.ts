import type { Catalog } from '../engine/catalog.js';
import { type Close, closeInProcess, type MakeClose } from '../close/close.js';
import type { Store, StoreFactory } from '../store/port.js';
import { World } from '../world/world.js';

/** Milliseconds since 1970 by the wall clock. */
export type WallClock = () => number;

/** What the worlds of a server have in common. */
export interface HostParts {
  readonly wall: WallClock;
  /** Runs what is due of worlds whose clock runs. */
  readonly makeClose: MakeClose;
  /** Told of what could not be run; it is tried again. */
  readonly onFailure: (error: unknown) => void;
}

/** What a new world begins with. */
export interface WorldSeed {
  readonly catalog: Catalog;
  readonly timezone: string;
  readonly currency: string;
  /** Instant at which its clock starts, RFC 3339. */
  readonly start: string;
}

/**
 * One world that is being served: its engine, its store, and how its clock moves. A running clock goes on from where the
 * world stands for as long as the server runs; a manual one moves only when told.
 */
export class WorldHost {
  #anchor: { readonly world: number; readonly wall: number } | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Set<() => void>();
  #running: { readonly close: Close; readonly timer: ReturnType<typeof setInterval> } | null = null;

  constructor(
    readonly id: string,
    readonly world: World,
    readonly store: Store,
    readonly seed: WorldSeed,
    private readonly parts: HostParts,
    running: boolean,
  ) {
    this.setRunning(running);
  }

  get running(): boolean {
    return this.#anchor !== null;
  }

  /**
   * The world at the present instant, by the clock of whichever server is ahead. A running clock moves in whole seconds; what is due by
   * then is run beside requests, and of an account that is looked at before anything else.
   */
  async present(): Promise<World> {
    if (this.#anchor === null) await this.world.catchUp();
    else await this.#tick();
    return this.world;
  }

  /** Moves the clock; moves asked for at the same time follow each other. A running clock goes on from there. */
  advance(to: string): Promise<void> {
    const turn = this.#turn.then(async () => {
      if (Date.parse(to) <= Date.parse(this.world.now)) return;
      await this.world.advance(to);
      this.touched();
      if (this.#anchor !== null && Date.parse(to) > this.#anchor.world + this.parts.wall() - this.#anchor.wall) {
        this.#anchor = { world: Date.parse(to), wall: this.parts.wall() };
      }
    });
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Tells those who watch that something may have happened. */
  touched(): void {
    for (const listener of this.#listeners) listener();
  }

  /** @returns Ends the watch. */
  watch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets the clock run from where it stands, or stops it. */
  setRunning(running: boolean): void {
    this.#anchor = running ? { world: this.world.instant, wall: this.parts.wall() } : null;
    if (!running) return;
    if (this.#running) return;
    const { world, parts } = this;
    const close = parts.makeClose({ id: this.id, world, onPage: () => this.touched(), onFailure: parts.onFailure });
    // Months are closed whether anybody looks or not.
    const timer = setInterval(() => void this.#tick().catch(parts.onFailure), SECOND);
    // A process is not kept from ending by what may become due.
    if (typeof timer === 'object') timer.unref();
    this.#running = { close, timer };
    close.kick();
  }

  /** Ends what is run beside requests, and closes the store. */
  async end(): Promise<void> {
    if (this.#running) {
      clearInterval(this.#running.timer);
      await this.#running.close.stop();
    }
    await this.store.close();
  }

  async #tick(): Promise<void> {
    const anchor = this.#anchor;
    if (anchor === null) return;
    const now = Math.floor((anchor.world + this.parts.wall() - anchor.wall) / SECOND) * SECOND;
    if (now <= this.world.instant) return;
    await this.world.tick(new Date(now).toISOString());
    this.#running?.close.kick();
  }
}

const SECOND = 1000;
/** Name of the store that remembers which worlds there are. */
const REGISTER = '.worlds';
const LIST = 'worlds';

interface Registered {
  readonly id: string;
  readonly seed: WorldSeed;
  readonly running: boolean;
}

/** The worlds of a server: one tenant each, with data and a clock of its own. */
export class Worlds {
  readonly #hosts = new Map<string, WorldHost>();
  readonly #registered = new Map<string, Registered>();
  readonly #parts: HostParts;
  #register: Store | null = null;

  constructor(
    private readonly openStore: StoreFactory,
    parts: Partial<HostParts> = {},
  ) {
    this.#parts = { wall: Date.now, makeClose: closeInProcess, onFailure: () => undefined, ...parts };
  }

  get(id: string): WorldHost | undefined {
    return this.#hosts.get(id);
  }

  list(): readonly WorldHost[] {
    return [...this.#hosts.values()];
  }

  /**
   * Opens a world, new or stored.
   *
   * @param running - Whether its clock runs with the wall clock.
   */
  async open(id: string, seed: WorldSeed, running: boolean): Promise<WorldHost> {
    const store = await this.openStore(id);
    const world = await World.open({ id, ...seed, store });
    const host = new WorldHost(id, world, store, seed, this.#parts, running);
    this.#hosts.set(id, host);
    // A clock that was being moved when the world stopped is moved on; a running one has its duties.
    if (!running) await world.advance(world.now);
    return host;
  }

  /** Makes a world and remembers it for the next start of the server. */
  async create(id: string, seed: WorldSeed, running: boolean): Promise<WorldHost> {
    const host = await this.open(id, seed, running);
    this.#registered.set(id, { id, seed, running });
    await this.#remember();
    return host;
  }

  /** Opens the worlds that an earlier run of the server made. */
  async restore(): Promise<void> {
    const register = await this.#registerStore();
    const list = JSON.parse((await register.fact(LIST)) ?? '[]') as Registered[];
    for (const world of list) {
      this.#registered.set(world.id, world);
      await this.open(world.id, world.seed, world.running);
    }
  }

  /** Closes a world and forgets that it was made. Its data stay where they are. */
  async remove(id: string): Promise<void> {
    if (this.#registered.delete(id)) await this.#remember();
    await this.#close(id);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#hosts.keys()].map((id) => this.#close(id)));
    await this.#register?.close();
    this.#register = null;
  }

  async #close(id: string): Promise<void> {
    const host = this.#hosts.get(id);
    this.#hosts.delete(id);
    await host?.end();
  }

  async #registerStore(): Promise<Store> {
    return (this.#register ??= await this.openStore(REGISTER));
  }

  async #remember(): Promise<void> {
    const register = await this.#registerStore();
    await register.putFact(LIST, JSON.stringify([...this.#registered.values()]));
  }
}
