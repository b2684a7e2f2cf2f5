import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDayMonth, formatDays } from '../../i18n/dates.js';
import { formatWeekday } from '../../i18n/times.js';
import { isolated } from '../../i18n/locale.js';
import { isNegative, isZero } from '../../money/format.js';
import { edit, fee, incoming, internet, missed, outgoing, plus, sms, swap } from '../../ui/icons/icons.js';
import { icon, swatch } from '../../ui/parts/icon.js';
import { charge } from '../../ui/parts/money.js';
import { phoneText } from '../../ui/parts/phone.js';
import { kilobytesText, piecesText, secondsText } from '../../ui/parts/quantity.js';
import { bone } from '../../ui/parts/states.js';
import { tag } from '../../ui/parts/tag.js';
import { daysBetween } from './detail.filter.js';
import type { DetailWords } from './detail.messages.js';
import type { UsageEvent, UsageGroup } from './detail.query.js';

/** What a row needs besides its event. */
export interface RowContext {
  readonly words: DetailWords;
  readonly today: string;
  /** The own number is said in each row: events of several numbers are shown. */
  readonly withNumber: boolean;
  /** Row with the tab stop. */
  readonly active: number;
  /** The open row and its explanation. */
  readonly open: { readonly row: number; readonly why: unknown } | null;
  readonly toggle: (row: number, event: UsageEvent) => void;
}

/** `22 ноября, воскресенье`; the year only where it is another than today's. */
export function dayName(day: string, today: string, locale: string): string {
  return `${dateName(day, today, locale)}, ${formatWeekday(day, locale)}`;
}

function dateName(day: string, today: string, locale: string): string {
  const withYear = day.slice(0, 4) !== today.slice(0, 4);
  return `${formatDayMonth(day, locale)}${withYear ? ` ${day.slice(0, 4)}` : ''}`;
}

/** The name of a day on one line; its weekday is out of sight as a whole where there is no room. Styles: `list`. */
export const dayTitle = (day: string, today: string, locale: string): TemplateResult =>
  html`<span class="wk"
    ><span>${dateName(day, today, locale)}</span><span>, ${formatWeekday(day, locale)}</span></span
  >`;

/** Heading of a day with its subtotal. */
export const dayRow = (row: number, group: UsageGroup, { words, today, active }: RowContext): TemplateResult => {
  const { t, locale } = words;
  const isToday = group.key === today;
  return html`<div class="day" role="row" data-row=${row} aria-rowindex=${row + 2}>
    <span class="dn" role="rowheader" aria-colspan="4" tabindex=${row === active ? 0 : -1} data-focus>
      <span class="nm ${isToday ? 'whole' : ''}"
        >${
          isToday
            ? html`<span class="only-w">${t('todayIs', { day: formatDayMonth(group.key, locale) })}</span
                ><span class="only-n">${t('today')}</span>`
            : dayTitle(group.key, today, locale)
        }</span
      >
      ${
        isToday
          ? dayTag(t('preliminary'), t('preliminaryShort'), 'warn')
          : isNegative(group.total.value)
            ? dayTag(t('credited'), t('creditedShort'), 'cr')
            : nothing
      }
    </span>
    <span class="r" role="gridcell">${charge(group.total, words)}</span>
  </div>`;
};

/** A tag that is shorter where there is little room. */
const dayTag = (long: string, short: string, tone: 'warn' | 'cr'): TemplateResult =>
  html`<span class="only-w">${tag(long, tone)}</span><span class="only-n">${tag(short, tone)}</span>`;

/** An event; a bone in its shape until it is here. */
export const eventRow = (row: number, event: UsageEvent | undefined, context: RowContext): TemplateResult => {
  const { words, active } = context;
  const { t } = words;
  const stop = row === active ? 0 : -1;
  if (event === undefined) {
    return html`<div class="ev" role="row" data-row=${row} aria-rowindex=${row + 2} aria-busy="true">
      <span class="ti" role="gridcell" tabindex=${stop} data-focus>
        <span class="sr">${t('loadingRow')}</span>${bone('l')}<span class="lsub" aria-hidden="true">${bone('a')}</span>
      </span>
    </div>`;
  }
  const open = context.open?.row === row ? context.open : null;
  const { title, path, label, sub, quantity } = describe(event, context);
  const free = isZero(event.amount.value);
  return html`<div
    class="ev ${open ? 'open' : ''} ${free ? 'zero' : ''}"
    role="row"
    data-row=${row}
    aria-rowindex=${row + 2}
  >
    <span class="tm" role="gridcell">${event.start.slice(11, 16)}</span>
    <span class="kd" role="gridcell" title=${label}
      >${icon(path, ways.has(path) ? 's flip' : 's')}<span class="sr">${label}</span></span
    >
    <span class="ti" role="gridcell">
      <button
        type="button"
        class="rowbtn"
        tabindex=${stop}
        data-focus
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls=${open ? 'why' : nothing}
        @click=${() => context.toggle(row, event)}
      >
        ${title}
      </button>
      <span class="lsub"
        >${quantity ? html`<span class="only-n in">${quantity}${sub === nothing ? '' : ' · '}</span>` : nothing}${sub}</span
      >
    </span>
    <span class="q only-w" role="gridcell">${quantity}</span>
    <span class="r" role="gridcell">${charge(event.amount, words)}</span>
    <span class="chev" aria-hidden="true"></span>
    ${open ? html`<div class="whybox" role="gridcell" aria-colspan="5" id="why">${open.why}</div>` : nothing}
  </div>`;
};

