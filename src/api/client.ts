import ky, { HTTPError, type KyInstance } from 'ky';
import { errorOf, isLkError, LkError } from './errors.js';
import type { paths } from './schema.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never;
}[keyof paths];
type Operation<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer O } ? O : never;

type PathParams<O> = O extends { parameters: { path: infer V } } ? { path: V } : { path?: undefined };
type QueryParams<O> = O extends { parameters: { query: infer V } }
  ? { query: V }
  : O extends { parameters: { query?: infer V } }
    ? { query?: V }
    : { query?: undefined };
type JsonBody<O> = O extends { requestBody: { content: { 'application/json': infer V } } }
  ? { json: V }
  : O extends { requestBody?: { content: { 'application/json': infer V } } }
    ? { json?: V }
    : { json?: undefined };
type Content<A> = A extends { content: { 'application/json': infer V } } ? V : undefined;
type Success<R> = {
  [S in keyof R]: S extends 200 | 201 | 202 | 203 | 204 ? Content<R[S]> : never;
}[keyof R];

/** What an operation of the backend answers with, by path and method; generated from the OpenAPI file. */
export type Answer<P extends keyof paths, M extends Method = 'get'> =
  Operation<P, M> extends { responses: infer R } ? Success<R> : never;

export interface CommonOptions {
  /** Ends the request. The session's own signal ends it too. */
  signal?: AbortSignal;
  /** Milliseconds that one attempt may take; 15 s for reading, 40 s for changing requests unless given. */
  timeout?: number;
}
export interface ChangingOptions extends CommonOptions {
  /** `Idempotency-Key`: one for each confirmation of the user. @see domain.md CC-17 */
  key?: string;
  /** ETag the change is based on. @see domain.md CC-18 */
  ifMatch?: string;
  /** Proof that the user has confirmed this very request. @see domain.md ADM-8 */
  proof?: string;
}
type ReadOptions<P extends keyof paths> = CommonOptions &
  PathParams<Operation<P, 'get'>> &
  QueryParams<Operation<P, 'get'>>;
type ChangeOptions<P extends keyof paths, M extends Method> = ChangingOptions &
  PathParams<Operation<P, M>> &
  QueryParams<Operation<P, M>> &
  JsonBody<Operation<P, M>>;

interface AnyOptions extends ChangingOptions {
  path?: unknown;
  query?: unknown;
  json?: unknown;
  body?: BodyInit;
}

export interface ClientSetup {
  /** Address of the backend, with or without a path; the paths of the API (`/v1/…`) are appended to it. */
  apiUrl: string;
  /** Sends a request with whatever credentials it needs. */
  fetch: typeof fetch;
  /** Language of the answers, asked before every request. */
  locale: () => string;
  /** Ends every request of this client. */
  signal: AbortSignal;
}

const REMEMBERED = 200;

/**
 * Typed access to the backend: paths, parameters, bodies and answers come from the OpenAPI file.
 *
 * Reading requests are repeated by themselves after a passing failure, changing requests never are: what is not known
 * to have happened is reported as `unknown-outcome`. Answers with an ETag are remembered and asked for conditionally,
 * and an unchanged answer is the very same object.
 */
export class Client {
  readonly #http: KyInstance;
  readonly #setup: ClientSetup;
  readonly #remembered = new Map<string, { etag: string; data: unknown }>();
  /** Of each account, the last event that everything read of it knows. */
  readonly lastEvents = new Map<string, string>();

