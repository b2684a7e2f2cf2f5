/**
 * The tables of the store in PostgreSQL, and how older ones become them. What belongs to an account goes by `account_id`, which names
 * the world as well, so that a tenant's accounts spread like any others; what is found without knowing an account goes by the key it is
 * found by (docs/RUNNING.md tells how Citus distributes them). What grows with every event is partitioned; the row of a journal's
 * end, which every append moves, is not: an update looks at all partitions.
 */
import type pg from 'pg';
import { KEY_MS, StoreFailure } from './port.js';

/** Version of the tables that this code knows; whoever changes them adds a step to `MIGRATIONS`. */
const VERSION = 3;
const PARTITIONS = 8;
/** Numbers that name our locks among all of the database. */
export const LOCKS = { schema: 7_411, outbox: 7_412, start: 7_413 } as const;
/** What `lk_append` says when something has moved on; its message is what. */
export const MOVED_ON = 'LK001';

const partitions = (table: string) =>
  Array.from(
    { length: PARTITIONS },
    (_, part) =>
      `create table if not exists ${table}_${part} partition of ${table}
       for values with (modulus ${PARTITIONS}, remainder ${part})`,
  );

/** Ids of accounts and what is looked up go in order of code units in every database, whatever its language. */
const TABLES = [
  'create sequence if not exists lk_position',
  `create table if not exists lk_events (
    account_id text not null,
    seq integer not null,
    world text not null,
    position bigint not null default nextval('lk_position'),
    at bigint not null,
    type text not null,
    ref text,
    day text,
    data json not null,
    primary key (account_id, seq)
  ) partition by hash (account_id)`,
  ...partitions('lk_events'),
  `create table lk_journals (
    account_id text primary key,
    world text not null,
    account text collate "C" not null,
    seq integer not null,
    due bigint
  ) with (fillfactor = 80)`,
  `create table lk_snapshots (
    account_id text primary key, seq integer not null, version integer not null, state text not null
  )`,
  `create table lk_listings (
    world text not null,
    kind text not null,
    key text collate "C" not null,
    account text collate "C" not null,
    value json not null,
    primary key (world, kind, key, account)
  ) partition by hash (key)`,
  ...partitions('lk_listings'),
  `create table lk_refs (
    world text not null, ref text not null, account_id text not null, seq integer not null, primary key (world, ref)
  ) partition by hash (ref)`,
  ...partitions('lk_refs'),
  `create table lk_counts (
    world text not null, name text not null, value bigint not null, primary key (world, name)
  )`,
  `create table if not exists lk_keys (
    world text not null, key text not null, body text not null, at bigint not null, answer json not null,
    primary key (world, key)
  )`,
  `create table if not exists lk_facts (
    world text not null, name text not null, value text not null, primary key (world, name)
  )`,
];

const INDEXES = [
  'create index if not exists lk_events_day on lk_events (account_id, day, seq) where day is not null',
  'create index if not exists lk_events_type on lk_events (account_id, type, seq)',
  'create index if not exists lk_events_outbox on lk_events (world, position)',
  'create index lk_journals_due on lk_journals (world, due, account) where due is not null',
  'create index lk_journals_account on lk_journals (world, account) where due is not null',
];

/**
 * Everything that is written together, in one call. Journals, counts, answers and records come in order, so that two who write the same
 * wait for each other, and journals one by one, so that each is a question to one partition; positions are given under a lock that
 * whoever publishes waits for.
 */
const APPEND = `create or replace function lk_append(
  p_world text, p_patience text,
  p_ids text[], p_expected integer[], p_seqs integer[], p_due bigint[],
  p_event_ids text[], p_event_seqs integer[], p_at bigint[], p_types text[], p_refs text[], p_days text[], p_data text[],
  p_kinds text[], p_keys text[], p_accounts text[], p_values text[],
  p_counts text[], p_from bigint[], p_to bigint[],
  p_answered text[], p_bodies text[], p_answered_at bigint[], p_answers text[]
) returns void language plpgsql as $$
declare
  made integer;
  done integer;
begin
  if p_patience is not null then
    perform set_config('lock_timeout', p_patience, true);
  end if;
  perform pg_advisory_xact_lock_shared(${LOCKS.outbox}, hashtext(p_world));
  for i in 1 .. coalesce(cardinality(p_ids), 0) loop
    if p_expected[i] > 0 then
      update lk_journals set seq = p_seqs[i], due = p_due[i] where account_id = p_ids[i] and seq = p_expected[i];
    else
      insert into lk_journals as j (account_id, world, account, seq, due)
      values (p_ids[i], p_world, substr(p_ids[i], length(p_world) + 2), p_seqs[i], p_due[i])
      on conflict (account_id) do update set seq = excluded.seq, due = excluded.due where j.seq = 0;
    end if;
    if not found then
      raise exception using errcode = '${MOVED_ON}', message = p_ids[i];
    end if;
  end loop;
  for i in 1 .. coalesce(cardinality(p_counts), 0) loop
    if p_from[i] = 0 then
      insert into lk_counts as c (world, name, value) values (p_world, p_counts[i], p_to[i])
      on conflict (world, name) do update set value = excluded.value where c.value = 0;
    else
      update lk_counts set value = p_to[i] where world = p_world and name = p_counts[i] and value = p_from[i];
    end if;
    if not found then
      raise exception using errcode = '${MOVED_ON}', message = p_counts[i];
    end if;
  end loop;
  if cardinality(p_answered) > 0 then
    insert into lk_keys as k (world, key, body, at, answer)
    select p_world, e.key, e.body, e.at, e.answer::json
    from unnest(p_answered, p_bodies, p_answered_at, p_answers) as e (key, body, at, answer)
    on conflict (world, key) do update set body = excluded.body, at = excluded.at, answer = excluded.answer
    where k.at <= excluded.at - ${KEY_MS};
    get diagnostics done = row_count;
    if done < cardinality(p_answered) then
      raise exception using errcode = '${MOVED_ON}', message = p_answered[1];
    end if;
  end if;
  if cardinality(p_event_ids) > 0 then
    insert into lk_events (account_id, seq, world, position, at, type, ref, day, data)
    select e.id, e.seq, p_world, nextval('lk_position'), e.at, e.type, e.ref, e.day, e.data::json
    from unnest(p_event_ids, p_event_seqs, p_at, p_types, p_refs, p_days, p_data)
      as e (id, seq, at, type, ref, day, data);
    made := cardinality(array_remove(p_refs, null));
    if made > 0 then
      insert into lk_refs (world, ref, account_id, seq)
      select p_world, e.ref, e.id, e.seq
      from unnest(p_refs, p_event_ids, p_event_seqs) as e (ref, id, seq)
      where e.ref is not null
      order by e.ref
      on conflict do nothing;
      get diagnostics done = row_count;
      if done < made then
        raise exception using errcode = '${MOVED_ON}', message = (
          select e.id from unnest(p_refs, p_event_ids, p_event_seqs) as e (ref, id, seq)
          join lk_refs as r on r.world = p_world and r.ref = e.ref
          where r.account_id <> e.id or r.seq <> e.seq
          limit 1
        );
      end if;
    end if;
  end if;
  if cardinality(p_kinds) > 0 then
    insert into lk_listings (world, kind, key, account, value)
    select p_world, e.kind, e.key, e.account, e.value::json
    from unnest(p_kinds, p_keys, p_accounts, p_values) as e (kind, key, account, value)
    where e.value is not null
    on conflict (world, kind, key, account) do update set value = excluded.value;
    for i in 1 .. cardinality(p_kinds) loop
      if p_values[i] is null then
        delete from lk_listings
        where world = p_world and kind = p_kinds[i] and key = p_keys[i] and account = p_accounts[i];
      end if;
    end loop;
  end if;
end
$$`;

