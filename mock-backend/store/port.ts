/**
 * Where journals live. One store holds one world: a journal per account, compare-and-set appends, snapshots, what accounts are found
 * by and when they are due, answers by key. Nothing of it needs all accounts in memory.
 *
 * Everything that crosses this port is JSON.
 *
 * @see design §7
 */

/** An event as it is stored. */
export interface StoredEvent {
  readonly account: string;
  /** Position in the account's journal, from 1. */
  readonly seq: number;
  /** Instant, milliseconds since the epoch. */
  readonly at: number;
  readonly type: string;
  /** Id of the record that the event made, unique in the world; `null` = none. */
  readonly ref: string | null;
  /** Local day under which the record is listed, `YYYY-MM-DD`; `null` = none. */
  readonly day: string | null;
  /** The event itself. */
  readonly data: unknown;
}

export type NewEvent = Omit<StoredEvent, 'account' | 'seq'>;

/** What was answered to a request with an idempotency key (CC-17). */
export interface KeyRecord {
  readonly key: string;
  /** The request, canonically written. */
  readonly body: string;
  /** Instant of the answer, milliseconds since the epoch. */
  readonly at: number;
  /** The receipt, or the refusal. */
  readonly answer:
    { readonly receipt: unknown } | { readonly code: string; readonly params: Readonly<Record<string, string>> };
}

/** How long an answer is remembered by its key (CC-17), milliseconds. */
export const KEY_MS = 24 * 3_600_000;

/** Whether an answer still holds when another is to be remembered by its key; of those that changed nothing the last one counts. */
export function holds(known: KeyRecord | null | undefined, { at }: KeyRecord, changed: boolean): boolean {
  return !!known && at - known.at < KEY_MS && (changed || 'receipt' in known.answer);
}

export interface Snapshot {
  /** Last event that is folded into the state. */
  readonly seq: number;
  /** Version of the engine that folded it. */
  readonly version: number;
  readonly state: string;
}

/** What an account is folded from. */
export interface Loaded {
  readonly snapshot: Snapshot | null;
  /** What came after the snapshot, or after the position asked for. */
  readonly events: readonly StoredEvent[];
}

/** A journal of which something is to be read. */
export interface Wanted {
  readonly account: string;
  /** Position up to which it is known; 0: nothing is, and the last snapshot will do for a beginning. */
  readonly after: number;
}

/** What an account lets itself be found by: a number, a card, a payment. */
export interface Listing {
  readonly kind: string;
  readonly key: string;
  readonly account: string;
  /** What is to be known of it without the account's state; JSON, never null. */
  readonly value: unknown;
}

/** What is appended to one journal. */
export interface Write {
  readonly account: string;
  /** Position at which the journal must end. */
  readonly expectedSeq: number;
  /** None: only the rest is written anew. */
  readonly events: readonly NewEvent[];
  /** When something of the account is due next, milliseconds; `null`: never, for this is no account's journal. */
  readonly due: number | null;
  /** Listings that are new or other than before; a value of `null` takes one out. */
  readonly listings: readonly Omit<Listing, 'account'>[];
}

/** A count that has no gaps: moved on only together with what was counted. */
export interface Count {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** What is written together with the journals. */
export interface Along {
  readonly key?: KeyRecord;
  readonly counts?: readonly Count[];
}

/** An account that is due. */
export interface Due {
  readonly account: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A slice of a journal, in order of `seq`. */
export interface ScanRange {
  readonly account: string;
  readonly types?: readonly string[];
  /** Local days of the records, both included. */
  readonly fromDay?: string;
  readonly toDay?: string;
  /** Instants in milliseconds, half-open. */
  readonly fromAt?: number;
  readonly untilAt?: number;
  /** After this position. */
  readonly afterSeq?: number;
}

/** Whether an event of the range's account is in the range: for stores that have no language of their own to ask it in. */
export function inRange(event: StoredEvent, range: ScanRange): boolean {
  const { types, fromDay, toDay, fromAt, untilAt, afterSeq } = range;
  if (types && !types.includes(event.type)) return false;
  if (fromDay !== undefined && (event.day === null || event.day < fromDay)) return false;
  if (toDay !== undefined && (event.day === null || event.day > toDay)) return false;
  if (fromAt !== undefined && event.at < fromAt) return false;
  if (untilAt !== undefined && event.at >= untilAt) return false;
  return afterSeq === undefined || event.seq > afterSeq;
}

/** Somebody else appended first: load again and decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';

  /** @param what - The account, or the count, that has moved on. */
  constructor(readonly what: string) {
    super(`${what} has moved on`);
  }
}

export interface Store {
  /** Ids of accounts after the given one, sorted as strings. */
  accounts(after: string | null, limit: number): Promise<readonly string[]>;
  /**
   * The journals as they are, in the order asked for.
   *
   * @param version - Of the engine that asks: a snapshot of another one is as good as none.
   */
  load(wanted: readonly Wanted[], version: number): Promise<readonly Loaded[]>;
  /**
   * Appends to journals, of each of which only one may be written at once: everything or nothing.
   *
   * @throws {Conflict} If a journal does not end where it should, a count does not stand where it should, a record is there already, or
   *   the key has an answer.
   */
  append(writes: readonly Write[], along?: Along): Promise<void>;
  /** Remembers the state at `seq`, so that `load` need not fold from the beginning. */
  snapshot(account: string, snapshot: Snapshot): Promise<void>;
  scan(range: ScanRange): AsyncIterable<StoredEvent>;
  /** The event that made the record. */
  find(ref: string): Promise<StoredEvent | null>;
  /** Those of the ids that are taken. */
  known(refs: readonly string[]): Promise<ReadonlySet<string>>;
  /** What is listed under the keys, by key, then by account. */
  listed(kind: string, keys: readonly string[]): Promise<readonly Listing[]>;
  /** Accounts that are due at or before an instant: in order of time, then of account. */
  due(until: number, limit: number): Promise<readonly Due[]>;
  /** Where a count stands; 0 if nothing was counted. */
  count(name: string): Promise<number>;
  /** Events of all accounts in order of appending, after `position`: what is to be published. */
  outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]>;
  key(key: string): Promise<KeyRecord | null>;
  /** Remembers an answer that changed nothing; one that changed something stays. */
  putKey(record: KeyRecord): Promise<void>;
  /**
   * A step of a walk through all keys, which forgets those that were answered at or before an instant.
   *
   * @param after - Where the walk has come to; `null`: it begins.
   * @param limit - Keys of one step.
   * @returns Where it has come to; `null`: to its end.
   */
  forgetKeys(until: number, after: string | null, limit: number): Promise<string | null>;
  /** Small facts of the world itself: its clock, results of imports. */
  fact(name: string): Promise<string | null>;
  putFact(name: string, value: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the store of a world; the same name gives the same data. */
export type StoreFactory = (world: string) => Promise<Store>;

/** What is known of a store that can no longer be written to or read from: nothing of the write was done, or it is not known. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  /**
   * @param reason - `full`: the disk; `unreachable`: the database, and whether a write arrived is not known; `newer`: the data belong
   *   to a newer version; `invalid`: the address or the folder.
   */
  constructor(
    readonly reason: 'full' | 'unreachable' | 'newer' | 'invalid',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
