import type { ApiContext } from './env.js';
import type { AccountState } from '../engine/state.js';
import { write, type Written } from './etag.js';
import type { Reader } from './reader.js';

/** Bytes of answers that are kept, whoever asked for them last. */
const KEPT_BYTES = 32 * 1024 * 1024;

/**
 * Answers that depend on nothing but the account's journal and the local day, as they are sent. Each is found by the state that it was
 * made from and how much of the journal is in it: what somebody else wrote, or what was decided and could not be made, is another.
 */
export class Remembered {
  readonly #kept = new Map<string, Written>();
  readonly #ids = new WeakMap<AccountState, number>();
  #lastId = 0;
  #bytes = 0;

  constructor(private readonly max = KEPT_BYTES) {}

  /** The answer to this very request of this user, made now unless it was before. */
  async answer(c: ApiContext, reader: Reader, make: () => Promise<object>): Promise<Written> {
    const { state, user } = reader;
    const seq = reader.world.accounts.seq(state.id);
    const key = JSON.stringify([this.#idOf(state), seq, reader.day, user, c.get('locale'), c.req.url]);
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const made = await write(await make());
    this.#keep(key, made);
    return made;
  }

  #keep(key: string, written: Written): void {
    this.#bytes += written.bytes.byteLength - (this.#kept.get(key)?.bytes.byteLength ?? 0);
    this.#kept.set(key, written);
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.max) break;
      this.#bytes -= bytes.byteLength;
      this.#kept.delete(oldest);
    }
  }

  #idOf(state: AccountState): number {
    const known = this.#ids.get(state);
    if (known !== undefined) return known;
    this.#ids.set(state, (this.#lastId += 1));
    return this.#lastId;
  }
}
