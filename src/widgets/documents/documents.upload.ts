import { errorOf, LkError } from '../../api/errors.js';
import { newKey } from '../../api/idempotency.js';
import type { LkSession } from '../../core/session/types.js';
import { faultOf } from './documents.check.js';
import type { FileKind } from './documents.data.js';

/** `paused`: the connection is lost; it goes on by itself when it is back, or when the user says so. */
export type SendState = 'waiting' | 'sending' | 'checking' | 'paused' | 'failed' | 'done';

/** One file on its way. */
export interface Sending {
  readonly id: string;
  readonly file: File;
  readonly kind: FileKind;
  state: SendState;
  /** Bytes that the backend has. */
  sent: number;
  error: LkError | null;
  /** The file that it became. */
  stored: string | null;
  duplicate: boolean;
}

interface Work extends Sending {
  readonly beginKey: string;
  readonly finishKey: string;
  readonly abort: AbortController;
  upload: string | null;
}

export interface UploaderHost {
  /** Something is to be shown. */
  changed(): void;
  /** A file has been received and checked. */
  stored(sending: Sending): void;
}

const LOST: ReadonlySet<string> = new Set(['network', 'timeout', 'unknown-outcome', 'expired']);

/** Sends files one after another, in parts; a lost connection loses nothing that has come. */
export class Uploader {
  readonly #host: UploaderHost;
  #items: Work[] = [];
  #running = false;
  #of: { readonly session: LkSession; readonly account: string; readonly maxBytes: number } | null = null;

  constructor(host: UploaderHost) {
    this.#host = host;
  }

  get items(): readonly Sending[] {
    return this.#items;
  }

  connect(): void {
    addEventListener('online', this.resume);
  }

  /** Another account, or the element is gone: what is on its way is given up. */
  clear(): void {
    removeEventListener('online', this.resume);
    for (const item of this.#items) item.abort.abort();
    this.#items = [];
  }

  add(files: readonly File[], kind: FileKind, of: { session: LkSession; account: string; maxBytes: number }): void {
    this.#of = of;
    const works = files.map((file): Work => ({
      id: newKey(),
      file,
      kind,
      state: 'waiting',
      sent: 0,
      error: null,
      stored: null,
      duplicate: false,
      beginKey: newKey(),
      finishKey: newKey(),
      abort: new AbortController(),
      upload: null,
    }));
    this.#items.unshift(...works);
    void this.#run();
  }

  /** Takes a file off the list; on its way it is given up. */
  cancel(id: string): void {
    const item = this.#items.find((candidate) => candidate.id === id);
    if (!item) return;
    item.abort.abort();
    this.#items = this.#items.filter((candidate) => candidate !== item);
    this.#host.changed();
    if (item.upload === null || item.stored !== null || !this.#of) return;
    const { session, account } = this.#of;
    const path = { account, upload: item.upload };
    // Nobody waits for the answer: an upload that nobody goes on with ends by itself.
    session.client.delete('/v1/accounts/{account}/papers/uploads/{upload}', { path, key: newKey() }).catch(() => null);
  }

  resume = (): void => {
    for (const item of this.#items) if (item.state === 'paused') item.state = 'waiting';
    this.#host.changed();
    void this.#run();
  };

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let item = this.#next(); item; item = this.#next()) await this.#send(item);
    } finally {
      this.#running = false;
    }
  }

  #next(): Work | undefined {
    return this.#items.findLast(({ state }) => state === 'waiting');
  }

  async #send(item: Work): Promise<void> {
    if (!this.#of) return;
    const { session, account, maxBytes } = this.#of;
    this.#set(item, 'sending');
    try {
      const fault = await faultOf(item.file, maxBytes);
      if (fault !== null) throw new LkError({ kind: 'problem', code: fault, status: 422 });
      await this.#transfer(item, session, account);
    } catch (reason) {
      const error = errorOf(reason, true);
      if (item.abort.signal.aborted || error.kind === 'aborted') return;
      // What the backend no longer knows is begun anew, under another key.
      item.error = error;
      this.#set(item, LOST.has(error.kind) || error.retryable ? 'paused' : 'failed');
    }
  }

  async #transfer(item: Work, { client }: LkSession, account: string): Promise<void> {
    const { signal } = item.abort;
    const { file, kind } = item;
    let upload =
      item.upload === null
        ? await client.post('/v1/accounts/{account}/papers/uploads', {
            path: { account },
            json: { fileName: file.name, kind, size: file.size },
            key: item.beginKey,
            signal,
          })
        : await client.get('/v1/accounts/{account}/papers/uploads/{upload}', {
            path: { account, upload: item.upload },
            signal,
          });
    item.upload = upload.id;
    const path = { account, upload: upload.id };
    while (upload.received < file.size) {
      const offset = upload.received;
      const body = new Blob([file.slice(offset, offset + upload.partBytes)], { type: 'application/octet-stream' });
      upload = await client.upload('/v1/accounts/{account}/papers/uploads/{upload}/parts/{offset}', {
        path: { ...path, offset: String(offset) },
        body,
        signal,
      });
      item.sent = upload.received;
      this.#set(item, 'sending');
    }
    this.#set(item, 'checking');
    const { file: stored, duplicateOf } = await client.post('/v1/accounts/{account}/papers/uploads/{upload}/finish', {
      path,
      key: item.finishKey,
      signal,
    });
    item.stored = stored.id;
    item.duplicate = duplicateOf !== null;
    this.#set(item, 'done');
    if (!item.duplicate) this.#items = this.#items.filter((candidate) => candidate !== item);
    this.#host.stored(item);
  }

  #set(item: Work, state: SendState): void {
    item.state = state;
    if (state !== 'paused' && state !== 'failed') item.error = null;
    this.#host.changed();
  }
}
