/**
 * Appending to a SQLite file, a row at a time: what SQLite does for a command takes less time than ten calls that ask it to, and a
 * statement that is alone is a transaction already, so that there is nothing to begin or to commit.
 */
import { type Along, Conflict, type Count, KEY_MS, type KeyRecord, type Write } from './port.js';

/** What SQLite says when something is not where it should be. */
const MOVED_ON = { journal: 'the journal has moved on', count: 'the count has moved on', key: 'the key has an answer' };

const CHECK = `
  select raise(rollback, '${MOVED_ON.journal}')
    where new.after <> (select coalesce(max(seq), 0) from events where world = new.world and account = new.account);`;

/**
 * What a row brings, `null` where it brings nothing: a journal's next event after the position at which it must end, or only that
 * position; when the account is due, or that it never is; a listing, whose value is `null` if it is taken out; a count with where it
 * stood and stands; an answer by its key. Each connection has this for itself: nothing of it is in the file.
 */
export const APPENDING = `
create temp view appending as select
  null as world, null as account, null as after, null as at, null as type, null as ref, null as day, null as data,
  null as due, null as never, null as kind, null as listed, null as value,
  null as counted, null as stood, null as stands, null as key, null as body, null as answered, null as answer;

create temp trigger append_event instead of insert on appending when new.data is not null begin
  ${CHECK}
  insert into events (world, account, seq, at, type, ref, day, data)
    values (new.world, new.account, new.after + 1, new.at, new.type, new.ref, new.day, new.data);
end;
create temp trigger append_none instead of insert on appending when new.after is not null and new.data is null begin
  ${CHECK}
end;
create temp trigger append_due instead of insert on appending when new.due is not null begin
  insert into accounts (world, account, due) values (new.world, new.account, new.due)
    on conflict (world, account) do update set due = excluded.due where due <> excluded.due;
end;
create temp trigger append_never instead of insert on appending when new.never begin
  delete from accounts where world = new.world and account = new.account;
end;
create temp trigger append_listing instead of insert on appending when new.value is not null begin
  insert into listings (world, kind, key, account, value)
    values (new.world, new.kind, new.listed, new.account, new.value)
    on conflict (world, kind, key, account) do update set value = excluded.value;
end;
create temp trigger append_unlisted instead of insert on appending when new.kind is not null and new.value is null begin
  delete from listings
    where world = new.world and kind = new.kind and key = new.listed and account = new.account;
end;
create temp trigger append_count instead of insert on appending when new.counted is not null begin
  select raise(rollback, '${MOVED_ON.count}') where new.stood <>
    coalesce((select value from counts where world = new.world and name = new.counted), 0);
  insert into counts (world, name, value) values (new.world, new.counted, new.stands)
    on conflict (world, name) do update set value = excluded.value;
end;
create temp trigger append_key instead of insert on appending when new.key is not null begin
  insert into keys (world, key, body, at, answer) values (new.world, new.key, new.body, new.answered, new.answer)
    on conflict (world, key) do update set body = excluded.body, at = excluded.at, answer = excluded.answer
    where at <= excluded.at - ${KEY_MS};
  select raise(rollback, '${MOVED_ON.key}') where changes() = 0;
end;
`;

const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');
const APPEND = `insert or rollback into appending values (${marks(20)})`;
/** An event after another of the same write: there is nothing to be asked any more. */
const NEXT = `insert or rollback into events (world, account, seq, at, type, ref, day, data) values (${marks(8)})`;

/** What is appended by one statement. */
export interface Row {
  readonly write?: Write | undefined;
  /** Which event and which listing of the write. */
  readonly index: number;
  readonly count?: Count | undefined;
  readonly key?: KeyRecord | undefined;
}

/** As few rows as it takes: mostly one. */
export function rowsOf(writes: readonly Write[], { key, counts = [] }: Along): readonly Row[] {
  const rows: { write?: Write; index: number; count?: Count | undefined; key?: KeyRecord }[] = [];
  for (const write of writes) {
    const length = Math.max(write.events.length, write.listings.length, 1);
    for (let index = 0; index < length; index += 1) rows.push({ write, index, count: counts[rows.length] });
  }
  while (rows.length < Math.max(counts.length, key ? 1 : 0)) rows.push({ index: 0, count: counts[rows.length] });
  const [first] = rows;
  if (first && key) first.key = key;
  return rows;
}

/** The statement that appends a row, and its values. */
export function statementOf(world: string, { write, index, count, key }: Row) {
  const account = write?.account ?? null;
  const after = (write?.expectedSeq ?? 0) + index;
  const event = write?.events[index];
  const data = event ? JSON.stringify(event.data) : null;
  const listing = write?.listings[index];
  if (event && index > 0 && !listing && !count) {
    return { sql: NEXT, values: [world, account, after + 1, event.at, event.type, event.ref, event.day, data] };
  }
  const isFirst = write !== undefined && index === 0;
  const values = [
    world,
    account,
    isFirst || event ? after : null,
    event?.at ?? null,
    event?.type ?? null,
    event?.ref ?? null,
    event?.day ?? null,
    data,
    isFirst ? write.due : null,
    isFirst && write.due === null ? 1 : null,
    listing?.kind ?? null,
    listing?.key ?? null,
    listing === undefined || listing.value === null ? null : JSON.stringify(listing.value),
    count?.name ?? null,
    count?.from ?? null,
    count?.to ?? null,
    key?.key ?? null,
    key?.body ?? null,
    key?.at ?? null,
    key ? JSON.stringify(key.answer) : null,
  ];
  return { sql: APPEND, values };
}

/**
 * What has moved on when a row was refused; what is there already has been made by another account.
 *
 * @param said - By SQLite.
 */
export function conflictOf(said: string, { write, count, key }: Row): Conflict {
  if (said === MOVED_ON.count && count) return new Conflict(count.name);
  if (said === MOVED_ON.key && key) return new Conflict(key.key);
  return new Conflict(write?.account ?? '');
}
