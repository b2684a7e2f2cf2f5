import { html, nothing, type TemplateResult } from 'lit';
import type { Money } from '../../money/format.js';
import { CommandController } from '../../ui/controllers/command.js';
import { Late } from '../../ui/controllers/late.js';
import { fee, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import { skeletonRows } from '../../ui/parts/states.js';
import { partial } from '../../ui/parts/view.js';
import type { Draft, Errors, Field } from './autopay.form.js';
import type { SectionHost } from './section.js';
import { type AutoPay, type AutoPayTerms, setAutoPay, stopAutoPay, type TopUpOffer } from './topup.data.js';
import { typed, unitOf } from './topup.model.js';

/** Auto-payment: by a threshold or a day of the month, with a cap; off again. @see domain.md §6 */
export class AutoPaySection {
  readonly #host: SectionHost;
  readonly #set;
  readonly #stop;
  readonly #late;
  #draft: Draft | null = null;
  #errors: Errors = {};

  constructor(host: SectionHost) {
    this.#host = host;
    this.#set = new CommandController(host.element, setAutoPay);
    this.#stop = new CommandController(host.element, stopAutoPay);
    this.#late = new Late(host.element, { form: () => import('./autopay.form.js') });
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

  #form(draft: Draft, offer: TopUpOffer): unknown {
    const words = this.#host.words();
    const form = this.#late.want('form');
    const [first] = offer.methods;
    if (form) {
      return form.autoPayForm({
        draft,
        errors: this.#errors,
        busy: this.#set.state === 'running',
        unit: first ? unitOf(first.min, words.locale) : '',
        words,
        change: (change, name) => this.#change(change, name),
        submit: (event) => this.#submit(event, offer),
        cancel: () => this.#close(),
      });
    }
    const { error, retry } = this.#late;
    return error ? partial(words.t, retry, this.#host.describe(error)) : skeletonRows(1, words.t('loading'));
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
    void this.#late.load('form').then(() => this.#host.focus('input[name=trigger]:checked'));
  }

  #close(): void {
    this.reset();
    this.#host.element.requestUpdate();
    this.#host.focus('#autopay-heading');
  }

  #submit(event: Event, offer: TopUpOffer): void {
    event.preventDefault();
    const account = this.#host.account();
    const read = this.#draft && this.#late.want('form')?.readTerms(this.#draft, offer, this.#host.words());
    if (!read || account === undefined || this.#set.state === 'running') return;
    if ('terms' in read) return void this.#save(account, read.terms);
    this.#errors = read.errors;
    this.#host.element.requestUpdate();
    if (read.first) this.#host.focus(`#autopay-${read.first}`);
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
