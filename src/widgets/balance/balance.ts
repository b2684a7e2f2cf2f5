import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ResourceController } from '../../ui/controllers/resource.js';
import { LkElement } from '../../ui/element.js';
import { frame } from '../../ui/parts/frame.js';
import { trouble } from '../../ui/parts/view.js';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { money } from '../../ui/styles/money.js';
import { notes } from '../../ui/styles/notes.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { sums } from '../../ui/styles/sums.js';
import { LkTopUpRequestedEvent } from '../../ui/topup-requested.js';
import { type BalanceMessages, messages } from './balance.messages.js';
import { type Balance, balanceOf } from './balance.query.js';
import { styles } from './balance.styles.js';
import { balanceSkeleton, balanceView, troubleHead } from './balance.view.js';

/**
 * What the subscriber owes or is owed, what it is made of, and what stands in the way of using the service.
 *
 * @summary Balance and status of one account.
 * @tagname lk-balance
 * @fires lk-topup-requested - The subscriber asked to top up. `amount` is the sum that unlocks the account, or `null`. Unless it
 *   is prevented, `lk-navigate` to `topup` follows.
 * @slot help - Link to help, beside the heading.
 * @slot heading - Replaces the line with the account number.
 * @slot error - Replaces what is shown when the balance could not be read.
 * @slot unavailable - Replaces what is shown to users without the right to see the balance.
 * @slot loading - Replaces the skeleton.
 * @csspart amount - The balance itself.
 * @csspart top-up - The button.
 * @cssstate blocked - At least one lock is on.
 * @see domain.md §2
 */
export class LkBalance extends LkElement<BalanceMessages> {
  static override readonly messages = messages;
  static override readonly styles = [...base, buttons, money, status, notes, sums, states, styles];

  /** One line for a header, which names the account: no parts, no explanation, a smaller figure. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @state() private open = false;
  readonly #balance = new ResourceController<Balance>(this, () => (this.scope ? balanceOf(this.scope.account) : null));

  protected override render(): unknown {
    const { t } = this;
    return frame({
      heading: '',
      head: nothing,
      body: this.#balance.render({
        pending: () => html`<slot name="loading">${balanceSkeleton(t('loading'), this.compact)}</slot>`,
        ready: (balance) =>
          balanceView({
            balance,
            words: { t, locale: this.language },
            compact: this.compact,
            open: this.open,
            old: this.#balance.error !== null,
            toggle: () => (this.open = !this.open),
            topUp: this.#topUp,
            retry: this.#balance.retry,
          }),
        error: (error) =>
          html`${troubleHead(t('balance'), this.compact)}
          ${trouble({
            error,
            text: this.describe(error),
            t,
            retry: this.#balance.retry,
            failed: t('failedBalance'),
            forbidden: t('forbiddenBalance'),
          })}`,
      }),
    });
  }

  protected override updated(...changed: Parameters<LkElement['updated']>): void {
    super.updated(...changed);
    const blocked = (this.#balance.value?.locks.length ?? 0) > 0;
    try {
      this.internals.states[blocked ? 'add' : 'delete']('blocked');
    } catch {
      // Browsers of 2023 take only names that begin with `--`; the state is a convenience.
    }
  }

  #topUp = (): void => {
    const amount = this.#balance.value?.toUnlock?.value ?? null;
    if (!this.dispatchEvent(new LkTopUpRequestedEvent(amount))) return;
    this.navigate('topup', amount === null ? {} : { amount });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'lk-balance': LkBalance;
  }
}
