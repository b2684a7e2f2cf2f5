import { isZero } from '../../../money/format.js';
import { formatDate } from '../../../i18n/dates.js';
import { moneyText } from '../../../ui/parts/money.js';
import { type Glyph, status } from '../../../ui/parts/status.js';
import type { ArchiveWords } from './archive.messages.js';
import type { BillSummary } from '../bills.query.js';

const GLYPHS: Record<BillSummary['state'], Glyph> = {
  OPEN: 'progress',
  CLOSING: 'progress',
  ISSUED: 'attention',
  PARTIALLY_PAID: 'attention',
  OVERDUE: 'stopped',
  ON_HOLD: 'progress',
  SETTLED: 'fine',
};

/** State of a bill in words, with what is still to pay. @see domain.md §5.1 */
export function billState({ state, toPay, dueDate }: BillSummary, { t, locale }: ArchiveWords, short = false): unknown {
  const owed = toPay !== null && !isZero(toPay.value);
  const rest = owed && short ? `, ${t('payRest', { amount: moneyText(toPay, locale) })}` : '';
  const due = owed && short && dueDate ? `. ${t('payBy', { day: formatDate(dueDate) })}` : '';
  // Issued with nothing left to pay: covered by the balance.
  const shown = state === 'ISSUED' && toPay !== null && !owed ? 'SETTLED' : state;
  return status(GLYPHS[shown], t(shown) + rest + due);
}
