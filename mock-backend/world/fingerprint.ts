import { STATE_VERSION } from '../engine/version.js';
import type { Store } from '../store/port.js';
import { fold } from './accounts.js';

/** What a world comes to, in few characters: equal fingerprints are equal journals and equal states, byte for byte. */
export interface Fingerprint {
  readonly events: number;
  /** SHA-256 of all journals, hexadecimal. */
  readonly journal: string;
  /** SHA-256 of the states that are folded from them. */
  readonly state: string;
}

/** Reads the journals of a store, folds them anew, and takes the fingerprint of both. */
export async function fingerprintOf(store: Store): Promise<Fingerprint> {
  const journals: string[] = [];
  const states: string[] = [];
  let count = 0;
  for (const account of await store.accounts(null, Number.MAX_SAFE_INTEGER)) {
    // A version that nobody has: the whole journal, from its beginning.
    const [loaded] = await store.load([{ account, after: 0 }], -STATE_VERSION);
    const events = loaded?.events ?? [];
    count += events.length;
    journals.push(JSON.stringify(events));
    // As a store gives it: what cannot be written as JSON is lost before it is folded.
    states.push(
      JSON.stringify(fold(events.map(({ data }) => ({ data: JSON.parse(JSON.stringify(data)) as unknown })))),
    );
  }
  return { events: count, journal: await sha256(journals), state: await sha256(states) };
}

async function sha256(texts: readonly string[]): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(texts.join('\n')));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
