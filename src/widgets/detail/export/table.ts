import { formatDate } from '../../../i18n/dates.js';
import { phoneText } from '../../../ui/parts/phone.js';
import { describe } from '../row.view.js';
import type { MoreMessages, MoreWords } from '../more/more.messages.js';
import type { UsageEvent, UsageGroups } from '../detail.query.js';
import type { Kind } from '../detail.filter.js';
import { kinds } from '../detail.filter.js';

/** A cell of the file: words, or a number as it is written exactly, with a decimal point. */
export type Cell = { readonly is: 'text'; readonly text: string } | { readonly is: 'number'; readonly value: string };

/** A file before it has a format: the same rows, signs and totals as on screen. @see domain.md DET-9 */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What the file ends with: name and amount. */
  readonly totals: readonly (readonly [name: string, amount: string])[];
}

const text = (value: string | null | undefined): Cell => ({ is: 'text', text: value ?? '' });
const number = (value: string | number | null): Cell =>
  value === null ? text('') : { is: 'number', value: String(value) };

type Column = keyof MoreMessages & `col${string}`;
const columns: readonly Column[] = [
  'colDate',
  'colTime',
  'colNumber',
  'colService',
  'colDirection',
  'colPeer',
  'colDestination',
  'colOutcome',
  'colQuantity',
  'colUnit',
  'colBilled',
  'colPackaged',
  'colAmount',
  'colCurrency',
  'colNote',
];

/** @param events - All events of the filter, newest first. */
export function tableOf(events: readonly UsageEvent[], groups: UsageGroups, name: string, words: MoreWords): Table {
  const { t } = words;
  const { totals, preliminary } = groups;
  return {
    name,
    columns: columns.map((column) => t(column)),
    rows: events.map((event) => rowOf(event, words)),
    totals: [
      [t('charges'), totals.charges.value],
      [t('accruals'), totals.accruals.value],
      [t('total'), totals.total.value],
      ...(preliminary.count > 0 ? [[t('preliminaryTotal'), preliminary.total.value] as const] : []),
    ],
  };
}

function rowOf(event: UsageEvent, words: MoreWords): Cell[] {
  const { t } = words;
  const [quantity, unit] = quantityOf(event, words);
  return [
    text(event.start.slice(0, 10)),
    text(event.start.slice(11, 19)),
    text(event.number),
    text(t(kindOf(event))),
    text(event.direction === null ? '' : t(event.direction)),
    text(peerOf(event, words)),
    text(event.destinationName ?? event.destination),
    text(event.outcome === null || event.outcome === 'ANSWERED' ? '' : t(event.outcome)),
    number(quantity),
    text(unit),
    number(event.billed),
    number(event.packaged),
    number(event.amount.value),
    text(event.amount.currency),
    text(noteOf(event, words)),
  ];
}

function kindOf({ service }: UsageEvent): Kind {
  if (service in standing) return 'fees';
  return service === 'CALL' ? 'calls' : service === 'SMS' ? 'sms' : service === 'DATA' ? 'data' : 'bonuses';
}
const standing: Readonly<Record<string, true>> = Object.fromEntries(kinds.fees.map((service) => [service, true]));

function quantityOf(event: UsageEvent, { t }: MoreWords): [number | null, string] {
  switch (event.service) {
    case 'CALL':
    case 'BONUS':
      return [event.seconds, t('unitSecond')];
    case 'SMS':
      return [event.segments, t('unitPiece')];
    case 'DATA':
      return [event.billed, t('unitKilobyte')];
    default:
      return [null, ''];
  }
}

function peerOf(event: UsageEvent, words: MoreWords): string {
  if (event.peer !== null) return event.peer;
  const { title } = describe(event, { words, withNumber: false });
  return typeof title === 'string' ? title : phoneText(event.number ?? '');
}

function noteOf({ late, ownDay, state, packaged, billed }: UsageEvent, { t }: MoreWords): string {
  return [
    late ? t('late', { day: formatDate(ownDay) }) : null,
    state === 'PRELIMINARY' ? t('notePreliminary') : null,
    packaged ? t(packaged === billed ? 'packaged' : 'partPackaged') : null,
  ]
    .filter((note) => note !== null)
    .join(', ');
}
