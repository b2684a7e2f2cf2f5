/** Answers from the records in the journal. @see FORMAT.md §6; domain.md §4 */
import { Zone } from '../calendar.js';
import type { Entry, Event, Posting } from '../events.js';
import { plus, scaleOf, sign, zero } from '../money.js';
import { DETAIL_SERVICES, type DetailService } from '../query.js';
import type { AccountState } from '../state.js';

export interface DetailEvent {
  readonly id: string;
  readonly number: string | null;
  readonly service: DetailService;
  /** RFC 3339 in the zone of the account. */
  readonly at: string;
  readonly day: string;
  /** Month of the bill; later than the month of `day` for a late record. */
  readonly month: string;
  readonly late: boolean;
  readonly quantity: number;
  readonly amount: string;
  readonly net: string;
  readonly vat: string;
  readonly vatRate: string | null;
  readonly subject: string;
  readonly direction: 'OUT' | 'IN' | null;
  readonly seconds: number | null;
  readonly bytes: number | null;
  readonly segments: number | null;
  readonly billedSeconds: number | null;
  readonly billedKB: number | null;
  readonly packaged: number | null;
  readonly peer: string | null;
  readonly destination: string | null;
  readonly outcome: string | null;
  readonly forwarded: boolean | null;
}

export interface Detail {
  readonly count: number;
  readonly charges: string;
  readonly accruals: string;
  readonly total: string;
  readonly byService: Readonly<Partial<Record<DetailService, string>>>;
  readonly events: readonly DetailEvent[];
}

/** Rows and totals of a filter; totals cover all rows (DET-4). Rows go back in time. */
export function detail(
  state: AccountState,
  entries: Iterable<Entry>,
  filter: { readonly number?: string; readonly service?: DetailService },
): Detail {
  const none = zero(scaleOf(state.currency));
  const zone = Zone.of(state.timezone);
  let [charges, accruals] = [none, none];
  const sums = new Map<DetailService, string>();
  const rows: Entry[] = [];
  for (const entry of entries) {
    if (filter.number !== undefined && entry.number !== filter.number) continue;
    if (filter.service !== undefined && entry.service !== filter.service) continue;
    rows.push(entry);
    if (sign(entry.amount) < 0) accruals = plus(accruals, entry.amount);
    else charges = plus(charges, entry.amount);
    sums.set(entry.service, plus(sums.get(entry.service) ?? none, entry.amount));
  }
  rows.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return {
    count: rows.length,
    charges,
    accruals,
    total: plus(charges, accruals),
    byService: Object.fromEntries(
      DETAIL_SERVICES.flatMap((service) => {
        const sum = sums.get(service);
        return sum === undefined ? [] : [[service, sum]];
      }),
    ),
    events: rows.map((entry) => detailEvent(entry, zone)),
  };
}

export function detailEvent(entry: Entry, zone: Zone): DetailEvent {
  const { usage } = entry;
  return {
    id: entry.id,
    number: entry.number,
    service: entry.service,
    at: zone.format(entry.at),
    day: entry.day,
    month: entry.month,
    late: entry.usage !== undefined && entry.month !== entry.day.slice(0, 7),
    quantity: entry.quantity,
    amount: entry.amount,
    net: entry.net,
    vat: entry.vat,
    vatRate: entry.vatRate,
    subject: entry.subject,
    direction: usage?.direction ?? null,
    seconds: usage?.seconds ?? null,
    bytes: usage?.bytes ?? null,
    segments: usage?.segments ?? null,
    billedSeconds: usage?.billedSeconds ?? null,
    billedKB: usage?.billedKB ?? null,
    packaged: usage?.packaged ?? null,
    peer: usage?.peer ?? null,
    destination: usage?.destination ?? null,
    outcome: usage?.outcome ?? null,
    forwarded: usage?.forwarded ?? null,
  };
}

/** How a record of usage was rated. */
export function rated(entry: Entry) {
  const { usage } = entry;
  return {
    id: entry.id,
    billedSeconds: usage?.billedSeconds ?? 0,
    segments: usage?.segments ?? 0,
    billedKB: usage?.billedKB ?? 0,
    packaged: usage?.packaged ?? 0,
    amount: entry.amount,
    destination: usage?.destination ?? null,
    outcome: usage?.outcome ?? null,
  };
}

/** The posting that an event made, if it made one. */
export function postingOf(event: Event): Posting | undefined {
  return 'posting' in event ? event.posting : undefined;
}

/** A sent alert as it is listed. */
export function alertOf(event: Event, zone: Zone) {
  if (event.type !== 'alert.sent') return null;
  return { event: event.event, at: zone.format(event.at), value: event.value, contacts: event.contacts };
}
