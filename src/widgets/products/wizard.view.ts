import { html, nothing, type TemplateResult } from 'lit';
import { formatDayMonth } from '../../i18n/dates.js';
import type { LkError } from '../../api/errors.js';
import { isZero, type Money } from '../../money/format.js';
import { calendar, chevronStart, clock, refresh, wallet, warning } from '../../ui/icons/icons.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { radioRows } from '../../ui/parts/choices.js';
import { small } from '../../ui/parts/dates.js';
import { field } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { money, moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import { result } from '../../ui/parts/result.js';
import { skeletonRows } from '../../ui/parts/states.js';
import { steps } from '../../ui/parts/steps.js';
import { sum } from '../../ui/parts/sum.js';
import type { Product, ProductQuote, ProductTariff } from './products.data.js';
import type { ProductsWords } from './products.messages.js';
import { nameOf } from './products.view.js';
import type { Wizard } from './wizard.js';

export interface WizardView {
  readonly wizard: Wizard;
  readonly product: Product;
  readonly words: ProductsWords;
  readonly leave: () => void;
  readonly calculate: () => void;
  readonly topUp: (amount: Money) => void;
  readonly describe: (error: LkError) => string;
}

const stepNames = { tariff: 'stepTariff', resources: 'stepResources', quote: 'stepQuote', done: 'stepDone' } as const;

export const wizardHead = ({ product, words, leave }: WizardView): TemplateResult => {
  const { t } = words;
  const name = nameOf(product, words);
  return html`<header class="head" part="head">
    ${iconButton(chevronStart, t('toList'), leave, { flip: true })}
    <h2 id="heading" tabindex="-1" part="heading">
      ${t(product.subscription === null ? 'connectHeading' : 'changeHeading', { name })}
    </h2>
  </header>`;
};

export const wizardView = (view: WizardView): TemplateResult => {
  const { wizard, words } = view;
  const { t } = words;
  const all = wizard.steps;
  const at = Math.max(0, all.indexOf(wizard.step));
  const body = { tariff: tariffStep, resources: resourcesStep, quote: quoteStep, done: doneStep }[wizard.step];
  return html`<div class="sec tight">
      ${steps(
        all.map((step) => t(stepNames[step])),
        at,
        t('stepOf', { step: at + 1, steps: all.length }),
        t('heading'),
      )}
    </div>
    ${body(view)}`;
};

function foot(...buttons: unknown[]): TemplateResult {
  return html`<div class="foot" part="foot"><div class="btns stack">${buttons}</div></div>`;
}

function tariffStep({ wizard, product, words, leave }: WizardView): TemplateResult {
  const { t } = words;
  return html`<div class="sec">
      ${radioRows(
        'tariff',
        t('chooseTariff'),
        product.tariffs.map((tariff) => ({
          value: tariff.code,
          label: tariff.name,
          hint: gist(tariff, words),
        })),
        wizard.draft.tariff || null,
        (tariff) => wizard.set({ tariff, amounts: {} }),
      )}
    </div>
    ${foot(
      button(t('cancel'), leave),
      button(t('next'), () => wizard.go('resources'), { kind: 'pri', disabled: wizard.tariff === undefined }),
    )}`;
}

function gist({ fee, resources, setupFee }: ProductTariff, { t, locale }: ProductsWords): string {
  const inside = resources
    .filter(({ included }) => included > 0)
    .map(({ name, included, unit }) => `${small(name, locale)} — ${included} ${unit}`);
  return [
    t('perMonth', { amount: moneyText(fee, locale) }),
    inside.length > 0 ? t('included', { list: inside.join(', ') }) : null,
    isZero(setupFee.value) ? null : t('setup', { amount: moneyText(setupFee, locale) }),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function resourcesStep({ wizard, product, words, leave, calculate }: WizardView): TemplateResult {
  const { t, locale } = words;
  const { tariff } = wizard;
  const wrong = wizard.checked ? wizard.wrong : [];
  const first = wizard.steps[0] === 'resources';
  return html`<form
      class="sec fields"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        calculate();
      }}
    >
      ${(tariff?.resources ?? []).map(({ code, name, unit, min, max, included, price }) =>
        field({
          id: `amount-${code}`,
          label: name,
          value: wizard.amountOf(code),
          inputmode: 'numeric',
          maxlength: 7,
          unit,
          input: (amount) => wizard.set({ amounts: { ...wizard.draft.amounts, [code]: amount } }),
          hint: t('resourceHint', { min, max, included, price: moneyText(price, locale) }),
          error: wrong.includes(code) ? t('amountInvalid', { min, max }) : null,
        }),
      )}
      ${product.subscription === null ? nothing : html`<p class="hint">${t('changeNote')}</p>`}
    </form>
    ${foot(
      first ? button(t('cancel'), leave) : button(t('back'), () => wizard.go('tariff')),
      button(t('calculate'), calculate, { kind: 'pri' }),
    )}`;
}

function quoteStep(view: WizardView): TemplateResult {
  const { wizard, words, product } = view;
  const { t, locale } = words;
  const { quote, confirm } = wizard;
  const back = button(t('back'), () => wizard.go('resources'), { disabled: confirm.state === 'running' });
  if (quote.value === undefined) {
    return quote.error
      ? html`<div class="sec">${note('bad', warning, view.describe(quote.error), nothing, 'alert')}</div>
          ${foot(back, button(t('retry'), wizard.again, { icon: refresh }))}`
      : html`<div class="sec">${skeletonRows(3, t('loading'))}</div>
          ${foot(back)}`;
  }
  const terms = quote.value;
  const short = !isZero(terms.shortfall.value);
  const free = isZero(terms.now.value);
  const amount = moneyText(terms.now, locale);
  const label = free
    ? t('confirmFree')
    : t(product.subscription === null ? 'confirmConnect' : 'confirmChange', { amount });
  return html`<div class="sec">
      ${wizard.expired ? note('warn', refresh, t('expired'), nothing, 'alert') : nothing} ${termsView(terms, words)}
    </div>
    <div class="foot" part="foot">
      ${trouble(view, terms)}
      <div class="btns stack">
        ${back}
        ${button(label, () => void wizard.agree(), {
          kind: 'pri',
          busy: confirm.state === 'running',
          disabled: short || confirm.state === 'unknown',
        })}
      </div>
    </div>`;
}

/** Why it cannot be confirmed now. */
function trouble({ wizard, words, describe, topUp }: WizardView, { shortfall }: ProductQuote): unknown {
  const { t, locale } = words;
  const { confirm } = wizard;
  if (confirm.state === 'unknown') return note('warn', clock, t('unknown'), nothing, 'status');
  if (!isZero(shortfall.value)) {
    const amount = moneyText(shortfall, locale);
    return note(
      'warn',
      wallet,
      t('shortfall', { amount }),
      html`${button(t('topUpBy', { amount }), () => topUp(shortfall), { kind: 's' })}
      ${button(t('retry'), wizard.again, { kind: 'quiet s' })}`,
    );
  }
  return confirm.state === 'failed' && confirm.error
    ? note('bad', warning, describe(confirm.error), nothing, 'alert')
    : nothing;
}

/** Written sum of what is charged now, then what follows. */
function termsView(terms: ProductQuote, words: ProductsWords): TemplateResult {
  const { t, locale } = words;
  const lines = terms.lines.map(({ kind, name, quantity, days, amount }, at) => {
    const term = days === null ? '' : t('days', { count: days });
    const label =
      kind === 'SETUP'
        ? t('lineSetup')
        : kind === 'FEE'
          ? t('lineFee', { name, days: term })
          : t('lineResource', { name, quantity, days: term });
    return { ...(at > 0 ? { op: '+' as const } : {}), label, amount: money(amount, words) };
  });
  return html`<div class="quote">
      ${
        lines.length === 0
          ? html`<p class="strong">${t('nothingNow')}</p>`
          : sum([...lines, { op: '=', label: t('nowTotal'), amount: money(terms.now, words), total: true }])
      }
    </div>
    <ul class="what">
      <li>${icon(calendar, 's')}<span>${t('after', { amount: moneyText(terms.monthly, locale) })}</span></li>
      ${
        terms.laterFrom
          ? html`<li>
              ${icon(clock, 's')}<span>${t('laterFrom', { date: formatDayMonth(terms.laterFrom, locale) })}</span>
            </li>`
          : nothing
      }
      <li>
        ${icon(wallet, 's')}<span
          >${t('balanceNow', { amount: terms.available ? moneyText(terms.available, locale) : t('noLimit') })}</span
        >
      </li>
      <li>${icon(clock, 's')}<span>${t('expires', { time: terms.expiresAt.slice(11, 16) })}</span></li>
    </ul>`;
}

function doneStep({ wizard, product, words, leave }: WizardView): TemplateResult {
  const { t, locale } = words;
  const terms = wizard.quote.value;
  const connected = wizard.confirm.input?.product === null;
  const monthly = terms ? moneyText(terms.monthly, locale) : '';
  const text = !terms
    ? ''
    : terms.laterFrom
      ? t('doneLater', { date: formatDayMonth(terms.laterFrom, locale), monthly })
      : isZero(terms.now.value)
        ? t('doneFree', { monthly })
        : t('doneText', { amount: moneyText(terms.now, locale), monthly });
  return result({
    state: 'done',
    heading: connected ? t('doneConnect', { name: nameOf(product, words) }) : t('doneChange'),
    text,
    actions: button(t('toList'), leave, { kind: 'pri' }),
  });
}
