/**
 * Where journals live. One store holds one world: a journal per account, compare-and-set appends, snapshots, answers by key.
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
  /** What came after the snapshot: everything if there is none. */
  readonly events: readonly StoredEvent[];
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

/** Journals that have grown. */
export interface Growth {
  /** Position of the last event of all, as in the outbox. */
  readonly position: number;
  /** The last event of each journal that has grown. */
  readonly heads: readonly Pick<StoredEvent, 'account' | 'seq'>[];
}

/** Somebody else appended first: load again and decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';

  constructor(readonly account: string) {
    super(`the journal of account ${account} has moved on`);
  }
}

export interface Store {
  /** Ids of all accounts with a journal, sorted as strings. */
  accounts(): Promise<readonly string[]>;
  /**
   * The last snapshot and what came after it.
   *
   * @param version - Of the engine that asks: a snapshot of another one is as good as none.
   */
  load(account: string, version: number): Promise<Loaded>;
  /**
   * Appends all events or none, together with the answer to be remembered.
   *
   * @throws {Conflict} If the journal does not end at `expectedSeq`.
   */
  append(account: string, expectedSeq: number, events: readonly NewEvent[], key?: KeyRecord): Promise<void>;
  /** Remembers the state at `seq`, so that `load` need not fold from the beginning. */
  snapshot(account: string, snapshot: Snapshot): Promise<void>;
  scan(range: ScanRange): AsyncIterable<StoredEvent>;
  /** The event that made the record. */
  find(ref: string): Promise<StoredEvent | null>;
  /** Those of the ids that are taken. */
  known(refs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Events of all accounts in order of appending, after `position`: what is to be published. */
  outbox(position: number, limit: number): Promise<readonly (StoredEvent & { readonly position: number })[]>;
  /** How far journals have grown after `position`, whoever made them grow. */
  grown(position: number): Promise<Growth>;
  key(key: string): Promise<KeyRecord | null>;
  /** Remembers an answer that changed nothing. */
  putKey(record: KeyRecord): Promise<void>;
  /** Small facts of the world itself: its clock, results of imports. */
  fact(name: string): Promise<string | null>;
  putFact(name: string, value: string): Promise<void>;
  close(): Promise<void>;
}
