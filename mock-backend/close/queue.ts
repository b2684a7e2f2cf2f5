/**
 * The close as a queue of jobs in PostgreSQL, for any number of server processes: a job is a page of accounts, one at a time for a
 * world, so that accounts go in order. A process that dies leaves its job to the others when its time is over. That nothing is done
 * twice does not hang on the queue: a page is made in one transaction, by compare-and-set, and what is due no longer is not run.
 * Node only.
 */
import pg from 'pg';
import PgBoss from 'pg-boss';
import { alone, failure, patience, shown } from '../store/postgres.pool.js';
import { closeByPages, type CloseParts, type MakeClose } from './close.js';

/** Seconds after which a job whose process says nothing more is taken over, and between two looks at that. */
const EXPIRE_S = 60;
const LOOK_S = 10;
/** Seconds for which one may look at jobs that are done. */
const KEEP_S = 3600;
/** A page that fails is tried again, as often as it takes. */
const RETRIES = 1_000_000;
/** One connection for jobs, one for looking after them. */
const CONNECTIONS = 2;
const ANSWER_MS = 30_000;

export interface QueueOptions {
  /** Where the queue keeps its tables. */
  readonly schema?: string;
  readonly expireSeconds?: number;
  /** Told of what the queue itself could not do; it goes on when it can. */
  readonly onFailure: (error: unknown) => void;
}

/** The queue of one database, as this process sees it. */
export class CloseQueue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly pool: pg.Pool,
    private readonly url: string,
    private readonly expireSeconds: number,
  ) {}

  /**
   * Makes the tables of the queue if they are not there.
   *
   * @param url - Such as `postgres://user@host/database`.
   * @throws {StoreFailure} `invalid` or `unreachable`.
   */
  static async open(url: string, options: QueueOptions): Promise<CloseQueue> {
    const { schema = 'lk_close', expireSeconds = EXPIRE_S, onFailure } = options;
    const at = shown(url);
    const pool = new pg.Pool({
      connectionString: url,
      application_name: 'lk-close',
      max: CONNECTIONS,
      connectionTimeoutMillis: patience(url),
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    // A connection that breaks while nobody uses it is replaced by the next one.
    pool.on('error', () => undefined);
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      schema,
      // The clocks of worlds say what is due, not the calendar of this one.
      schedule: false,
      maintenanceIntervalSeconds: Math.min(LOOK_S, expireSeconds),
      archiveCompletedAfterSeconds: KEEP_S,
      deleteAfterSeconds: KEEP_S,
    });
    boss.on('error', (error) => onFailure(failure(error, at)));
    try {
      await boss.start();
    } catch (error) {
      await pool.end();
      throw failure(error, at);
    }
    return new CloseQueue(boss, pool, url, expireSeconds);
  }

  /** For worlds whose stores are in the queue's database. */
  readonly makeClose: MakeClose = (parts) => {
    const name = `world/${parts.id}`;
    let isMade = false;
    return closeByPages(parts, async () => {
      const { world } = parts;
      const [due] = await world.store.due(world.instant, 1);
      if (!due) return false;
      if (!isMade) await this.#make(name);
      isMade = true;
      return this.#page(name, parts);
    });
  };

  /** When every close has been stopped. */
  async end(): Promise<void> {
    await this.boss.stop({ graceful: false }).catch(() => undefined);
    await this.pool.end();
  }

  /** Once for all servers: two that made tables at the same time would wait for each other. */
  async #make(name: string): Promise<void> {
    if (await this.#ask((boss) => boss.getQueue(name))) return;
    await alone(this.url, () =>
      this.#ask((boss) =>
        boss.createQueue(name, {
          name,
          // One job in each state: one that waits, one in work.
          policy: 'stately',
          expireInSeconds: this.expireSeconds,
          retryLimit: RETRIES,
        }),
      ),
    );
  }

  /** One job: sent, for something is due, and done if it is ours. @returns Whether it was. */
  async #page(name: string, { world }: CloseParts): Promise<boolean> {
    // One waits at most, whoever sends it.
    await this.#ask((boss) => boss.send(name, {}));
    const [job] = await this.#ask((boss) => boss.fetch(name));
    if (!job) return false;
    try {
      await world.runDue();
    } catch (error) {
      // If that is not heard either, its time will be over.
      await this.boss.fail(name, job.id).catch(() => undefined);
      throw error;
    }
    await this.#ask((boss) => boss.complete(name, job.id));
    return true;
  }

  async #ask<T>(work: (boss: PgBoss) => Promise<T>): Promise<T> {
    try {
      return await work(this.boss);
    } catch (error) {
      throw failure(error, shown(this.url));
    }
  }
}
