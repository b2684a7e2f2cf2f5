import { nothing, type TemplateResult } from 'lit';
import type { LkError } from '../../api/errors.js';
import { isZero, type Money } from '../../money/format.js';
import { button } from '../../ui/parts/button.js';
import { moneyText } from '../../ui/parts/money.js';
import { note } from '../../ui/parts/note.js';
import { clock, wallet, warning } from '../../ui/icons/icons.js';
import type { ServicesView } from './host.js';

/** What stands in the way, said where the action was. */

/** Money is short: how much, and the way to it. */
export const shortNote = (short: Money, v: ServicesView, text?: string): TemplateResult =>
  note(
    'warn',
    wallet,
    text ?? v.t('short', { amount: moneyText(short, v.locale) }),
    button(v.t('topUp', { amount: moneyText(short, v.locale) }), () => v.topUp(short), { kind: 's' }),
    'status',
  );

/** The missing sum that a refusal names, if it is about money. */
export function shortOf(error: LkError, currency: string): Money | null {
  const value = error.params['short'];
  if (error.code !== 'INSUFFICIENT_FUNDS' && error.code !== 'ACCOUNT_BLOCKED_FINANCE') return null;
  return value !== undefined && /^\d+(\.\d+)?$/.test(value) && !isZero(value)
    ? { value, currency: error.params['currency'] ?? currency }
    : null;
}

interface Attempt {
  readonly state: string;
  readonly error: LkError | null;
  readonly retry: () => unknown;
}

/** How an attempt to change something ended, if not well: refused, short of money, or nobody knows yet. */
export const attemptNote = (attempt: Attempt, currency: string, v: ServicesView): TemplateResult | typeof nothing => {
  const { state, error } = attempt;
  if (error === null) return nothing;
  if (state === 'unknown') {
    return note(
      'warn',
      clock,
      v.t('unknown'),
      button(v.t('check'), () => attempt.retry(), { kind: 's' }),
      'status',
    );
  }
  if (state !== 'failed') return nothing;
  const short = shortOf(error, currency);
  if (short) return shortNote(short, v, v.describe(error));
  const again = error.retryable ? button(v.t('retry'), () => attempt.retry(), { kind: 'quiet s' }) : nothing;
  return note('bad', warning, error.status === 403 ? v.t('rightsLost') : v.describe(error), again, 'alert');
};
