import type { z } from '@hono/zod-openapi';
import type { DocumentKind, LineKind } from '../../contract/bills.js';
import en from './en.js';
import ru from './ru.js';

/** Words of printed documents in one language. */
export interface DocumentMessages {
  readonly locale: string;
  readonly titles: Readonly<Record<z.infer<typeof DocumentKind>, string>>;
  readonly numbered: (title: string, number: string, date: string) => string;
  readonly lines: Readonly<Record<z.infer<typeof LineKind>, string>>;
  readonly seller: string;
  readonly subscriber: string;
  readonly account: string;
  readonly period: string;
  readonly columns: readonly [
    service: string,
    period: string,
    quantity: string,
    net: string,
    vat: string,
    amount: string,
  ];
  readonly accountLines: string;
  readonly subtotal: (number: string) => string;
  readonly noLines: string;
  readonly net: string;
  readonly vat: (rate: string | null) => string;
  readonly withoutVat: string;
  readonly total: string;
  readonly opening: string;
  readonly payments: string;
  readonly closing: string;
  readonly toPay: string;
  readonly nothingToPay: string;
  readonly creditTotal: string;
  readonly legend: string;
  readonly invoice: string;
  readonly purpose: (account: string) => string;
  readonly invoiceNote: string;
  readonly signatures: readonly [string, string];
  readonly page: (page: number, pages: number) => string;
  readonly seconds: (minutes: number, seconds: number) => string;
  readonly megabytes: (amount: string) => string;
  readonly pieces: (amount: string) => string;
  readonly days: (amount: number) => string;
}

export type DocumentLocale = 'ru' | 'en';

const byLocale: Readonly<Record<DocumentLocale, DocumentMessages>> = { ru, en };

export const documentMessages = (locale: DocumentLocale): DocumentMessages => byLocale[locale];