/**
 * Positions are given before a transaction is through, so a higher one may be seen first. Whoever reads them waits for those who are
 * appending; what comes later has higher positions.
 */
const OUTBOX = `create or replace function lk_outbox(p_world text, p_after bigint, p_limit integer)
returns table (
  account_id text, seq integer, "position" bigint, at bigint, type text, ref text, day text, data json
) language plpgsql as $$
begin
  perform pg_advisory_xact_lock(${LOCKS.outbox}, hashtext(p_world));
  return query
    select e.account_id, e.seq, e.position, e.at, e.type, e.ref, e.day, e.data
    from lk_events as e
    where e.world = p_world and e.position > p_after order by e.position limit p_limit;
end
$$`;

/**
 * From the tables of the first version, which named none, and from nothing. Accounts are due at once: whoever finds them so lists what
 * they are found by.
 */
const SECOND = [
  'drop index if exists lk_events_ref',
  'drop index if exists lk_events_find',
  'drop table if exists lk_snapshots',
  ...TABLES,
  'alter table lk_events drop column if exists key',
  'drop table if exists lk_accounts',
  `insert into lk_journals (account_id, world, account, seq, due)
   select account_id, world, substr(account_id, length(world) + 2), max(seq),
     case when substr(account_id, length(world) + 2) like '#%' then null else 0 end
   from lk_events group by account_id, world`,
  `insert into lk_refs (world, ref, account_id, seq)
   select world, ref, account_id, seq from lk_events where ref is not null on conflict do nothing`,
  ...INDEXES,
  OUTBOX,
];

/** Of an earlier program, which wrote one answer at a time. */
const FORMER_APPEND = `lk_append(
  text, text[], integer[], integer[], bigint[], text[], integer[], bigint[], text[], text[], text[], text[],
  text[], text[], text[], text[], text[], bigint[], bigint[], text, text, bigint, bigint, text
)`;

const MIGRATIONS: ReadonlyMap<number, readonly string[]> = new Map([
  [2, SECOND],
  [3, [`drop function if exists ${FORMER_APPEND}`, APPEND]],
]);

/**
 * Makes the tables, or makes them what this version knows; of processes that start together one does it and the others wait.
 *
 * @param at - The database, as it may be told to anybody.
 * @throws {StoreFailure} `newer` if a newer version has been here.
 */
export async function makeTables(client: pg.Client, at: string): Promise<void> {
  if ((await versionOf(client, at)) === VERSION) return;
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCKS.schema]);
    await client.query('create table if not exists lk_schema (version integer not null)');
    const found = await versionOf(client, at);
    for (const [version, statements] of MIGRATIONS) {
      if (version <= found) continue;
      for (const statement of statements) await client.query(statement);
    }
    await client.query('delete from lk_schema');
    await client.query('insert into lk_schema (version) values ($1)', [VERSION]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Version of the tables; 0 if there are none that say so. */
async function versionOf(client: pg.Client, at: string): Promise<number> {
  const { rows: tables } = await client.query<{ known: boolean }>(
    `select to_regclass('lk_schema') is not null as known`,
  );
  if (tables[0]?.known !== true) return 0;
  const { rows } = await client.query<{ version: number }>('select version from lk_schema');
  const version = rows[0]?.version ?? 0;
  if (version > VERSION) {
    throw new StoreFailure(
      'newer',
      `the tables in ${at} were made by a newer version (schema ${version}, this one knows ${VERSION}): start that version, or name another database`,
    );
  }
  return version;
}
