import type { z } from '@hono/zod-openapi';
import { dayOn, isLate, type DetailBasis } from '../../engine/detail/filter.js';
import type { DetailGroup, DetailGroups, DetailGrouping } from '../../engine/detail/book.js';
import type { DetailTotals } from '../../engine/detail/sums.js';
import type { Entry } from '../../engine/events.js';
import type { UsageEvent, UsageGroup, UsageGroups, UsageTotals } from '../contract/usage.js';
import type { Locale } from '../messages/index.js';
import type { Reader } from '../reader.js';
import { destinationName } from './destinations.js';
import { titleOf } from './sheet.js';

function stateOf(entry: Entry, { state }: Reader): z.infer<typeof UsageEvent>['state'] {
  if (entry.month <= state.closed.month) return 'BILLED';
  return entry.statementDay >= state.day ? 'PRELIMINARY' : 'RATED';
}

function billedOf({ service, usage }: Entry): number | null {
  if (usage === undefined) return null;
  if (service === 'SMS') return usage.segments;
  return service === 'DATA' ? usage.billedKB : usage.billedSeconds;
}

/** One row of the detail. @see domain.md DET-5…DET-7 */
export function usageView(
  entry: Entry,
  basis: DetailBasis,
  reader: Reader,
  locale: Locale,
): z.infer<typeof UsageEvent> {
  const { usage, service } = entry;
  const timed = usage !== undefined && (service === 'CALL' || service === 'BONUS');
  return {
    id: entry.id,
    number: entry.number,
    service,
    direction: usage?.direction ?? null,
    start: reader.zone.format(entry.at),
    seconds: timed ? usage.seconds : null,
    segments: usage !== undefined && service === 'SMS' ? usage.segments : null,
    bytes: usage !== undefined && service === 'DATA' ? usage.bytes : null,
    peer: usage?.peer ?? null,
    destination: usage?.destination ?? null,
    destinationName: usage?.destination ? destinationName(usage.destination, locale) : null,
    outcome: usage?.outcome ?? null,
    forwarded: usage?.forwarded ?? false,
    billed: billedOf(entry),
    packaged: usage?.packaged ?? null,
    title: titleOf(entry.kind, entry.subject, reader),
    amount: reader.money(entry.amount),
    day: dayOn(entry, basis),
    ownDay: entry.day,
    period: { ...entry.period },
    state: stateOf(entry, reader),
    late: isLate(entry),
  };
}

/** Totals of a whole filter. @see domain.md DET-4 */
export function totalsView(totals: DetailTotals, reader: Reader): z.infer<typeof UsageTotals> {
  return {
    count: totals.count,
    seconds: totals.seconds,
    charges: reader.money(totals.charges),
    accruals: reader.money(totals.accruals),
    total: reader.money(totals.total),
    byService: totals.byService.map(({ service, count, amount }) => ({ service, count, amount: reader.money(amount) })),
  };
}

function groupView(group: DetailGroup, name: string | null, reader: Reader): z.infer<typeof UsageGroup> {
  return {
    key: group.key,
    name,
    count: group.count,
    seconds: group.seconds,
    segments: group.segments,
    kilobytes: group.kilobytes,
    charges: reader.money(group.charges),
    accruals: reader.money(group.accruals),
    total: reader.money(group.total),
  };
}

/** Sums of the detail by day, month or destination. @see domain.md DET-2 */
export function groupsView(
  groups: DetailGroups,
  by: DetailGrouping,
  reader: Reader,
  locale: Locale,
): z.infer<typeof UsageGroups> {
  const { elsewhere } = groups;
  const nameOf = (code: string) => (by === 'DESTINATION' && code !== '' ? destinationName(code, locale) : null);
  return {
    account: reader.state.id,
    by,
    groups: groups.groups.map((group) => groupView(group, nameOf(group.key), reader)),
    totals: totalsView(groups.totals, reader),
    preliminary: totalsView(groups.preliminary, reader),
    elsewhere: elsewhere === null ? null : { ...elsewhere, total: reader.money(elsewhere.total) },
    destinations: groups.destinations.map((code) => ({ code, name: destinationName(code, locale) })),
    today: reader.state.day,
    asOf: reader.asOf,
  };
}
