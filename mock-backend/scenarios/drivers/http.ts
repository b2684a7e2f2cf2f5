import { z } from 'zod';
import { ERROR_STATUS, Refusal, type ErrorCode } from '../../engine/errors.js';
import type { Command } from '../../engine/command.js';
import { type Driver, NotSupported, type Session, type StepOptions, type WorldSetup } from './driver.js';

/** How requests are sent: to a server, or to the router in this process. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

/** A request of a subscriber. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** Idempotency key; one is made for a command that has none. */
  readonly key?: string;
}

const Problem = z.object({
  code: z.string(),
  detail: z.string(),
  params: z.record(z.string(), z.string()).default({}),
});

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERROR_STATUS, code);

/** What the server refused, as the engine would have refused it. */
async function refusalOf(response: Response): Promise<Error> {
  const text = await response.text();
  let problem: z.infer<typeof Problem> | undefined;
  try {
    problem = Problem.parse(JSON.parse(text));
  } catch {
    return new Error(`${response.status} ${text.slice(0, 200)}`);
  }
  if (isErrorCode(problem.code)) return new Refusal(problem.code, problem.params);
  if (problem.code === 'NOT_SUPPORTED') return new NotSupported(problem.detail);
  return new Error(`${response.status} ${problem.code}: ${problem.detail}`);
}

/** Chunks as the body of a request; the next one is read when the last is sent. */
function streamOf(source: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

/** Runs scenarios through the administration routes of the API. */
export class HttpDriver implements Driver {
  /**
   * @param base - Address of the server, without a slash at its end.
   * @param key - Key of its `/admin` routes.
   */
  constructor(
    private readonly send: Send,
    private readonly base: string,
    private readonly key: string,
    private readonly onClose: () => Promise<void> = () => Promise.resolve(),
  ) {}

  async open(setup: WorldSetup): Promise<Session> {
    await this.#request('POST', '/admin/worlds', setup);
    const world = `/admin/worlds/${encodeURIComponent(setup.id)}`;
    let now = setup.start;
    return {
      advance: async (to) => {
        await this.#request('PUT', `${world}/clock`, { to });
        now = to;
      },
      perform: (command, options) => this.#perform(world, now, command, options),
      ask: async (query) => {
        const { answer }: { answer: unknown } = await this.#request('POST', `${world}/queries`, query);
        return answer;
      },
      close: async () => {
        await this.#request('DELETE', world);
      },
    };
  }

  close(): Promise<void> {
    return this.onClose();
  }

  async #perform(world: string, at: string, command: Command, { source, key, as }: StepOptions): Promise<void> {
    if (command.do === 'usage.import' && source !== undefined) {
      await this.#import(`${world}/usage?${new URLSearchParams({ as: as ?? command.file }).toString()}`, source);
      return;
    }
    await this.#request('POST', `${world}/steps`, { ...command, at, ...(key && { key }), ...(as && { as }) });
  }

  async #import(path: string, source: AsyncIterable<string | Uint8Array>): Promise<void> {
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'X-Admin-Key': this.key, 'Content-Type': 'text/csv' },
      body: streamOf(source),
      duplex: 'half',
    };
    const response = await this.send(this.base + path, init);
    if (!response.ok) throw await refusalOf(response);
  }

  /** A token that opens the world for a user. */
  token(world: string, user: string): Promise<{ readonly token: string }> {
    return this.#request('POST', `/admin/worlds/${encodeURIComponent(world)}/tokens`, { user });
  }

  /** Sends a request with headers of the caller's own. */
  request({ method, path, body }: Request, headers: Readonly<Record<string, string>>): Promise<unknown> {
    return this.#request(method, path, body, headers);
  }

  async #request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = { 'X-Admin-Key': this.key },
  ): Promise<T> {
    const response = await this.send(this.base + path, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await refusalOf(response);
    const text = await response.text();
    return JSON.parse(text === '' ? 'null' : text);
  }
}
