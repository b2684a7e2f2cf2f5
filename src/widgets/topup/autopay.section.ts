import { html, nothing, type TemplateResult } from 'lit';
import { exponentOf, type Money } from '../../money/format.js';
import { parseAmount } from '../../money/parse.js';
import { CommandController } from '../../ui/controllers/command.js';
import { fee, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { segments } from '../../ui/parts/choices.js';
import { field } from '../../ui/parts/field.js';
import { moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import type { SectionHost } from './section.js';
import { type AutoPay, type AutoPayTerms, setAutoPay, stopAutoPay, type TopUpOffer } from './topup.data.js';
import { brief, checkSum, isLess, typed } from './topup.model.js';

interface Draft {
  readonly trigger: AutoPay['trigger'];
  readonly threshold: string;
  readonly day: string;
  readonly amount: string;
  readonly cap: string;
}
type Field = Exclude<keyof Draft, 'trigger'>;

/** Auto-payment: by a threshold or a day of the month, with a cap; off again. @see domain.md §6 */
export class AutoPaySection {
  readonly #host: SectionHost;
  readonly #set;
  readonly #stop;
  #draft: Draft | null = null;
  #errors: Partial<Record<Field, string>> = {};

  constructor(host: SectionHost) {
    this.#host = host;
    this.#set = new CommandController(host.element, setAutoPay);
    this.#stop = new CommandController(host.element, stopAutoPay);
  }

  /** Another account: nothing typed is for it. */
  reset(): void {
    this.#draft = null;
    this.#errors = {};
    this.#set.reset();
    this.#stop.reset();
  }

  render(offer: TopUpOffer, writable: boolean): TemplateResult | typeof nothing {
    const { t } = this.#host.words();
    const { autopay } = offer;
    if (!autopay && !writable) return nothing;
    const failed = [this.#set, this.#stop].find(({ state }) => state === 'failed' || state === 'unknown');
    return html`<section class="sec extra" aria-labelledby="autopay-heading">
      <h3 id="autopay-heading" tabindex="-1">${t('autopay')}</h3>
      <p class="sub">${autopay ? this.#sentence(autopay) : t('autopayNone')}</p>
      ${
        failed?.error
          ? note(
              'bad',
              warning,
              failed.state === 'unknown' ? t('unknown') : this.#host.describe(failed.error),
              nothing,
              'alert',
            )
          : nothing
      }
      ${
        !writable
          ? html`<p class="hint">${t('autopayReadOnly')}</p>`
          : this.#draft
            ? this.#form(this.#draft, offer)
            : html`<div class="btns">
                ${button(t(autopay ? 'autopayChange' : 'autopayOn'), () => this.#open(offer), { icon: fee })}
                ${
                  autopay
                    ? button(t('autopayOff'), () => void this.#off(), {
                        kind: 'quiet',
                        busy: this.#stop.state === 'running',
                      })
                    : nothing
                }
              </div>`
      }
    </section>`;
  }

  #sentence({ trigger, threshold, day, amount, monthlyCap }: AutoPay): string {
    const { t, locale } = this.#host.words();
    const sum = moneyText(amount, locale);
    const when =
      trigger === 'THRESHOLD' && threshold
        ? t('autopayThreshold', { threshold: moneyText(threshold, locale), amount: sum })
        : t('autopayDay', { day: day ?? '', amount: sum });
    return monthlyCap ? `${when} ${t('autopayCap', { cap: moneyText(monthlyCap, locale) })}` : when;
  }

  #form(draft: Draft, offer: TopUpOffer): TemplateResult {
    const { t } = this.#host.words();
    const input = (name: Field, label: string, hint?: string) =>
      field({
        id: `autopay-${name}`,
        label,
        value: draft[name],
        inputmode: name === 'day' ? 'numeric' : 'decimal',
        input: (value) => this.#change({ [name]: value }, name),
        hint,
        error: this.#errors[name],
      });
    return html`<form class="fields" novalidate @submit=${(event: Event) => this.#submit(event, offer)}>
      ${segments(
        'trigger',
        t('trigger'),
        (['THRESHOLD', 'DAY_OF_MONTH'] as const).map((value) => ({ value, label: t(`trigger.${value}`) })),
        draft.trigger,
        (trigger) => this.#change({ trigger }),
      )}
      <div class="pairfields">
        ${draft.trigger === 'THRESHOLD' ? input('threshold', t('threshold')) : input('day', t('day'), t('dayHint'))}
        ${input('amount', t('autopaySum'))} ${input('cap', t('cap'), t('capHint'))}
      </div>
      <div class="btns">
        ${button(t('save'), () => undefined, { type: 'submit', busy: this.#set.state === 'running' })}
        ${button(t('cancel'), () => this.#close(), { kind: 'quiet', cancels: true })}
      </div>
    </form>`;
  }

  #change(change: Partial<Draft>, name?: Field): void {
    if (!this.#draft) return;
    this.#draft = { ...this.#draft, ...change };
    if (name) {
      const { [name]: _mended, ...errors } = this.#errors;
      this.#errors = errors;
    }
    this.#host.element.requestUpdate();
  }

  #open({ autopay, presets }: TopUpOffer): void {
    const { locale } = this.#host.words();
    const write = (amount: Money | null | undefined) => (amount ? typed(amount, locale) : '');
    this.#set.reset();
    this.#stop.reset();
    this.#draft = {
      trigger: autopay?.trigger ?? 'THRESHOLD',
      threshold: write(autopay ? autopay.threshold : presets[0]),
      day: String(autopay?.day ?? 1),
      amount: write(autopay ? autopay.amount : presets[1]),
      cap: write(autopay?.monthlyCap),
    };
    this.#host.element.requestUpdate();
    this.#host.focus('input[name=trigger]:checked');
  }

  #close(): void {
    this.reset();
    this.#host.element.requestUpdate();
    this.#host.focus('#autopay-heading');
  }

  #submit(event: Event, offer: TopUpOffer): void {
    event.preventDefault();
    const account = this.#host.account();
    const terms = this.#draft && this.#checked(this.#draft, offer);
    if (terms && account !== undefined && this.#set.state !== 'running') void this.#save(account, terms);
  }

  /** The terms, or `null` with the errors named and the first wrong field focused. */
  #checked(draft: Draft, offer: TopUpOffer): AutoPayTerms | null {
    const { t, locale } = this.#host.words();
    const card = offer.methods.find(({ method }) => method === 'CARD');
    if (!card) return null;
    const { min, max } = card;
    const errors: Partial<Record<Field, string>> = {};
    const amount = checkSum(draft.amount, min, max);
    const limits = { min: brief(min, locale), max: brief(max, locale) };
    if (!amount.ok) errors.amount = t(`fault.${amount.fault}`, limits);
    const cap =
      draft.cap.trim() === '' ? null : checkSum(draft.cap, min, { ...max, value: `${max.value.split('.')[0]}00` });
    if (cap && (!cap.ok || (amount.ok && isLess(cap.amount, amount.amount)))) errors.cap = t('capBad');
    const threshold = parseAmount(draft.threshold, exponentOf(min.currency));
    if (draft.trigger === 'THRESHOLD' && !threshold.ok) {
      errors.threshold = t(`fault.${threshold.error === 'negative' ? 'format' : threshold.error}`);
    }
    const day = /^\s*\d{1,2}\s*$/.test(draft.day) ? Number(draft.day) : 0;
    if (draft.trigger === 'DAY_OF_MONTH' && (day < 1 || day > 28)) errors.day = t('dayBad');
    this.#errors = errors;
    this.#host.element.requestUpdate();
    const wrong = (['threshold', 'day', 'amount', 'cap'] as const).find((name) => errors[name]);
    if (wrong) this.#host.focus(`#autopay-${wrong}`);
    if (wrong || !amount.ok) return null;
    const byDay = draft.trigger === 'DAY_OF_MONTH';
    return {
      trigger: draft.trigger,
      threshold: byDay || !threshold.ok ? null : { value: threshold.value, currency: min.currency },
      day: byDay ? day : null,
      amount: amount.amount,
      monthlyCap: cap?.ok ? cap.amount : null,
    };
  }

  async #save(account: string, terms: AutoPayTerms): Promise<void> {
    if ((await this.#set.run({ account, terms })) === undefined) return;
    this.#close();
    this.#host.say(this.#host.words().t('autopaySaved'));
  }

  async #off(): Promise<void> {
    const account = this.#host.account();
    if (account === undefined || (await this.#stop.run({ account })) === undefined) return;
    this.#close();
    this.#host.say(this.#host.words().t('autopayOffDone'));
  }
}
