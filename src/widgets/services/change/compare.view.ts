import { html, nothing, type TemplateResult } from 'lit';
import { isZero, type Money } from '../../../money/format.js';
import { moneyText } from '../../../ui/parts/money.js';
import type { TariffCard } from '../data.js';
import { type ServicesWords, unitPrice, volumeText } from '../texts.js';

export interface Column {
  readonly tariff: TariffCard;
  /** "Сейчас", "С 1 декабря". */
  readonly label: string;
  readonly strong?: boolean;
  /** Only where there is room. */
  readonly wide?: boolean;
}

/**
 * Terms of tariffs side by side; a term that none of them has has no row.
 *
 * @param named - The columns are headed by the tariffs' names, and need no row for them.
 */
export const compareView = (columns: readonly Column[], words: ServicesWords, named = false): TemplateResult => {
  const cell = (column: Column, text: string, figure = true) =>
    html`<td class="r ${figure ? 'nw' : ''} ${column.strong ? 'strong' : ''} ${column.wide ? 'roomy' : ''}">
      ${text}
    </td>`;
  return html`<table class="tbl cmp">
    <thead>
      <tr>
        <th scope="col"><span class="sr">${words.t('compareTerm')}</span></th>
        ${columns.map(({ label, wide }) => html`<th scope="col" class="r ${wide ? 'roomy' : ''}">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${
        named
          ? nothing
          : html`<tr>
              <th scope="row">${words.t('tariff')}</th>
              ${columns.map((column) => cell(column, column.tariff.name, false))}
            </tr>`
      }
      ${rows(words).map(({ name, of }) => {
        const texts = columns.map(({ tariff }) => of(tariff));
        return texts.every((text) => text === null)
          ? nothing
          : html`<tr>
              <th scope="row">${name}</th>
              ${columns.map((column, at) => cell(column, texts[at] ?? words.t('none')))}
            </tr>`;
      })}
    </tbody>
  </table>`;
};

interface Row {
  readonly name: string;
  /** `null`: the tariff has no such thing. */
  readonly of: (tariff: TariffCard) => string | null;
}

function rows(words: ServicesWords): readonly Row[] {
  const { t, locale } = words;
  const sum = (amount: Money | null) => (amount === null || isZero(amount.value) ? null : moneyText(amount, locale));
  const price = (tariff: TariffCard, service: Parameters<typeof unitPrice>[1]) => {
    const found = unitPrice(tariff, service);
    if (found === null) return null;
    const text = moneyText(found.price, locale);
    return found.from ? t('from', { price: text }) : text;
  };
  const volume = (tariff: TariffCard, kind: 'VOICE' | 'SMS' | 'DATA') => {
    const own = tariff.packages.filter((one) => one.kind === kind);
    return own.length === 0
      ? null
      : volumeText(
          kind,
          own.reduce((total, { amount }) => total + amount, 0),
          words,
        );
  };
  return [
    { name: t('monthlyFee'), of: ({ fee }) => sum(fee) },
    { name: t('minSpend'), of: ({ minSpend }) => sum(minSpend) },
    { name: t('volumeVOICE'), of: (tariff) => volume(tariff, 'VOICE') },
    { name: t('volumeSMS'), of: (tariff) => volume(tariff, 'SMS') },
    { name: t('volumeDATA'), of: (tariff) => volume(tariff, 'DATA') },
    { name: t('perMinuteOver'), of: (tariff) => price(tariff, 'CALL') },
    { name: t('perSmsOver'), of: (tariff) => price(tariff, 'SMS') },
    { name: t('perMbOver'), of: (tariff) => price(tariff, 'DATA') },
    { name: t('bonus'), of: (tariff) => price(tariff, 'BONUS') },
  ];
}

/** A tariff in one line: `450,00 ₽ в месяц · 500 мин · 5 ГБ`. */
export function gist(tariff: TariffCard, words: ServicesWords): string {
  const { t, locale } = words;
  const fee =
    tariff.fee && !isZero(tariff.fee.value) ? `${moneyText(tariff.fee, locale)} ${t('perMonth')}` : t('noFee');
  return [fee, ...tariff.packages.map(({ kind, amount }) => volumeText(kind, amount, words))].join(' · ');
}
