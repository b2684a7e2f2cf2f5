import { html, nothing, type TemplateResult } from 'lit';
import { formatDays } from '../../i18n/dates.js';
import { formatMoney, isNegative, type Money } from '../../money/format.js';
import { chevronDown, chevronUp } from '../../ui/icons/icons.js';
import { iconButton } from '../../ui/parts/button.js';
import { swatch } from '../../ui/parts/icon.js';
import { absoluteText, charge } from '../../ui/parts/money.js';
import { phone } from '../../ui/parts/phone.js';
import { kilobytesText, piecesText, secondsText } from '../../ui/parts/quantity.js';
import type { BillsWords } from './bills.messages.js';
import type { BillBlock, BillLine } from './bills.query.js';

/** More blocks than this begin folded: their sums are read first. */
const MANY = 8;

/** Which blocks are folded: those whose state the reader changed. */
export interface Folding {
  changed: ReadonlySet<string>;
  toggle: (key: string) => void;
  toggleAll: (keys: readonly string[]) => void;
  /** It is being printed: paper cannot be unfolded. */
  printing: boolean;
}

const keyOf = ({ number, title }: BillBlock) => number ?? title ?? '';

/** The blocks of a statement or a bill, one for each number, those of the account last; then the legend of "-". */
export function blocksView(
  blocks: readonly BillBlock[],
  month: string,
  words: BillsWords,
  folding: Folding,
  withVat: boolean,
): TemplateResult {
  const { t } = words;
  if (blocks.length === 0) return html`<p class="hint">${t('nothing')}</p>`;
  const many = blocks.length > MANY;
  const isFolded = (block: BillBlock) => many !== folding.changed.has(keyOf(block));
  const anyFolded = blocks.some(isFolded);
  const given = blocks.some(({ lines }) => lines.some(({ amount }) => isNegative(amount.value)));
  const flip = () => folding.toggleAll(blocks.filter((block) => isFolded(block) === anyFolded).map(keyOf));
  return html`
    ${
      many
        ? html`<p class="many noprint">
            <span class="sub">${t('blocks', { count: blocks.filter(({ number }) => number !== null).length })}</span
            ><button type="button" class="link small" @click=${flip}>
              ${t(anyFolded ? 'expandAll' : 'collapseAll')}
            </button>
          </p>`
        : nothing
    }
    ${blocks.map((block, index) => blockView(block, month, words, folding, withVat, isFolded(block), many, index))}
    ${given ? html`<p class="legend">${swatch('hatch')}<span>${t('legend')}</span></p>` : nothing}
  `;
}

function blockView(
  block: BillBlock,
  month: string,
  words: BillsWords,
  folding: Folding,
  withVat: boolean,
  folded: boolean,
  far: boolean,
  index: number,
): TemplateResult {
  const { t, locale } = words;
  const name = block.tariffName ?? block.title;
  return html`<section class="block ${folded ? 'shut' : ''} ${far ? 'far' : ''}">
    <div class="blockhead">
      <h3>
        ${
          block.number === null
            ? (block.title ?? t('ofAccount'))
            : html`${phone(block.number)}${name ? html`<span class="sub">${name}</span>` : nothing}`
        }
      </h3>
      ${iconButton(
        folded ? chevronDown : chevronUp,
        t(folded ? 'expand' : 'collapse'),
        () => folding.toggle(keyOf(block)),
        {
          expanded: !folded,
          controls: `lines-${index}`,
        },
      )}
      ${charge(block.subtotal, words)}
    </div>
    <div class="lines" id="lines-${index}">
      ${
        folded && !folding.printing
          ? nothing // sixty numbers are read by their sums; drawing their lines would keep the page waiting
          : block.lines.length === 0
            ? html`<p class="hint">${t('nothing')}</p>`
            : html`<table class="ledger fix">
                <colgroup>
                  <col />
                  <col class="cq only-w" />
                  ${withVat ? html`<col class="cv only-w" />` : nothing}
                  <col class="cs" />
                </colgroup>
                <thead>
                  <tr>
                    <th scope="col">${t('service')}</th>
                    <th scope="col" class="r only-w">${t('quantity')}</th>
                    ${withVat ? html`<th scope="col" class="r only-w">${t('vat')}</th>` : nothing}
                    <th scope="col" class="r">${t('amount')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${block.lines.map((line) => lineView(line, block, month, words, withVat))}
                </tbody>
              </table>`
      }
      ${
        isNegative(block.subtotal.value) && block.number !== null
          ? html`<p class="hint cr say">${t('numberCredited', { amount: absoluteText(block.subtotal, locale) })}</p>`
          : nothing
      }
    </div>
  </section>`;
}

function lineView(
  line: BillLine,
  block: BillBlock,
  month: string,
  words: BillsWords,
  withVat: boolean,
): TemplateResult {
  const { t, locale } = words;
  const given = isNegative(line.amount.value);
  const late = line.period.from.slice(0, 7) < month;
  const days = formatDays(line.period.from, line.period.to, locale);
  const quantity = quantityOf(line, days, words);
  const vat = withVat ? vatOf(line, words) : '';
  const folded = [quantity, vat && (line.vatRate === null ? vat : `${t('vat')} ${vat}`)].filter(Boolean).join(' · ');
  const says = [
    line.title !== null && line.title !== block.tariffName ? line.title : '',
    late && line.unit !== 'DAY' ? t('lateFor', { days }) : '',
  ].filter(Boolean);
  return html`<tr>
    <td>
      <span class=${given ? 'given' : nothing}>${given ? swatch('hatch') : nothing}<span>${t(line.kind)}</span></span>
      ${says.map((text) => html`<span class="lsub">${text}</span>`)}
      ${folded ? html`<span class="lsub only-n">${folded}</span>` : nothing}
    </td>
    <td class="q only-w">${quantity}</td>
    ${withVat ? html`<td class="q only-w">${vat}</td>` : nothing}
    <td class="r">${charge(line.amount, words)}</td>
  </tr>`;
}

function quantityOf({ unit, quantity }: BillLine, days: string, { t, locale }: BillsWords): string {
  switch (unit) {
    case 'DAY':
      return days;
    case 'SECOND':
      return secondsText(quantity, locale);
    case 'SEGMENT':
      return piecesText(quantity, t);
    case 'KB':
      return kilobytesText(quantity, locale);
    case 'PIECE':
      return quantity === 1 ? '' : piecesText(quantity, t);
  }
}

/** VAT without the currency, which the sum beside it has; null is "without VAT", not 0 %. @see domain.md VAT-5 */
function vatOf({ vat, vatRate }: BillLine, { t, locale }: BillsWords): string {
  return vatRate === null ? t('noVat') : digits(vat, locale);
}

/** The digits of an amount with their sign, without the currency. */
export function digits(amount: Money, locale: string): string {
  const { sign, integer, decimal, fraction } = formatMoney(amount, locale);
  return sign + integer + decimal + fraction;
}