  constructor(setup: ClientSetup) {
    this.#setup = setup;
    this.#http = ky.create({
      prefixUrl: setup.apiUrl,
      fetch: setup.fetch,
      retry: {
        limit: 2,
        methods: ['get'],
        statusCodes: [408, 425, 429, 502, 503, 504],
        backoffLimit: 5_000,
        maxRetryAfter: 10_000,
        jitter: true,
        shouldRetry: ({ error }) => (isLkError(error) || !navigator.onLine ? false : undefined),
      },
    });
  }

  /** Reads JSON. @throws {LkError} */
  async get<P extends PathsWith<'get'>>(path: P, options: ReadOptions<P>): Promise<Answer<P>> {
    const url = urlOf(path, options);
    const place = `${this.#setup.locale()} ${url}`;
    const known = this.#remembered.get(place);
    const headers = known ? { 'If-None-Match': known.etag } : {};
    const response = await this.#send('get', url, options, headers, 'application/json');
    const account = /^v1\/accounts\/([^/?]+)/.exec(url)?.[1];
    const lastEvent = response.headers.get('Last-Event-ID');
    if (account && lastEvent && !this.lastEvents.has(account)) this.lastEvents.set(account, lastEvent);
    if (response.status === 304 && known) return this.#recall(known.data);
    const data: Answer<P> = await response.json();
    this.#remember(place, response.headers.get('ETag'), data);
    return data;
  }

  /** Changes something by POST. @throws {LkError} */
  post<P extends PathsWith<'post'>>(path: P, options: ChangeOptions<P, 'post'>): Promise<Answer<P, 'post'>> {
    return this.#change('post', path, options);
  }
  /** Replaces something. @throws {LkError} */
  put<P extends PathsWith<'put'>>(path: P, options: ChangeOptions<P, 'put'>): Promise<Answer<P, 'put'>> {
    return this.#change('put', path, options);
  }
  /** Changes a part of something. @throws {LkError} */
  patch<P extends PathsWith<'patch'>>(path: P, options: ChangeOptions<P, 'patch'>): Promise<Answer<P, 'patch'>> {
    return this.#change('patch', path, options);
  }
  /** Removes something. @throws {LkError} */
  delete<P extends PathsWith<'delete'>>(path: P, options: ChangeOptions<P, 'delete'>): Promise<Answer<P, 'delete'>> {
    return this.#change('delete', path, options);
  }

  /** Reads a file, such as the PDF of a bill, with the session's credentials. @throws {LkError} */
  async blob<P extends PathsWith<'get'>>(path: P, options: ReadOptions<P>): Promise<Blob> {
    return (await this.#send('get', urlOf(path, options), options, {}, '*/*')).blob();
  }

  /** Opens an answer to be read as it comes, such as server-sent events; it has no time limit. @throws {LkError} */
  stream<P extends PathsWith<'get'>>(
    path: P,
    options: ReadOptions<P> & { lastEventId?: string },
    accept = 'text/event-stream',
  ): Promise<Response> {
    const { lastEventId } = options;
    const headers = lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId };
    return this.#send('get', urlOf(path, options), { ...options, timeout: Infinity }, headers, accept);
  }

  /** Puts bytes that are not JSON, such as a part of a file; the route must take them twice without harm. @throws {LkError} */
  upload<P extends PathsWith<'put'>>(
    path: P,
    options: CommonOptions & PathParams<Operation<P, 'put'>> & { body: Blob },
  ): Promise<Answer<P, 'put'>> {
    return this.#change('put', path, { timeout: 120_000, ...options });
  }

  /** Forgets every remembered answer. */
  clear(): void {
    this.#remembered.clear();
  }

  async #change<A>(method: Method, path: string, options: AnyOptions): Promise<A> {
    const headers = {
      ...(options.key === undefined ? {} : { 'Idempotency-Key': options.key }),
      ...(options.ifMatch === undefined ? {} : { 'If-Match': options.ifMatch }),
      ...(options.proof === undefined ? {} : { 'Step-Up-Proof': options.proof }),
    };
    if (!navigator.onLine) throw new LkError({ kind: 'network', code: 'NETWORK' });
    const response = await this.#send(method, urlOf(path, options), options, headers, 'application/json');
    return response.status === 204 ? this.#recall(undefined) : response.json();
  }

  async #send(
    method: Method,
    url: string,
    options: AnyOptions,
    headers: Record<string, string>,
    accept: string,
  ): Promise<Response> {
    const changing = method !== 'get';
    const timeout = options.timeout ?? (changing ? 40_000 : 15_000);
    const signals = options.signal ? [options.signal, this.#setup.signal] : [this.#setup.signal];
    try {
      return await this.#http(url, {
        method,
        headers: { Accept: `${accept}, application/problem+json`, 'Accept-Language': this.#setup.locale(), ...headers },
        signal: AbortSignal.any(signals),
        timeout: Number.isFinite(timeout) ? timeout : false,
        throwHttpErrors: (status) => status !== 304,
        ...(options.json === undefined ? {} : { json: options.json }),
        ...(options.body === undefined ? {} : { body: options.body }),
      });
    } catch (reason) {
      if (reason instanceof HTTPError) {
        const { response } = reason;
        throw await import('./problem.js').then(
          ({ errorOfResponse }) => errorOfResponse(response, changing),
          () => unread(response.status, changing),
        );
      }
      throw errorOf(signals.some((signal) => signal.aborted) ? abortError(reason) : reason, changing);
    }
  }

  #remember(place: string, etag: string | null, data: unknown): void {
    this.#remembered.delete(place);
    if (etag === null) return;
    this.#remembered.set(place, { etag, data });
    if (this.#remembered.size <= REMEMBERED) return;
    for (const oldest of this.#remembered.keys()) {
      this.#remembered.delete(oldest);
      return;
    }
  }

  /** What is remembered under a place was stored from an answer of the same type, see {@link #remember}. */
  #recall<A>(data: unknown): A {
    return data as A;
  }
}

/** Fills `{account}` in a path and appends the query. */
function urlOf(path: string, options: AnyOptions): string {
  const values: Record<string, unknown> = { ...(options.path ?? {}) };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...(options.query ?? {}) })) {
    if (value !== undefined && value !== null) query.append(name, String(value));
  }
  return filled.replace(/^\//, '') + (query.size > 0 ? `?${query}` : '');
}

/** What can be said of a refusal when the module that reads it could not be loaded. */
function unread(status: number, changing: boolean): LkError {
  const kind = changing && status >= 500 ? 'unknown-outcome' : 'problem';
  return new LkError({ kind, code: `HTTP_${status}`, status });
}

function abortError(cause: unknown): LkError {
  return new LkError({ kind: 'aborted', code: 'ABORTED', cause });
}
