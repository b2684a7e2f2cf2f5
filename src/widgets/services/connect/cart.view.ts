import { html, nothing, type TemplateResult } from 'lit';
import { clock, info, phone as phoneIcon, plus, refresh, trash, warning } from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { field, select } from '../../../ui/parts/field.js';
import { icon } from '../../../ui/parts/icon.js';
import { moneyText } from '../../../ui/parts/money.js';
import { note } from '../../../ui/parts/note.js';
import { phone, phoneText } from '../../../ui/parts/phone.js';
import { result } from '../../../ui/parts/result.js';
import { blank, skeletonRows } from '../../../ui/parts/states.js';
import { tag } from '../../../ui/parts/tag.js';
import { freshness, trouble } from '../../../ui/parts/view.js';
import { attemptNote } from '../trouble.view.js';
import { checkoutFoot, checkoutView } from './checkout.view.js';
import { isReady } from './connector.js';
import { clockText } from './countdown.js';
import type { Cart, CartItem } from './data.js';
import { type ConnectView, classTag, placeText } from './showcase.view.js';

/** Numbers reserved, what each of them still needs, what it all costs. */
export const cartStep = (v: ConnectView): unknown => {
  const { connector, t } = v;
  const { connecting } = connector;
  if (connecting.state === 'unknown') {
    return result({
      state: 'waiting',
      heading: t('unknownConnect'),
      text: t('unknownConnectText'),
      actions: button(t('check'), () => void connector.check(), { icon: refresh }),
    });
  }
  return connector.cart.render({
    pending: () => html`<div class="sec">${skeletonRows(4, t('loading'))}</div>`,
    ready: (cart) => (cart.items.length === 0 ? emptyCart(v) : filledCart(cart, v)),
    error: (error) => trouble({ error, text: v.describe(error), t, retry: connector.cart.retry }),
  });
};

function emptyCart(v: ConnectView): TemplateResult {
  const { connector, t } = v;
  const minutes = connector.showcase.value?.holdMinutes ?? 30;
  return blank(
    phoneIcon,
    t('cartEmpty'),
    t('cartEmptyText', { minutes }),
    button(t('chooseNumber'), () => connector.go('number'), { kind: 'pri' }),
  );
}

function filledCart(cart: Cart, v: ConnectView): TemplateResult {
  const { connector, t } = v;
  const currency = cart.items[0]?.number.price.currency ?? 'RUB';
  return html`
    ${freshness(connector.cart, t)}
    ${
      cart.verified
        ? nothing
        : html`<div class="sec tight">
            ${note(
              'warn',
              info,
              html`<b>${t('notVerifiedHeading')}.</b> ${t('verifyFirst')}`,
              button(t('verify'), () => v.open('documents', ''), { kind: 's' }),
            )}
          </div>`
    }
    <ul class="rows cart">
      ${cart.items.map((item) => html`<li>${itemView(item, v)}</li>`)}
    </ul>
    <div class="sec tight">
      ${button(t('addMore'), () => connector.go('number'), { icon: plus, kind: 'quiet s edge' })}
      ${attemptNote(connector.taking, currency, v)} ${attemptNote(connector.putting, currency, v)}
      ${attemptNote(connector.connecting, currency, v)}
    </div>
    ${isReady(cart) ? [checkoutView(v), checkoutFoot(v)] : nothing}
  `;
}

function itemView(item: CartItem, v: ConnectView): TemplateResult {
  const { connector, t, locale } = v;
  const { number, tariff } = item;
  const busy = connector.taking.state === 'running' && connector.taking.input?.number === number.number;
  const fee = tariff.fee ? `, ${moneyText(tariff.fee, locale)} ${t('perMonth')}` : '';
  return html`<div class="row item">
    <div class="grow">
      <p class="lname">
        <span class="strong">${phone(number.number)}</span>${classTag(number.class, v)}
        ${tag(t(item.main ? 'willBeMain' : 'willBeAdditional'))}
      </p>
      <p class="lsub">${placeText(number, v)}</p>
      <p class="lsub">
        ${t('tariff')}: ${tariff.name}${fee}.
        <button type="button" class="link" @click=${() => connector.changeTariff(item)}>
          ${t('changeTariffShort')}
        </button>
      </p>
      ${reservation(item, v)} ${needs(item, v)}
    </div>
    ${iconButton(trash, t('remove', { number: phoneText(number.number) }), () => void connector.take(item), { busy })}
  </div>`;
}

