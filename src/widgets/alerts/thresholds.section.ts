import type { LkError } from '../../api/errors.js';
import { formatMoney, type Money } from '../../money/format.js';
import { parseAmount } from '../../money/parse.js';
import { CommandController } from '../../ui/controllers/command.js';
import { moneyText } from '../../ui/parts/money.js';
import { type Alerts, setThresholds } from './alerts.data.js';
import { thresholdsView } from './alerts.view.js';
import type { SectionHost } from './section.js';

type Threshold = 'lowBalance' | 'dayLimit';
type Texts = Readonly<Partial<Record<Threshold, string>>>;

export interface ThresholdsHost extends SectionHost {
  readonly writable: () => boolean;
}

/** The two sums of the account: typed, checked, saved together. @see domain.md ALR-7, ALR-10, ALR-12 */
export class ThresholdsSection {
  readonly #host: ThresholdsHost;
  readonly #saving: CommandController<Parameters<typeof setThresholds.run>[1], Alerts>;
  #typed: Texts = {};
  #errors: Texts = {};

  constructor(host: ThresholdsHost) {
    this.#host = host;
    this.#saving = new CommandController(host.element, setThresholds);
  }

  /** Another account: nothing typed is for it. */
  reset(): void {
    this.#typed = {};
    this.#errors = {};
    this.#saving.reset();
  }

  /** Why they were not saved, as far as it is not said at a field. */
  get outcome(): { readonly state: string; readonly error: LkError | null } {
    const { state, error } = this.#saving;
    return error?.code === 'THRESHOLD_INVALID' ? { state: 'idle', error: null } : { state, error };
  }

  render(alerts: Alerts): unknown {
    const words = this.#host.words();
    const text = (name: Threshold) => this.#typed[name] ?? written(alerts[name], words.locale);
    return thresholdsView({
      lowBalance: text('lowBalance'),
      dayLimit: text('dayLimit'),
      errors: this.#errors,
      unit: formatMoney(alerts.ranges.dayLimit.min, words.locale).text.replace(/[\d\s.,\u00a0\u202f]/g, ''),
      changed: this.#typed.lowBalance !== undefined || this.#typed.dayLimit !== undefined,
      writable: this.#host.writable(),
      busy: this.#saving.state === 'running',
      words,
      set: (name, value) => {
        this.#typed = { ...this.#typed, [name]: value };
        this.#errors = { ...this.#errors, [name]: '' };
        this.#host.say('');
        this.#saving.reset();
        this.#host.element.requestUpdate();
      },
      save: () => void this.#save(alerts),
      cancel: () => {
        this.reset();
        this.#host.element.requestUpdate();
      },
    });
  }

  async #save(alerts: Alerts): Promise<void> {
    const { t } = this.#host.words();
    const errors: Partial<Record<Threshold, string>> = {};
    const { currency } = alerts.ranges.lowBalance.min;
    const read = (name: Threshold): Money | null => {
      const typed = this.#typed[name];
      if (typed === undefined) return alerts[name];
      const text = typed.trim();
      const negative = name === 'lowBalance' && /^[-\u2212\u2013]/.test(text);
      const parsed = parseAmount(negative ? text.slice(1) : text);
      if (parsed.ok) return { value: `${negative ? '-' : ''}${parsed.value}`, currency };
      const needed = alerts.contacts.some((contact) => contact[name]);
      if (parsed.error !== 'empty') errors[name] = t('amountWrong');
      else if (needed) errors[name] = t('thresholdNeeded');
      return null;
    };
    const lowBalance = read('lowBalance');
    const dayLimit = read('dayLimit');
    this.#errors = errors;
    const first = errors.lowBalance ? 'lowBalance' : errors.dayLimit ? 'dayLimit' : null;
    if (first) return this.#host.focus(`#${first}`);
    const account = this.#host.account();
    if (account === undefined) return;
    if (await this.#saving.run({ account, lowBalance, dayLimit })) {
      this.#typed = {};
      this.#host.say(t('saved'));
      this.#host.changed('thresholds');
      return;
    }
    this.#outOfRange(alerts, lowBalance);
  }

  /** The server says which sum is out of its range. */
  #outOfRange({ ranges }: Alerts, lowBalance: Money | null): void {
    const { error } = this.#saving;
    if (error?.code !== 'THRESHOLD_INVALID') return;
    const { t, locale } = this.#host.words();
    const wrong: Threshold = error.params['value'] === lowBalance?.value ? 'lowBalance' : 'dayLimit';
    const { min, max } = ranges[wrong];
    this.#errors = { [wrong]: t('range', { min: moneyText(min, locale), max: moneyText(max, locale) }) };
    this.#host.focus(`#${wrong}`);
  }
}

/** `1 000,00`: the amount without its currency, as it is typed. */
function written(amount: Money | null, locale: string): string {
  if (!amount) return '';
  return formatMoney(amount, locale)
    .text.replace(/[^\d.,\u2212-]+$/u, '')
    .replace(/^[^\d\u2212-]+/u, '');
}
