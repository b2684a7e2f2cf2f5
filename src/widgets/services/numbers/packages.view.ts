import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDayMonth } from '../../../i18n/dates.js';
import { formatPercent } from '../../../i18n/measures.js';
import { info } from '../../../ui/icons/icons.js';
import { packageBar } from '../../../ui/parts/bar.js';
import { button } from '../../../ui/parts/button.js';
import { money, moneyText } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import type { Bucket, PackageOffer, Packages, TariffCard } from '../data.js';
import type { ServicesView } from '../host.js';
import { attemptNote } from '../trouble.view.js';
import { gauge, unitPrice, type Volume, volumesOf, volumeText } from '../texts.js';
import type { PackageShop } from './packages.js';

export interface PackagesView extends ServicesView {
  readonly number: string;
  readonly packages: Packages;
  readonly tariff: TariffCard | undefined;
  readonly shop: PackageShop;
  /** Nothing can be bought: the number is closing or on hold. */
  readonly readOnly: boolean;
}

/** What is left of the packages, what follows when they are used up, and what can be bought. */
export const packagesView = (v: PackagesView): TemplateResult | typeof nothing => {
  const volumes = volumesOf(v.packages.items);
  const offers = v.readOnly ? [] : v.packages.offers;
  if (volumes.length === 0 && offers.length === 0) return nothing;
  const last = commonEnd(v.packages.items);
  return html`<div class="sec packsec">
    ${
      volumes.length === 0
        ? nothing
        : html`<h3>${last ? v.t('leftTill', { date: formatDayMonth(last, v.locale) }) : v.t('packages')}</h3>
            <div class="packs">${volumes.map((volume) => volumeBar(volume, last, v))}</div>`
    }
    ${
      offers.length === 0
        ? nothing
        : html`<h3 class=${volumes.length > 0 ? 'later' : ''}>${v.t('buyMore')}</h3>
            <ul data-form>
              ${offers.map((offer) => [offerRow(offer, v), question(offer, v)])}
            </ul>`
    }
    <p class="sr" role="status">${v.shop.bought ? v.t('bought', { name: offerName(v.shop.bought, v) }) : ''}</p>
  </div>`;
};

function volumeBar(volume: Volume, last: string | null, v: PackagesView): TemplateResult {
  const { kind, remaining, nominal, carried, carriedOver, buckets } = volume;
  const { left, whole, unit, share } = gauge(kind, remaining, nominal, v);
  const carriedShare = nominal > 0 ? carried / nominal : 0;
  return packageBar({
    name: v.t(`volume${kind}`),
    share: share - carriedShare,
    carry: carriedShare,
    left,
    of: `${v.t('ofWhole', { whole })}\u00a0${unit}`,
    hint: hint(),
  });

  function hint(): string {
    const used = 1 - share;
    return [
      remaining === 0
        ? v.t('ran')
        : used >= 0.8
          ? v.t('used', { percent: formatPercent(String(Math.floor(used * 100)), v.locale) })
          : '',
      carried > 0
        ? v.t('carried', { volume: volumeText(kind, carried, v) })
        : carriedOver > 0
          ? v.t('carriedSpent', { volume: volumeText(kind, carriedOver, v) })
          : '',
      last === null ? ends(buckets, v) : '',
      beyond(kind, v),
    ]
      .filter(Boolean)
      .join('. ');
  }
}

/** "Дальше 2,50 ₽ за минуту": the price when the package is used up. */
function beyond(kind: Volume['kind'], { tariff, t, locale }: PackagesView): string {
  const service = ({ VOICE: 'CALL', SMS: 'SMS', DATA: 'DATA' } as const)[kind];
  const found = tariff && unitPrice(tariff, service);
  if (!found) return '';
  const price = t(`per${kind}`, { price: moneyText(found.price, locale) });
  return t(found.from ? 'thenFrom' : 'then', { price });
}

function ends(buckets: readonly Bucket[], { t }: PackagesView): string {
  const days = [...new Set(buckets.map(({ validTo }) => validTo).filter((day) => day !== null))].sort();
  return days.map((day) => t('validTo', { date: formatDate(day) })).join(', ');
}

/** The day on which all of them end, if it is one. */
function commonEnd(buckets: readonly Bucket[]): string | null {
  const [first, ...others] = buckets;
  return first?.validTo && others.every(({ validTo }) => validTo === first.validTo) ? first.validTo : null;
}

function offerName(offer: PackageOffer, v: ServicesView): string {
  return offer.name === offer.package ? volumeText(offer.kind, offer.amount, v) : offer.name;
}

function offerRow(offer: PackageOffer, v: PackagesView): TemplateResult {
  const { t } = v;
  const name = offerName(offer, v);
  const volume = volumeText(offer.kind, offer.amount, v);
  const term = offer.days === null ? t('tillMonthEnd') : t('days', { count: offer.days });
  return html`<li class="optrow">
    <div class="grow">
      <span class="strong">${name}</span><span class="lsub">${name === volume ? term : `${volume}, ${term}`}</span>
    </div>
    <span class="optp">${money(offer.price, v)}</span>
    ${button(
      html`<span>${t('buy')}<span class="sr"> ${name}</span></span>`,
      () => v.shop.ask(v.number, offer.package),
      {
        kind: 's',
        disabled: !v.may('package.buy'),
      },
    )}
  </li>`;
}

function question(offer: PackageOffer, v: PackagesView): TemplateResult | typeof nothing {
  const { shop, t } = v;
  if (shop.asked !== offer.package) return nothing;
  const price = moneyText(offer.price, v.locale);
  const term = offer.days === null ? t('termMonth') : t('termDays', { count: offer.days });
  const { command } = shop;
  const open = command.state !== 'unknown';
  return html`<li class="ask" aria-live="polite">
    ${note('brand', info, t('buyQuestion', { name: offerName(offer, v), price, term }))}
    ${attemptNote(command, offer.price.currency, v)}
    <div class="btns">
      ${
        open
          ? button(t('buyFor', { price }), () => void shop.confirm(v.number, offer), {
              kind: 'pri s',
              busy: command.state === 'running',
            })
          : nothing
      }
      ${open && command.state !== 'running' ? button(t('cancel'), shop.dismiss, { kind: 's', cancels: true }) : nothing}
    </div>
  </li>`;
}
