/**
 * The close as a queue of jobs in PostgreSQL, for any number of server processes: a job is a page of accounts, one at a time for a
 * world, so that accounts go in order. A process that dies leaves its job to the others when its time is over. That nothing is done
 * twice does not hang on the queue: a page is made in one transaction, by compare-and-set, and what is due no longer is not run.
 * Node only.
 */
import PgBoss from 'pg-boss';
import { type Closing, type ClosingOptions, type Duties, Rounds } from './closing.js';

/** Seconds after which a job whose process says nothing more is taken over, and between two looks at that. */
const EXPIRE_S = 60;
const LOOK_S = 10;
/** Seconds for which one may look at jobs that are done. */
const KEEP_S = 3600;
/** A page that fails is tried again, as often as it takes. */
const RETRIES = 1_000_000;

export interface QueueOptions extends ClosingOptions {
  /** Where the queue keeps its tables. */
  readonly schema?: string;
  readonly expireSeconds?: number;
}

/** The queue of one database, as this process sees it. */
export class CloseQueue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly options: QueueOptions,
  ) {}

  /**
   * Makes the tables of the queue if they are not there.
   *
   * @param url - Such as `postgres://user@host/database`.
   */
  static async open(url: string, options: QueueOptions = {}): Promise<CloseQueue> {
    const { schema = 'lk_close', expireSeconds = LOOK_S, onTrouble } = options;
    const boss = new PgBoss({
      connectionString: url,
      schema,
      application_name: 'lk-close',
      max: 2,
      // The clocks of worlds say what is due, not the calendar of this one.
      schedule: false,
      maintenanceIntervalSeconds: Math.min(LOOK_S, expireSeconds),
      archiveCompletedAfterSeconds: KEEP_S,
      deleteAfterSeconds: KEEP_S,
    });
    boss.on('error', (error) => onTrouble?.(error));
    await boss.start();
    return new CloseQueue(boss, options);
  }

  /** Works on the duties of a world, together with the other processes that do. */
  async close(world: string, duties: Duties): Promise<Closing> {
    const name = `world/${world}`;
    await this.boss.createQueue(name, {
      name,
      // One job in each state: one that waits, one in work.
      policy: 'stately',
      expireInSeconds: this.options.expireSeconds ?? EXPIRE_S,
      retryLimit: RETRIES,
    });
    return new Rounds(() => this.#round(name, duties), this.options);
  }

  /** When nobody of this process is at work any more. */
  async end(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }

  /** One job: sent if something is due, done if it is ours. @returns Whether it was. */
  async #round(name: string, duties: Duties): Promise<boolean> {
    if (!(await duties.isDue())) return false;
    // One waits at most, whoever sends it.
    await this.boss.send(name, {});
    const [job] = await this.boss.fetch(name);
    if (!job) return false;
    try {
      await duties.runDue();
    } catch (error) {
      // If that is not heard either, its time will be over.
      await this.boss.fail(name, job.id).catch(() => undefined);
      throw error;
    }
    await this.boss.complete(name, job.id);
    return true;
  }
}
