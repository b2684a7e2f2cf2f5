import type { ReactiveController } from 'lit';
import type { Client } from '../../../api/client.js';
import { errorOf, type LkError } from '../../../api/errors.js';
import { newKey } from '../../../api/idempotency.js';
import { whileOnline } from '../../../api/online.js';
import type { LkSession } from '../../../core/session/types.js';
import { sumOf } from '../../../money/add.js';
import type { WidgetHost } from '../../../ui/controllers/host.js';
import { saveFile } from '../../../ui/parts/save.js';
import { daysBetween, MAX_DAYS, plusDays, type Period } from '../detail.filter.js';
import type { MoreWords } from '../more/more.messages.js';
import type { Asked, UsageEvent, UsageGroups } from '../detail.query.js';
import { csvOf } from './csv.js';
import { tableOf } from './table.js';

export type Format = 'csv' | 'xlsx';

/** What is put into the file. */
export interface Job {
  readonly format: Format;
  readonly account: string;
  /** The filter; its days may be more than are shown at once. */
  readonly asked: Asked;
  /** Name of the file without its ending. */
  readonly name: string;
  /** Texts of the file, fetched while its events are. */
  readonly words: () => Promise<MoreWords>;
}

export type ExportState =
  | { readonly is: 'idle' }
  /** `share`: 0 to 1. */
  | {
      readonly is: 'running';
      readonly format: Format;
      readonly done: number;
      readonly all: number;
      readonly share: number;
    }
  | { readonly is: 'done'; readonly rows: number }
  | { readonly is: 'failed'; readonly error: LkError | null };

const PAGE = 500;

/**
 * Reads everything a filter lets through, page after page, and hands it to the browser as a file. The formats are loaded when they are
 * first wanted. Ends when it is cancelled, when the element leaves the page and when the session ends.
 *
 * @see domain.md DET-9
 */
export class ExportController implements ReactiveController {
  state: ExportState = { is: 'idle' };
  readonly #host: WidgetHost;
  #running: AbortController | null = null;

  constructor(host: WidgetHost) {
    this.#host = host;
    host.addController(this);
  }

  start = async (job: Job): Promise<void> => {
    const session = this.#host.scoped.session;
    if (this.#running !== null || session === null) return;
    const running = new AbortController();
    this.#running = running;
    const signal = AbortSignal.any([running.signal, session.signal]);
    this.#set({ is: 'running', format: job.format, done: 0, all: 0, share: 0 });
    try {
      if (!(await this.#allowed(session, job))) return this.#set({ is: 'idle' });
      const [words, { groups, events }] = await Promise.all([job.words(), this.#read(session.client, job, signal)]);
      const table = tableOf(events, groups, job.name, words);
      // Reading takes the most of the time, writing the rest.
      const step = async (share: number) => {
        this.#set({
          is: 'running',
          format: job.format,
          done: events.length,
          all: events.length,
          share: 0.8 + share * 0.2,
        });
        await pause();
        signal.throwIfAborted();
      };
      const blob =
        job.format === 'csv'
          ? await csvOf(table, step)
          : await (await whileOnline(() => import('./xlsx.js'))).xlsxOf(table, step);
      signal.throwIfAborted();
      saveFile(blob, `${job.name}.${job.format}`);
      this.#set({ is: 'done', rows: events.length });
    } catch (reason) {
      const error = errorOf(reason, false);
      this.#set(signal.aborted || error.kind === 'aborted' ? { is: 'idle' } : { is: 'failed', error });
    } finally {
      this.#running = null;
    }
  };

  cancel = (): void => this.#running?.abort();

  /** Takes the message away. */
  dismiss = (): void => {
    if (this.#running === null) this.#set({ is: 'idle' });
  };

  hostDisconnected(): void {
    this.cancel();
  }

  /** The detail leaves the cabinet: the user confirms it, and it is written down (DET-8, ADM-8). */
  async #allowed(session: LkSession, { account, asked, format }: Job): Promise<boolean> {
    const { number, from, to } = asked;
    const key = newKey();
    const ask = (proof: { proof?: string } = {}) =>
      session.client.post('/v1/accounts/{account}/usage-exports', {
        path: { account },
        json: { from, to, format: format === 'csv' ? 'CSV' : 'XLSX', ...(number === undefined ? {} : { number }) },
        key,
        ...proof,
      });
    const { confirmed } = await whileOnline(() => import('../../../ui/step-up/step-up.js'));
    return confirmed(this.#host, session, ask);
  }

  async #read(client: Client, { account, asked, format }: Job, signal: AbortSignal) {
    const events: UsageEvent[] = [];
    const sums: UsageGroups[] = [];
    const parts = partsOf(asked);
    for (const part of parts) {
      const path = { account };
      sums.push(
        await client.get('/v1/accounts/{account}/usage-groups', {
          path,
          query: { ...asked, ...part, by: 'DAY' },
          signal,
        }),
      );
    }
    const all = sums.reduce((sum, { totals, preliminary }) => sum + totals.count + preliminary.count, 0);
    for (const part of parts) {
      let cursor: string | null = null;
      do {
        const query = { ...asked, ...part, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
        const page: { items: UsageEvent[]; nextCursor: string | null } = await client.get(
          '/v1/accounts/{account}/usage',
          {
            path: { account },
            query,
            signal,
          },
        );
        events.push(...page.items);
        cursor = page.nextCursor;
        this.#set({
          is: 'running',
          format,
          done: events.length,
          all,
          share: (all === 0 ? 1 : events.length / all) * 0.8,
        });
      } while (cursor !== null);
    }
    const [groups, ...rest] = sums;
    if (groups === undefined) throw new Error('a period has at least one part');
    return { events, groups: rest.length === 0 ? groups : joined([groups, ...rest]) };
  }

  #set(state: ExportState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** The period in pieces that the backend shows at once, the newest first. */
export function partsOf({ from, to }: Period): Period[] {
  const parts: Period[] = [];
  for (let last = to; last >= from;) {
    const first = daysBetween(from, last) > MAX_DAYS ? plusDays(last, 1 - MAX_DAYS) : from;
    parts.push({ from: first, to: last });
    last = plusDays(first, -1);
  }
  return parts;
}

/** Sums of a long period are sums of its pieces. */
function joined(parts: readonly [UsageGroups, ...UsageGroups[]]): UsageGroups {
  const join = (name: 'totals' | 'preliminary') => {
    const sums = parts.map((part) => part[name]);
    const add = (what: 'charges' | 'accruals' | 'total') => sumOf(sums.map((sum) => sum[what])) ?? parts[0][name][what];
    return {
      ...parts[0][name],
      count: sums.reduce((sum, { count }) => sum + count, 0),
      charges: add('charges'),
      accruals: add('accruals'),
      total: add('total'),
    };
  };
  return { ...parts[0], totals: join('totals'), preliminary: join('preliminary') };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