/** How long the number is still held; or that it is lost, and what can be done. */
function reservation(item: CartItem, v: ConnectView): TemplateResult {
  const { connector, t } = v;
  const left = item.reservedUntil === null ? 0 : connector.countdown.left(item.reservedUntil);
  const taken = item.problems.includes('NUMBER_TAKEN');
  if (left > 0 && !taken) {
    return html`<p class="asof held ${left <= 60 ? 'warn' : ''}">
        ${icon(clock, 's')}<span
          >${t('reservedFor', { time: '' })}<span class="clock" role="timer" aria-live="off"
            >${clockText(left)}</span
          ></span
        >
      </p>
      <p class="sr" role="status">${left <= 60 ? t('almostOver') : ''}</p>`;
  }
  const busy = connector.putting.state === 'running' && connector.putting.input?.number === item.number.number;
  return note(
    'warn',
    warning,
    t(taken ? 'takenHeading' : 'reservationOver'),
    html`${
      taken ? nothing : button(t('reserveAgain'), () => void connector.put(item), { kind: 's', busy })
    }${button(t('otherNumber'), () => void connector.replace(item), { kind: taken ? 's' : 'quiet s' })}`,
    'status',
  );
}

/** Address and the limit of numbers; identity is said once for the whole cart. */
function needs(item: CartItem, v: ConnectView): unknown {
  const { t } = v;
  const others = item.problems.filter(
    (code) => !['NUMBER_TAKEN', 'RESERVATION_EXPIRED', 'ADDRESS_REQUIRED', 'NOT_VERIFIED'].includes(code),
  );
  return html`
    ${item.number.addressNeeded ? addressOf(item, v) : nothing}
    ${others.map((code) =>
      note(
        'warn',
        warning,
        code === 'NUMBER_LIMIT_REACHED'
          ? t('limitReached')
          : t(code === 'TARIFF_NOT_AVAILABLE' ? 'archivedHeading' : 'whyOther'),
        code === 'TARIFF_NOT_AVAILABLE'
          ? button(t('chooseOther'), () => v.connector.changeTariff(item), { kind: 's' })
          : nothing,
      ),
    )}
  `;
}

function addressOf(item: CartItem, v: ConnectView): TemplateResult | typeof nothing {
  const { connector, t } = v;
  const { city } = item.number;
  if (city === null) return nothing;
  const own = (connector.addresses.value ?? []).filter((address) => address.city.code === city.code);
  const typed = connector.draft.address[city.code];
  const adding = item.address === null ? own.length === 0 || typed !== undefined : typed !== undefined;
  const choices = [
    ...(item.address === null ? [{ value: '', label: '—' }] : []),
    ...own.map(({ id, text }) => ({ value: id, label: text })),
  ];
  return html`<div class="addr">
    ${
      own.length > 0
        ? select(
            `a-${item.number.number.slice(1)}`,
            t('addressPick', { city: city.name }),
            choices,
            item.address?.id ?? '',
            (id) => id !== '' && void connector.put(item, id),
            { error: item.address === null ? t('addressNeeded', { city: city.name }) : null },
          )
        : note('warn', info, t('addressCity', { city: city.name }))
    }
    ${
      adding
        ? html`${field({
              id: `t-${item.number.number.slice(1)}`,
              label: t('addressText'),
              value: typed ?? '',
              input: (text) => connector.typeAddress(city.code, text),
              hint: t('addressHint'),
              error: connector.addressWrong === city.code ? t('addressError') : null,
              autocomplete: 'street-address',
              maxlength: 200,
            })}
            ${attemptNote(connector.addressing, item.number.price.currency, v)}
            <div class="btns">
              ${button(t('addressSave'), () => void connector.saveAddress(item), {
                kind: 's',
                busy: connector.addressing.state === 'running',
              })}
            </div>`
        : button(t('addressOther'), () => connector.typeAddress(city.code, ''), { kind: 'quiet s' })
    }
  </div>`;
}
