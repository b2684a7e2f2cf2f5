import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { PrepayInvoice } from '../../engine/topup/state.js';
import type { Reader } from '../reader.js';
import { documentMessages, type DocumentLocale } from './messages/index.js';
import type { Seller } from './seller.js';
import { Words } from './words.js';

/** An invoice for a sum to be paid from a bank; it has no lines and no act (BIL-15). */
export function invoiceDefinition(
  invoice: PrepayInvoice,
  reader: Reader,
  seller: Seller,
  locale: DocumentLocale,
): TDocumentDefinitions {
  const messages = documentMessages(locale);
  const words = new Words(messages);
  const date = words.day(reader.zone.dayAt(invoice.issuedAt));
  const total = words.money(reader.money(invoice.amount));
  const title = messages.numbered(messages.invoice, invoice.id, date);
  const row = (label: string, value: string) => [
    { text: label, color: '#5c6678' },
    { text: value, alignment: 'right' as const },
  ];
  return {
    info: { title },
    pageMargins: [48, 48, 48, 56],
    defaultStyle: { fontSize: 10, lineHeight: 1.25, color: '#1d2433' },
    content: [
      { text: seller.name, bold: true, fontSize: 12 },
      { text: [seller.address, ...seller.details].join('\n'), color: '#5c6678', margin: [0, 2, 0, 24] },
      { text: title, bold: true, fontSize: 16, margin: [0, 0, 0, 16] },
      {
        table: {
          widths: ['*', 'auto'],
          body: [
            row(messages.account, reader.state.id),
            row(messages.purpose(reader.state.id), total),
            [
              { text: messages.toPay, bold: true },
              { text: total, bold: true, alignment: 'right' },
            ],
          ],
        },
        layout: 'lightHorizontalLines',
      },
      { text: messages.invoiceNote, color: '#5c6678', margin: [0, 16, 0, 0] },
    ],
  };
}