interface Described {
  title: unknown;
  /** Icon of the kind and its name. */
  path: string;
  label: string;
  sub: unknown;
  quantity: string;
}

/** An event in words. */
export function describe(
  event: UsageEvent,
  { words, withNumber }: Pick<RowContext, 'words' | 'withNumber'>,
): Described {
  const { t, locale } = words;
  const notes: unknown[] = [];
  if (event.late) {
    const day = formatDate(event.ownDay).slice(0, 5);
    notes.push(html`<span title=${t('lateLong', { day })}>${tag(t('late', { day }), 'warn')}</span> `);
  }
  const own = withNumber && event.number !== null ? [isolated(phoneText(event.number), locale)] : [];
  const line = (...parts: readonly (string | null)[]) => {
    const text = [...own, ...parts].filter((part) => part !== null && part !== '').join(' · ');
    return text === '' && notes.length === 0 ? nothing : html`${notes}${text}`;
  };
  const peer = event.peer === null ? t('hidden') : html`<span class="num">${phoneText(event.peer)}</span>`;
  const name = event.title ?? '';
  switch (event.service) {
    case 'CALL': {
      const lost = event.outcome !== null && event.outcome in missedOutcomes;
      const label =
        lost && event.direction === 'IN' ? t('callMissed') : t(event.direction === 'IN' ? 'callIn' : 'callOut');
      const path = lost ? missed : event.forwarded ? swap : event.direction === 'IN' ? incoming : outgoing;
      const outcome = event.outcome === null || event.outcome === 'ANSWERED' ? null : t(event.outcome);
      const forwarded = event.forwarded && outcome === null ? t('FORWARDED') : null;
      return {
        title: peer,
        path,
        label,
        sub: line(event.destinationName, outcome, forwarded, cover(event, words)),
        quantity: secondsText(event.seconds ?? 0, locale),
      };
    }
    case 'BONUS':
      return {
        title: peer,
        path: incoming,
        label: t('bonus'),
        sub: html`${notes}<span class="given">${swatch('hatch')}${t('bonus')}</span
          >${own.length > 0 ? ` · ${own[0]}` : ''}`,
        quantity: event.seconds === null ? '' : secondsText(event.seconds, locale),
      };
    case 'SMS':
      return {
        title: event.peer === null ? t('sms') : peer,
        path: sms,
        label: t(event.direction === 'IN' ? 'smsIn' : 'smsOut'),
        sub: line(event.destinationName, cover(event, words)),
        quantity: piecesText(event.segments ?? 1, t),
      };
    case 'DATA':
      return {
        title: t('internet'),
        path: internet,
        label: t('data'),
        sub: line(cover(event, words)),
        quantity: kilobytesText(event.billed ?? 0, locale),
      };
    default:
      return { ...standing(event, name, words), sub: line(periodText(event, words)) };
  }
}

/** Arrows point the other way in right-to-left. */
const ways = /* @__PURE__ */ new Set([incoming, outgoing, missed, swap]);
const missedOutcomes = { NO_ANSWER: true, BUSY: true, FAILED: true };

/** Charges that are no usage: fees, options, packages, corrections. */
function standing(event: UsageEvent, name: string, { t }: DetailWords): Omit<Described, 'sub'> {
  const days = daysBetween(event.period.from, event.period.to);
  switch (event.service) {
    case 'FEE': {
      const back = isNegative(event.amount.value);
      const title = name === '' ? t('fee') : t(back ? 'feeBack' : 'feeOf', { name });
      return { title, path: fee, label: t('fee'), quantity: t('days', { count: days }) };
    }
    case 'OPTION':
      return other(t('optionOf', { name }), t('fees'), plus);
    case 'PACKAGE':
      return other(t('packageOf', { name }), t('fees'), plus);
    case 'SETUP':
      return other(t('setup'), t('setup'), plus);
    case 'MIN_SPEND':
      return other(t('minSpend'), t('minSpend'), fee);
    default:
      return other(name || t('correction'), t('correction'), edit);
  }
}

const other = (title: string, label: string, path: string): Omit<Described, 'sub'> => ({
  title,
  path,
  label,
  quantity: '',
});

function periodText(event: UsageEvent, { t, locale }: DetailWords): string | null {
  const { from, to } = event.period;
  return from === to ? null : t('forPeriod', { days: formatDays(from, to, locale) });
}

/** How much of it a package covered. */
function cover({ packaged, billed }: UsageEvent, { t }: DetailWords): string | null {
  if (!packaged) return null;
  return t(packaged === billed ? 'packaged' : 'partPackaged');
}
