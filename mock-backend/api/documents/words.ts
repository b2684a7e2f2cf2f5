import type { z } from '@hono/zod-openapi';
import type { BillLine } from '../contract/bills.js';
import type { DayRange, Money } from '../contract/common.js';
import { decimal } from '../decimal.js';
import type { DocumentMessages } from './messages/index.js';

type Line = z.infer<typeof BillLine>;

/** How amounts, days and quantities are written on paper. */
export class Words {
  readonly #tag: string;

  constructor(readonly messages: DocumentMessages) {
    this.#tag = messages.locale;
  }

  /** `1 234,50`: the currency is named once, beside the totals. */
  amount({ value, currency }: z.infer<typeof Money>): string {
    const digits =
      new Intl.NumberFormat(this.#tag, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    const format = new Intl.NumberFormat(this.#tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    return format.format(decimal(value));
  }

  money({ value, currency }: z.infer<typeof Money>): string {
    return new Intl.NumberFormat(this.#tag, { style: 'currency', currency }).format(decimal(value));
  }

  day(day: string): string {
    const [year, month, date] = day.slice(0, 10).split('-');
    return `${date}.${month}.${year}`;
  }

  period({ from, to }: z.infer<typeof DayRange>): string {
    if (from === to) return this.day(from);
    return from.slice(0, 7) === to.slice(0, 7)
      ? `${from.slice(8)}–${this.day(to)}`
      : `${this.day(from)} – ${this.day(to)}`;
  }

  quantity({ unit, quantity }: Pick<Line, 'unit' | 'quantity'>): string {
    const { seconds, megabytes, pieces, days } = this.messages;
    switch (unit) {
      case 'SECOND':
        return seconds(Math.floor(quantity / 60), quantity % 60);
      case 'KB':
        return megabytes(new Intl.NumberFormat(this.#tag, { maximumFractionDigits: 1 }).format(quantity / 1024));
      case 'DAY':
        return days(quantity);
      default:
        return pieces(new Intl.NumberFormat(this.#tag).format(quantity));
    }
  }

  /** `+7 495 000-00-01`; numbers of other countries as they are. */
  phone(number: string): string {
    return number.replace(/^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/, '+7 $1 $2-$3-$4');
  }
}
