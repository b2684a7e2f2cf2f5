import type { ReactiveControllerHost } from 'lit';
import { errorOf, type LkError } from '../../api/errors.js';
import { whileOnline } from '../../api/online.js';

type Sources = Readonly<Record<string, () => Promise<unknown>>>;
type Parts<S extends Sources> = { readonly [Name in keyof S]: Awaited<ReturnType<S[Name]>> };

/** Fetches parts of a widget when they are first looked at, and tells the element when they are here. */
export class Late<S extends Sources> {
  /** Why a part could not be fetched; `null` = all that were wanted are here or under way. */
  error: LkError | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #sources: S;
  readonly #here: Partial<Parts<S>> = {};
  readonly #wanted = new Map<keyof S, Promise<unknown>>();

  /** @param sources - For each part its dynamic import. */
  constructor(host: ReactiveControllerHost, sources: S) {
    this.#host = host;
    this.#sources = sources;
  }

  /** The part; `undefined` = not here yet, the element is drawn again when it is. */
  want<Name extends keyof S>(name: Name): Parts<S>[Name] | undefined {
    if (this.#here[name] === undefined && this.error === null) void this.load(name);
    return this.#here[name];
  }

  /** Fetches a part, once however many ask, also if it could not be fetched before. @returns `null` if it cannot be. */
  async load<Name extends keyof S>(name: Name): Promise<Parts<S>[Name] | null> {
    if (this.#here[name] === undefined) {
      const flight = this.#wanted.get(name) ?? this.#fetch(name);
      this.#wanted.set(name, flight);
      await flight;
    }
    return this.#here[name] ?? null;
  }

  async #fetch(name: keyof S): Promise<void> {
    this.error = null;
    try {
      Object.assign(this.#here, { [name]: await whileOnline(async () => this.#sources[name]?.()) });
    } catch (reason) {
      this.error = errorOf(reason, false);
    } finally {
      this.#wanted.delete(name);
      this.#host.requestUpdate();
    }
  }

  retry = (): void => {
    this.error = null;
    this.#host.requestUpdate();
  };
}
