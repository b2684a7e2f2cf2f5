import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatDayMonth } from '../../i18n/dates.js';
import { clock, headset, list, mobile, pbx, phone as phoneIcon, sms } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { icon } from '../../ui/parts/icon.js';
import { money, moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import { phone } from '../../ui/parts/phone.js';
import { status } from '../../ui/parts/status.js';
import type { Product } from './products.data.js';
import type { ProductsWords } from './products.messages.js';

/** Types that have a drawing and a name of their own; any other is shown by what the backend says of it. */
const known = {
  VPBX: pbx,
  FMC: mobile,
  VOICE_ROBOT: headset,
  CHAT_BOT: sms,
  CHATOPHONE: phoneIcon,
} as const;
const isKnown = (type: string): type is keyof typeof known => Object.hasOwn(known, type);

/** What a product is called in the reader's language; an unknown one by the backend. */
export const nameOf = ({ type, name }: Pick<Product, 'type' | 'name'>, { t }: ProductsWords): string =>
  isKnown(type) ? t(type) : name;

export interface Cards {
  readonly products: readonly Product[];
  readonly words: ProductsWords;
  /** The user may connect and change. */
  readonly mayChange: boolean;
  /** Id of what is being changed, opened or closed. */
  readonly busy: string | null;
  /** A link that could not be opened by itself. */
  readonly link: { readonly product: string; readonly href: string } | null;
  readonly go: (view: string) => void;
  readonly open: (product: Product) => void;
  readonly close: (product: Product) => void;
  readonly keep: (product: Product) => void;
  readonly services: () => void;
}

/** What the operator offers: connected, available, and why not. @see domain.md §8 */
export const cardsView = (cards: Cards): TemplateResult =>
  html`<ul class="grid" part="products">
    ${cards.products.map((product) => card(product, cards))}
  </ul>`;

function card(product: Product, cards: Cards): TemplateResult {
  const { words, link } = cards;
  const { t, locale } = words;
  const name = nameOf(product, words);
  const { subscription } = product;
  return html`<li class="card" part="product">
    <div class="cardtop">
      ${icon(isKnown(product.type) ? known[product.type] : list)}
      <div class="grow">
        <h3>${name}</h3>
        ${stateOf(product, words)}
      </div>
    </div>
    <p class="sub">${product.about}</p>
    <div>${facts(product, words)}</div>
    <div class="foots">
      ${
        subscription?.closingOn
          ? pending(t('closingOn', { date: formatDayMonth(subscription.closingOn, locale) }), product, cards)
          : subscription?.pendingFrom
            ? pending(t('pending', { date: formatDayMonth(subscription.pendingFrom, locale) }), product, cards)
            : nothing
      }
      ${
        link !== null && link.product === subscription?.id
          ? note(
              'brand',
              clock,
              html`<a href=${link.href} target="_blank" rel="noopener noreferrer">${t('openHere', { name })}</a>
                <span class="sub">${t('openHint')}</span>`,
              nothing,
              'status',
            )
          : nothing
      }
      <div class="btns">${actions(product, cards)}</div>
    </div>
  </li>`;
}

function stateOf({ state, obstacle, needs }: Product, { t }: ProductsWords): TemplateResult {
  if (state === 'CONNECTED') return status('fine', t('CONNECTED'));
  if (state === 'AVAILABLE' || obstacle === null) return status('idle', t('AVAILABLE'));
  const reason = obstacle === 'NEEDS_PRODUCT' ? t(obstacle, { name: needs ?? '' }) : t(obstacle);
  return status('attention', t('UNAVAILABLE', { reason }));
}

function facts(product: Product, words: ProductsWords): unknown {
  const { t, locale } = words;
  const { subscription, tariffs, numbers } = product;
  if (subscription) {
    const offers = tariffs.find(({ code }) => code === subscription.tariff.code)?.resources ?? [];
    return html`<dl class="pairs">
      <dt>${t('tariff')}</dt>
      <dd>${subscription.tariff.name}</dd>
      <dt>${t('monthly')}</dt>
      <dd>${money(subscription.monthly, words)}</dd>
      ${subscription.resources.map(({ code, amount, next }) => {
        const offer = offers.find((one) => one.code === code);
        const now = `${amount} ${offer?.unit ?? ''}`.trim();
        const date = subscription.pendingFrom;
        return html`<dt>${offer?.name ?? code}</dt>
          <dd>
            ${next === null || date === null ? now : t('amountNext', { amount: now, date: formatDayMonth(date, locale), next })}
          </dd>`;
      })}
      <dt>${t('since')}</dt>
      <dd>${formatDate(subscription.connectedOn)}</dd>
    </dl>`;
  }
  if (numbers.length > 0) {
    return html`<dl class="pairs">
      <dt>${t('numbersOn')}</dt>
      <dd>${numbers.map((number) => html`<div>${phone(number)}</div>`)}</dd>
    </dl>`;
  }
  const [cheapest] = [...tariffs].sort((a, b) => Number(a.fee.value) - Number(b.fee.value));
  return cheapest ? html`<p>${t('from', { amount: moneyText(cheapest.fee, locale) })}</p>` : nothing;
}

/** What is to come, and the way to take it back. */
function pending(text: string, product: Product, { words, mayChange, busy, keep }: Cards): TemplateResult {
  return note(
    'warn',
    clock,
    text,
    mayChange
      ? button(words.t('keep'), () => keep(product), {
          kind: 'quiet s',
          busy: busy === `keep ${product.subscription?.id}`,
        })
      : nothing,
  );
}

function actions(product: Product, cards: Cards): unknown {
  const { words, mayChange, busy, go, open, close, services } = cards;
  const { t } = words;
  const { subscription, type, option, state, launchable } = product;
  if (option !== null) {
    return state === 'UNAVAILABLE' ? nothing : button(t('inServices'), services, { kind: 's' });
  }
  if (subscription === null) {
    return state === 'AVAILABLE'
      ? button(t('connect'), () => go(`connect:${type}`), { kind: 's', disabled: !mayChange })
      : nothing;
  }
  const leaving = subscription.closingOn !== null;
  return html`${
    launchable
      ? button(t('open'), () => open(product), { kind: 's', busy: busy === `open ${subscription.id}` })
      : nothing
  }
  ${button(t('change'), () => go(`resources:${type}`), { kind: 'quiet s', disabled: !mayChange || leaving })}
  ${
    leaving
      ? nothing
      : button(t('close'), () => close(product), {
          kind: 'quiet bad s',
          disabled: !mayChange,
          busy: busy === `close ${subscription.id}`,
        })
  }`;
}
