import type { ReactiveControllerHost } from 'lit';
import { errorOf, type LkError } from '../../api/errors.js';

/** Parts of the widget that are fetched when they are first looked at. */
const parts = {
  why: () => import('./why.view.js'),
  groups: () => import('./groups.view.js'),
  files: () => import('./export/files.js'),
  summary: () => import('./summary/summary.js'),
};
type Parts = { readonly [Name in keyof typeof parts]: Awaited<ReturnType<(typeof parts)[Name]>> };

/** Fetches parts and tells the element when they are here. */
export class Late {
  /** Why a part could not be fetched; `null` = all that were wanted are here or under way. */
  error: LkError | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #here: Partial<Parts> = {};
  readonly #wanted = new Set<keyof Parts>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The part; `undefined` = not here yet, the element is drawn again when it is. */
  want<Name extends keyof Parts>(name: Name): Parts[Name] | undefined {
    if (this.#here[name] === undefined && this.error === null) void this.load(name);
    return this.#here[name];
  }

  /** Fetches a part. @returns `null` if it cannot be. */
  async load<Name extends keyof Parts>(name: Name): Promise<Parts[Name] | null> {
    const here = this.#here[name];
    if (here !== undefined) return here;
    if (this.#wanted.has(name)) return null;
    this.#wanted.add(name);
    try {
      const fetched: Partial<Parts> = { [name]: await parts[name]() };
      Object.assign(this.#here, fetched);
      return this.#here[name] ?? null;
    } catch (reason) {
      this.error = errorOf(reason, false);
      return null;
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
