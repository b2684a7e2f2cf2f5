/** What `lk_append` is called with: appends of one world, each of them to journals of its own, as columns. */
import type { Along, Write } from './port.js';
import type { Value } from './postgres.pool.js';

/** Of `lk_append`. */
export const PARAMETERS = 24;

/** What is appended together, or not at all. */
export interface Appended {
  readonly writes: readonly Write[];
  readonly along: Along;
}

/**
 * Whoever writes takes locks in one order, so that no two wait for each other.
 *
 * @param patience - Milliseconds to wait for whoever holds what is to be written; `null`: as long as a statement may take.
 */
export function appendOf(world: string, all: readonly Appended[], patience: number | null): readonly Value[] {
  const writes = all.flatMap((one) => one.writes.map((write) => ({ id: `${world}/${write.account}`, write })));
  const journals = sorted([...writes], ({ id }) => id);
  const events = writes.flatMap(({ id, write: { expectedSeq, events: added } }) =>
    added.map((event, index) => ({ id, seq: expectedSeq + index + 1, event })),
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
  const listings = new Map<string, { readonly account: string; readonly own: Write['listings'][number] }>();
  for (const { write } of writes) {
    const { account } = write;
    for (const own of write.listings) listings.set(`${own.kind}\0${account}\0${own.key}`, { account, own });
  }
  return [
    world,
    patience,
    ...columns(journals, [
      ({ id }) => id,
      ({ write }) => write.expectedSeq,
      ({ write }) => write.expectedSeq + write.events.length,
      ({ write }) => write.due,
    ]),
    ...columns(events, [
      ({ id }) => id,
      ({ seq }) => seq,
      ({ event }) => event.at,
      ({ event }) => event.type,
      ({ event }) => event.ref,
      ({ event }) => event.day,
      ({ event }) => JSON.stringify(event.data),
    ]),
    ...columns(
      [...listings.values()],
      [
        ({ own }) => own.kind,
        ({ own }) => own.key,
        ({ account }) => account,
        ({ own }) => (own.value === null ? null : JSON.stringify(own.value)),
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
