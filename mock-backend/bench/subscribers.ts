/** As many subscribers as a benchmark wants: one lives through a month in the engine, the others are copies of him. */
import type { Catalog } from '../engine/catalog.js';
import type { Command } from '../engine/command.js';
import { MemoryStore } from '../store/memory.js';
import type { Along, Snapshot, Store, Write } from '../store/port.js';
import { World } from '../world/world.js';

const CATALOG: Catalog = {
  destinations: [
    { code: 'mob', prefixes: ['+79'] },
    { code: 'ru', prefixes: ['+7'] },
  ],
  tariffs: [
    {
      code: 'plain',
      name: 'Plain',
      fee: { amount: '300.00' },
      sms: [{ price: '2.00' }],
      data: { pricePerMB: '0.50' },
      voice: [
        { destinations: ['mob'], steps: [{ fromSec: 0, price: '1.7500', perSec: 60, incrementSec: 60 }] },
        { destinations: ['ru'], steps: [{ fromSec: 0, price: '3.1000', perSec: 60, incrementSec: 1 }] },
      ],
    },
  ],
};

/** The month that is lived through, and what closes it: the midnight, the fees of the next month, the bills. */
export const BEGIN = '2026-11-01T00:00:00+03:00';
export const END = '2026-11-30T23:00:00+03:00';
export const CLOSED = '2026-12-01T12:00:00+03:00';

const MODEL = { account: 'A0000000', number: '+79990000000' };
/** Accounts that are written at once. */
const PAGE = 100;

export const accountOf = (index: number): string => `A${String(index).padStart(7, '0')}`;
export const numberOf = (index: number): string => `+7999${String(index).padStart(7, '0')}`;

export async function openWorld(store: Store, start: string, inWork?: number): Promise<World> {
  return World.open({
    id: 'bench',
    catalog: CATALOG,
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start,
    store,
    ...(inWork === undefined ? {} : { inWork }),
  });
}

/** Remembers what was written. */
class Recorder extends MemoryStore {
  readonly writes: Write[] = [];
  last: Snapshot | null = null;

  override async append(writes: readonly Write[], along?: Along): Promise<void> {
    await super.append(writes, along);
    this.writes.push(...writes);
  }

  override async snapshot(account: string, snapshot: Snapshot): Promise<void> {
    await super.snapshot(account, snapshot);
    this.last = snapshot;
  }
}

/** One of the things that a subscriber does, by its number. */
export function usage(index: number) {
  switch (index % 4) {
    case 0:
      return { service: 'CALL', direction: 'OUT', seconds: 30 + ((index * 37) % 400), peer: '+79160000000' } as const;
    case 1:
      return { service: 'CALL', direction: 'OUT', seconds: 10 + ((index * 91) % 900), peer: '+74950000000' } as const;
    case 2:
      return { service: 'SMS', direction: 'OUT', segments: 1, peer: '+79160000000' } as const;
    default:
      return { service: 'DATA', bytes: 1_000_000 + ((index * 77_777) % 9_000_000) } as const;
  }
}

/** A subscriber who calls, writes and is on line as often as it takes to have so many events by the end of the month. */
async function model(events: number): Promise<{ readonly write: Write; readonly snapshot: Snapshot | null }> {
  const store = new Recorder();
  const world = await openWorld(store, BEGIN);
  const { account, number } = MODEL;
  const perform = (command: Command) => world.perform(command);
  await perform({ do: 'account.open', account, opening: '5000.00' });
  await perform({ do: 'number.add', account, number, tariff: 'plain' });
  await perform({ do: 'payment', account, amount: '500.00', txn: `${account}-p` });
  const written = () => store.writes.reduce((sum, write) => sum + write.events.length, 0);
  let index = 0;
  for (let day = 1; day <= 30; day += 1) {
    const at = (minutes: number) =>
      new Date(Date.parse(BEGIN) + (day - 1) * 86_400_000 + minutes * 60_000).toISOString();
    await world.advance(at(0));
    for (let minute = 600; written() < (events * day) / 30; minute += 1, index += 1) {
      await world.advance(at(minute));
      await perform({ do: 'usage', number, id: `${account}-u${index}`, ...usage(index) });
    }
  }
  await world.advance(END);
  const last = store.writes.at(-1);
  if (!last) throw new Error('the model did nothing');
  const listings = new Map<string, Write['listings'][number]>();
  for (const write of store.writes)
    for (const one of write.listings) listings.set(JSON.stringify([one.kind, one.key]), one);
  const write: Write = {
    account,
    expectedSeq: 0,
    events: store.writes.flatMap(({ events: made }) => made),
    due: last.due,
    listings: [...listings.values()].filter(({ value }) => value !== null),
  };
  return { write, snapshot: store.last };
}

function copied(text: string, index: number): string {
  return text.replaceAll(MODEL.account, accountOf(index)).replaceAll(MODEL.number, numberOf(index));
}

/**
 * Fills an empty store with copies of one subscriber.
 *
 * @param events - That each of them has in his journal, about.
 * @returns How many they are.
 */
export async function fill(store: Store, accounts: number, events: number): Promise<number> {
  const one = await model(events);
  const text = JSON.stringify(one.write);
  await openWorld(store, END);
  for (let from = 0; from < accounts; from += PAGE) {
    const indexes = Array.from({ length: Math.min(PAGE, accounts - from) }, (_, index) => from + index);
    await store.append(indexes.map((index) => JSON.parse(copied(text, index)) as Write));
    const { snapshot } = one;
    if (snapshot === null) continue;
    for (const index of indexes)
      await store.snapshot(accountOf(index), { ...snapshot, state: copied(snapshot.state, index) });
  }
  return one.write.events.length;
}
