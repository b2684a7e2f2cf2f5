import { html, nothing, type ReactiveController } from 'lit';
import { formatMonthName } from '../../../i18n/dates.js';
import { directionOf } from '../../../i18n/locale.js';
import { formatMoney } from '../../../money/format.js';
import type { WidgetHost } from '../../../ui/controllers/host.js';
import { lock } from '../../../ui/icons/icons.js';
import { topNote } from '../../../ui/parts/note.js';
import { phoneText } from '../../../ui/parts/phone.js';
import { adopt } from '../../../ui/styles/adopt.js';
import type { MoreWords } from '../more/more.messages.js';
import type { MonthSummary, Summary } from '../detail.query.js';
import { chartView, columnOf } from './chart.js';
import { summaryStyles } from './summary.styles.js';
import { columnButtons, legend, type Months, monthTable, readout } from './summary.view.js';

type Host = WidgetHost & { readonly renderRoot: ParentNode };

/** Width to begin with, until the place for the chart is measured. */
const GUESS = 720;
/** Months that have room side by side; the newest are drawn. */
const NARROWEST = 36;

/** Spending by month: the chart, what is selected in it, and the table behind it. Loaded when it is first looked at. */
export class SummaryPart implements ReactiveController {
  readonly #host: Host;
  #selected: string | null = null;
  #table = false;
  #width = GUESS;
  #figure: Element | null = null;
  readonly #sized = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width === 0 || width === this.#width) return;
    this.#width = width;
    // A frame later: what is drawn anew within the observer's own turn would be an error of its loop.
    requestAnimationFrame(() => this.#host.requestUpdate());
  });

  constructor(host: Host) {
    this.#host = host;
    adopt(host.renderRoot, summaryStyles);
    host.addController(this);
  }

  hostUpdated(): void {
    const figure = this.#host.renderRoot.querySelector('.figbox');
    if (figure === this.#figure) return;
    this.#sized.disconnect();
    this.#figure = figure;
    if (figure) this.#sized.observe(figure);
  }

  hostDisconnected(): void {
    this.#sized.disconnect();
    this.#figure = null;
  }

  /** @param open - Opens the detail of a month. */
  view = (summary: Summary, words: MoreWords, open: (month: string) => void): unknown => {
    const shown = summary.months.slice(-Math.max(3, Math.floor((this.#width - 48) / NARROWEST)));
    const selected =
      shown.find(({ month }) => month === this.#selected) ??
      shown.findLast(({ state }) => state !== 'OPEN') ??
      shown.at(-1);
    if (selected === undefined) return nothing;
    const months: Months = { months: shown, selected, words, select: this.#select, open };
    const rtl = getComputedStyle(this.#host).direction === 'rtl' || directionOf(words.locale) === 'rtl';
    const columns = shown.map((month) =>
      columnOf(month, shortName(month, words, this.#width / shown.length), figureOf(month, words)),
    );
    const { numbers } = summary;
    return html`${numbers && topNote('', lock, words.t('onlyNumbers', { numbers: numbers.map(phoneText).join(', ') }))}
      <div class="sec chartsec">
        <figure class="fig">
          <div class="figbox">
            ${chartView(columns, selected.month, this.#width, rtl, words.locale, words.t('chart'))}
            ${columnButtons(months)}
          </div>
        </figure>
        ${legend(words)}
      </div>
      ${readout(months, { shown: this.#table, toggle: this.#toggle })}
      ${this.#table ? monthTable({ ...months, months: summary.months }) : nothing}`;
  };

  #select = (month: string): void => {
    this.#selected = month;
    this.#host.requestUpdate();
  };

  #toggle = (): void => {
    this.#table = !this.#table;
    this.#host.requestUpdate();
  };
}

/** `окт`; where there is room and no doubt, the whole word. */
function shortName({ month }: MonthSummary, { locale }: MoreWords, room: number): string {
  const name = formatMonthName(month, locale);
  // Arabic months have no short names; their letters would join otherwise when cut.
  return room > 110 ? name : directionOf(locale) === 'rtl' ? String(Number(month.slice(5))) : name.slice(0, 3);
}

/** The sum as figures, without its currency: the axis has none either. */
function figureOf({ total }: MonthSummary, { locale }: MoreWords): string {
  const { sign, integer, decimal, fraction } = formatMoney(total, locale);
  return sign + integer + decimal + fraction;
}
