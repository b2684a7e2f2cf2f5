import type { ReactiveController } from 'lit';
import { isLkError } from '../../../api/errors.js';
import type { LkElement } from '../../../ui/element.js';
import { saveFile } from '../../../ui/parts/save.js';
import type { BillDocument } from '../bills.query.js';

type Host = Pick<LkElement, 'scoped' | 'addController' | 'requestUpdate'>;

/** How often a file that is being made is asked for, and how long to wait between, milliseconds. */
const ATTEMPTS = 20;
const PAUSE = 3_000;

/**
 * Fetches files with the session's credentials and hands them to the browser to save. No window is opened, so no blocker of
 * pop-ups stands in the way, however long the file took. A link that has expired is asked for again once.
 *
 * @see domain.md §5.6
 */
export class Downloads implements ReactiveController {
  /** What happened last, for the live region. */
  news: { state: 'busy' | 'done' | 'failed'; month: string; kind: BillDocument['kind'] } | null = null;

  readonly #host: Host;
  readonly #describe: (reason: unknown) => string;
  readonly #running = new Map<string, AbortController>();
  readonly #failures = new Map<string, string>();

  /** @param describe - Says in the reader's words why a file could not be fetched. */
  constructor(host: Host, describe: (reason: unknown) => string) {
    this.#host = host;
    this.#describe = describe;
    host.addController(this);
  }

  isBusy = (month: string, kind: BillDocument['kind']): boolean => this.#running.has(`${month} ${kind}`);

  /** Why the last attempt failed, or `null`. */
  failure = (month: string, kind: BillDocument['kind']): string | null =>
    this.#failures.get(`${month} ${kind}`) ?? null;

  start = async (month: string, { kind, format, number }: BillDocument): Promise<void> => {
    const { scope } = this.#host.scoped;
    const key = `${month} ${kind}`;
    if (scope === null || this.#running.has(key)) return;
    const controller = new AbortController();
    this.#running.set(key, controller);
    this.#failures.delete(key);
    this.#tell('busy', month, kind);
    try {
      const path = { account: scope.account, month, kind };
      const blob = await this.#fetch(
        () =>
          scope.session.client.blob('/v1/accounts/{account}/bills/{month}/documents/{kind}', {
            path,
            signal: controller.signal,
            timeout: 60_000,
          }),
        controller.signal,
      );
      saveFile(blob, `${kind.toLowerCase()}-${number ?? month}.${format.toLowerCase()}`);
      this.#tell('done', month, kind);
    } catch (reason) {
      if (isLkError(reason) && reason.kind === 'aborted') return;
      this.#failures.set(key, this.#describe(reason));
      this.#tell('failed', month, kind);
    } finally {
      this.#running.delete(key);
      this.#host.requestUpdate();
    }
  };

  hostDisconnected(): void {
    for (const controller of this.#running.values()) controller.abort();
  }

  async #fetch(ask: () => Promise<Blob>, signal: AbortSignal): Promise<Blob> {
    let expired = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const blob = await ask();
        // 202: the file is still being made, the answer describes it.
        if (!blob.type.includes('json')) return blob;
        if (attempt >= ATTEMPTS) throw new Error('The file was not made in time');
        await pause(signal);
      } catch (reason) {
        if (expired || !isLkError(reason) || reason.status !== 410) throw reason;
        expired = true;
      }
    }
  }

  #tell(state: 'busy' | 'done' | 'failed', month: string, kind: BillDocument['kind']): void {
    this.news = { state, month, kind };
    this.#host.requestUpdate();
  }
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
