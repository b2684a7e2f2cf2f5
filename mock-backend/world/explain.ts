/** Answers `explain` from the records of the journal. @see FORMAT.md §6 */
import { addDays, firstDay, lastDay, monthOf, Zone } from '../engine/calendar.js';
import { closingOf } from '../engine/billing/issue.js';
import { refuse } from '../engine/errors.js';
import { type ExplainNode, explainEntry, type Explanation, group } from '../engine/explain.js';
import type { Entry } from '../engine/events.js';
import { scaleOf } from '../engine/money.js';
import { type ExplainQuery, LINE_KINDS } from '../engine/query.js';
import { type Answerer, entryOf, eventsOf, view } from './answer.js';

/** @throws {Refusal} `NOT_FOUND` for an unknown record or account */
export async function explainQuery(
  world: Answerer,
  query: ExplainQuery,
  user: string | undefined,
): Promise<Explanation> {
  if (query.id !== undefined) {
    const { state, entry } = await entryOf(world, query, query.id, user);
    const node = explainEntry(world.catalogue, Zone.of(state.timezone), entry, scaleOf(state.currency));
    return { amount: node.amount, nodes: [node] };
  }
  const { account = '', month = '' } = query;
  const { state } = await view(world, { ...query, account }, user);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) refuse('RANGE_INVALID', { month });
  const zone = Zone.of(state.timezone);
  const scale = scaleOf(state.currency);
  const yesterday = addDays(zone.dayAt(world.instant), -1);
  const through = month <= state.closed.month || yesterday >= lastDay(month) ? lastDay(month) : yesterday;
  // What belongs to a month is posted between its beginning and its closing.
  const fromAt = zone.startOf(firstDay(month));
  const untilAt = closingOf(state, world.catalogue, month) + 1;
  const events = await eventsOf(world, { account, types: ['entry.posted'], fromAt, untilAt });
  const entries = events.flatMap((event): Entry[] => {
    if (event.type !== 'entry.posted' || event.entry.month !== month || event.entry.statementDay > through) return [];
    const { number, kind } = event.entry;
    const asked = (query.number === undefined || query.number === number) && (!query.kind || query.kind === kind);
    return asked ? [event.entry] : [];
  });
  const owners = [...state.numbers.map(({ number }): string | null => number), null];
  const nodes = owners.flatMap((number): ExplainNode[] => {
    const kinds = LINE_KINDS.flatMap((kind): ExplainNode[] => {
      const own = entries.filter((entry) => entry.number === number && entry.kind === kind);
      if (own.length === 0) return [];
      return [
        group(
          kind,
          monthOf(`${month}-01`),
          own.map((entry) => explainEntry(world.catalogue, zone, entry, scale)),
          scale,
        ),
      ];
    });
    if (kinds.length === 0) return [];
    return query.number === undefined ? [group('NUMBER', number, kinds, scale)] : kinds;
  });
  return { amount: group('TOTAL', null, nodes, scale).amount, nodes };
}
