/** What `lk_append` is called with: appends of one world, each of them to journals of its own, as columns. */
import type { Along, Write } from './port.js';
import type { Value } from './postgres.pool.js';

/** Of `lk_append`. */
export const PARAMETERS = 23;

/** What is appended together, or not at all. */
export interface Appended {
  readonly writes: readonly Write[];
  readonly along: Along;
}

/** Whoever writes takes locks in one order, so that no two wait for each other. */
export function appendOf(world: string, all: readonly Appended[]): readonly Value[] {
  const writes = all.length === 1 && all[0] ? all[0].writes : all.flatMap((one) => one.writes);
  const named = writes.map((write) => ({ ...write, id: `${world}/${write.account}` }));
  const journals = sorted([...named], ({ id }) => id);
  const events = named.flatMap(({ id, expectedSeq, events: added }) =>
    added.map((event, index) => ({ ...event, id, seq: expectedSeq + index + 1 })),
  );
  const counts = sorted(
    all.flatMap(({ along }) => along.counts ?? []),
    ({ name }) => name,
  );
  const keys = sorted(
    all.flatMap(({ along }) => along.key ?? []),
    ({ key }) => key,
  );
  // Of what is said twice, the last word counts.
  const listings = new Map(
    writes.flatMap(({ account, listings: found }) =>
      found.map((own) => [JSON.stringify([own.kind, own.key, account]), { ...own, account }]),
    ),
  );
  return [
    world,
    ...columns(journals, [
      ({ id }) => id,
      ({ expectedSeq }) => expectedSeq,
      (journal) => journal.expectedSeq + journal.events.length,
      ({ due }) => due,
    ]),
    ...columns(events, [
      ({ id }) => id,
      ({ seq }) => seq,
      ({ at }) => at,
      ({ type }) => type,
      ({ ref }) => ref,
      ({ day }) => day,
      ({ data }) => JSON.stringify(data),
    ]),
    ...columns(
      [...listings.values()],
      [
        ({ kind }) => kind,
        ({ key }) => key,
        ({ account }) => account,
        ({ value }) => (value === null ? null : JSON.stringify(value)),
      ],
    ),
    ...columns(counts, [({ name }) => name, ({ from }) => from, ({ to }) => to]),
    ...columns(keys, [({ key }) => key, ({ body }) => body, ({ at }) => at, ({ answer }) => JSON.stringify(answer)]),
  ];
}

function sorted<Item>(items: Item[], by: (item: Item) => string): readonly Item[] {
  return items.sort((one, other) => (by(one) < by(other) ? -1 : 1));
}

/** Rows turned to columns; nothing where there are no rows. */
function columns<Row>(
  rows: readonly Row[],
  take: readonly ((row: Row) => string | number | null)[],
): readonly (readonly (string | number | null)[] | null)[] {
  return take.map((one) => (rows.length === 0 ? null : rows.map(one)));
}
