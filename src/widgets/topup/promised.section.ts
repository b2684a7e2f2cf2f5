import { html, nothing, type TemplateResult } from 'lit';
import { isZero } from '../../money/format.js';
import { CommandController } from '../../ui/controllers/command.js';
import { clock, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { instantText } from '../../ui/parts/dates.js';
import { field } from '../../ui/parts/field.js';
import { moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import type { SectionHost } from './section.js';
import { type Promised, takePromised } from './topup.data.js';
import { brief, checkSum, typed, unitOf } from './topup.model.js';

/** Promised payment: offered, asked for, in effect. @see domain.md BAL-8 */
export class PromisedSection {
  readonly #host: SectionHost;
  readonly #take: CommandController<Parameters<typeof takePromised.run>[1], unknown>;
  #text: string | null = null;
  #error: string | null = null;

  constructor(host: SectionHost) {
    this.#host = host;
    this.#take = new CommandController(host.element, takePromised);
  }

  /** Another account: nothing typed is for it. */
  reset(): void {
    this.#text = null;
    this.#error = null;
    this.#take.reset();
  }

  render(promised: Promised): TemplateResult | typeof nothing {
    const { t, locale } = this.#host.words();
    if (promised.active) {
      const { amount, until } = promised.active;
      return this.#section(
        note('', clock, t('promisedActive', { amount: moneyText(amount, locale), date: instantText(until) })),
      );
    }
    if (!promised.available) {
      return promised.unavailable === 'PROMISED_QUOTA'
        ? this.#section(html`<p class="sub">${t('promisedQuota')}</p>`)
        : nothing;
    }
    return this.#section(html`
      <p class="sub">
        ${t('promisedOffer', { max: brief(promised.max, locale), hours: t('hours', { count: promised.hours }) })}
        ${isZero(promised.fee.value) ? t('promisedFree') : t('promisedFee', { amount: moneyText(promised.fee, locale) })}
      </p>
      ${
        this.#text === null
          ? html`<div class="btns">${button(t('promisedTake'), () => this.#open(promised), { icon: clock })}</div>`
          : this.#form(promised, this.#text)
      }
    `);
  }

  #section(content: unknown): TemplateResult {
    return html`<section class="sec extra" aria-labelledby="promised-heading">
      <h3 id="promised-heading" tabindex="-1">${this.#host.words().t('promised')}</h3>
      ${content}
    </section>`;
  }

  #form(promised: Promised, text: string): TemplateResult {
    const { t, locale } = this.#host.words();
    const sum = checkSum(text, promised.min, promised.max);
    const { state, error } = this.#take;
    return html`<form class="fields" novalidate @submit=${(event: Event) => this.#submit(event, promised)}>
      ${field({
        id: 'promised-sum',
        label: t('promisedSum'),
        value: text,
        inputmode: 'decimal',
        unit: unitOf(promised.min, locale),
        input: (value) => {
          this.#text = value;
          this.#error = null;
          this.#host.element.requestUpdate();
        },
        hint: t('promisedSumHint', { min: brief(promised.min, locale), max: brief(promised.max, locale) }),
        error: this.#error,
      })}
      ${state === 'failed' && error ? note('bad', warning, this.#host.describe(error), nothing, 'alert') : nothing}
      ${state === 'unknown' ? note('warn', warning, t('unknown'), nothing, 'status') : nothing}
      <div class="btns">
        ${button(t('promisedDo', { amount: sum.ok ? moneyText(sum.amount, locale) : '' }).trim(), () => undefined, {
          type: 'submit',
          busy: state === 'running',
        })}
        ${button(t('cancel'), () => this.#close(), { kind: 'quiet', cancels: true })}
      </div>
    </form>`;
  }

  #open(promised: Promised): void {
    this.#text = typed(promised.max, this.#host.words().locale);
    this.#host.element.requestUpdate();
    this.#host.focus('#promised-sum');
  }

  #close(): void {
    this.reset();
    this.#host.element.requestUpdate();
    this.#host.focus('#promised-heading');
  }

  #submit(event: Event, promised: Promised): void {
    event.preventDefault();
    const { t, locale } = this.#host.words();
    const sum = checkSum(this.#text ?? '', promised.min, promised.max);
    const account = this.#host.account();
    if (!sum.ok) {
      this.#error = t(`fault.${sum.fault}`, { min: brief(promised.min, locale), max: brief(promised.max, locale) });
      this.#host.element.requestUpdate();
      this.#host.focus('#promised-sum');
    } else if (account !== undefined && this.#take.state !== 'running') {
      void this.#confirm(account, sum.amount);
    }
  }

  async #confirm(account: string, amount: Promised['max']): Promise<void> {
    if ((await this.#take.run({ account, amount })) === undefined) return;
    this.#close();
  }
}
