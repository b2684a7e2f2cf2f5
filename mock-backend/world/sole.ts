/**
 * What only one account of the world can have: a number at a time, a card, a payment of a provider. Accounts are decided on apart from
 * each other; of two that want the same at once, one finds its count moved and decides again.
 */
import type { Event } from '../engine/events.js';
import type { Count } from '../store/port.js';
import type { Directory } from './directory.js';

/** Counts that go from 0 to 1 with the events, or not at all. */
export async function soleCounts(events: readonly Event[], directory: Directory): Promise<readonly Count[]> {
  const names: string[] = [];
  for (const event of events) {
    if (event.type === 'payment.made')
      names.push(`payment:${JSON.stringify([event.payment.provider, event.payment.txn])}`);
    if (event.type === 'sim.added') names.push(`sim:${event.iccid}`);
    if (event.type === 'number.connected') {
      await directory.read('number', [event.number]);
      names.push(`number:${event.number}#${directory.timesHad(event.number) + 1}`);
    }
  }
  return names.map((name) => ({ name, from: 0, to: 1 }));
}
