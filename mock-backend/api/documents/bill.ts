import type { z } from '@hono/zod-openapi';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { BillBlock, BillLine, DocumentKind } from '../contract/bills.js';
import type { WholeBill } from '../views/bills.js';
import type { DocumentMessages } from './messages/index.js';
import type { Seller } from './seller.js';
import { Words } from './words.js';

const ink = '#1d2433';
const quiet = '#5c6678';
const hairline = '#d5dae2';
const tint = '#f3f5f8';

/** What a bill's document is made from. */
export interface BillPaper {
  readonly kind: z.infer<typeof DocumentKind>;
  readonly bill: WholeBill;
  readonly seller: Seller;
  /** What the subscriber is called; null: by his account only. */
  readonly subscriber: string | null;
  readonly messages: DocumentMessages;
}

const right = (text: string, more: object = {}): TableCell => ({ text, alignment: 'right', noWrap: true, ...more });

function lineRow(line: z.infer<typeof BillLine>, tariff: string | null, words: Words): TableCell[] {
  const { messages } = words;
  const name = messages.lines[line.kind];
  // The tariff stands in the heading already; a change of tariff within the month names the other one.
  const title = line.title === tariff ? null : line.title;
  return [
    { text: title === null ? name : [name, { text: ` · ${title}`, color: quiet }] },
    { text: words.period(line.period), color: quiet, noWrap: true },
    right(line.unit === 'PIECE' && line.quantity === 1 ? '' : words.quantity(line), { color: quiet }),
    right(words.amount(line.net)),
    right(line.vatRate === null ? messages.withoutVat : words.amount(line.vat)),
    right(words.amount(line.amount)),
  ];
}

function blockTable(block: z.infer<typeof BillBlock>, words: Words): Content {
  const { messages } = words;
  const number = block.number === null ? null : words.phone(block.number);
  const heading = number ?? block.title ?? messages.accountLines;
  const head = messages.columns.map((text, i): TableCell =>
    i < 2 ? { text, style: 'th' } : right(text, { style: 'th' }),
  );
  const rows = block.lines.map((line) => lineRow(line, block.tariffName, words));
  const none: TableCell[] = [{ text: messages.noLines, colSpan: 6, color: quiet }, '', '', '', '', ''];
  const total: TableCell[] = [
    { text: messages.subtotal(heading), colSpan: 5, bold: true },
    '',
    '',
    '',
    '',
    right(words.amount(block.subtotal), { bold: true }),
  ];
  return {
    unbreakable: block.lines.length < 12,
    margin: [0, 14, 0, 0],
    stack: [
      {
        text: [
          { text: heading, bold: true, fontSize: 11 },
          { text: block.tariffName === null ? '' : `   ${block.tariffName}`, color: quiet },
        ],
        margin: [0, 0, 0, 4],
      },
      {
        table: {
          headerRows: 1,
          widths: ['*', 76, 74, 50, 46, 56],
          body: [head, ...(rows.length > 0 ? rows : [none]), total],
        },
        layout: {
          hLineWidth: (i, node) =>
            i === 0 ? 0 : i === node.table.body.length ? 0 : i === node.table.body.length - 1 ? 0.8 : 0.4,
          vLineWidth: () => 0,
          hLineColor: (i, node) => (i === node.table.body.length - 1 ? quiet : hairline),
          paddingLeft: (i) => (i === 0 ? 0 : 6),
          paddingRight: (i) => (i === 5 ? 0 : 6),
          paddingTop: () => 3,
          paddingBottom: () => 3,
        },
      },
    ],
  };
}

/** Rows of VAT by rate: lines of one document may fall under several. */
function rates(bill: WholeBill): readonly (string | null)[] {
  return [...new Set(bill.blocks.flatMap(({ lines }) => lines.map(({ vatRate }) => vatRate)))];
}

function sums(paper: BillPaper, words: Words): Content {
  const { bill, messages } = paper;
  const known = rates(bill);
  const only = known.length === 1 ? known[0] : null;
  const vatRow =
    only === null && known.length === 1
      ? [messages.withoutVat, '—']
      : [messages.vat(only ?? null), words.amount(bill.vat)];
  const services: string[][] = [
    [messages.net, words.amount(bill.net)],
    vatRow,
    [messages.total, words.money(bill.total)],
  ];
  const account: string[][] = [
    [messages.opening, words.amount(bill.opening)],
    [messages.payments, words.amount(bill.payments)],
    [messages.total, words.amount(bill.total)],
    [messages.closing, words.money(bill.closing)],
  ];
  const table = (rows: string[][]): Content => ({
    table: {
      widths: ['*', 'auto'],
      body: rows.map(([label = '', value = ''], i): TableCell[] => {
        const last = i === rows.length - 1;
        return [{ text: label, bold: last }, right(value, { bold: last })];
      }),
    },
    layout: {
      hLineWidth: (i, node) => (i === node.table.body.length - 1 ? 0.8 : 0),
      vLineWidth: () => 0,
      hLineColor: () => quiet,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
  });
  return {
    unbreakable: true,
    margin: [0, 22, 0, 0],
    columnGap: 36,
    columns: paper.kind === 'BILL' ? [table(account), table(services)] : [{ text: '' }, table(services)],
  };
}

function toPay({ bill, messages }: BillPaper, words: Words): Content {
  const negative = bill.total.value.startsWith('-');
  const nothing = /^0(\.0+)?$/.test(bill.toPay.value);
  const note = negative ? messages.creditTotal : nothing ? messages.nothingToPay : '';
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    table: {
      widths: ['*', 'auto'],
      body: [
        [
          {
            stack: [
              { text: messages.toPay, bold: true, fontSize: 12 },
              ...(note === ''
                ? []
                : [{ text: note, color: quiet, margin: [0, 2, 0, 0] as [number, number, number, number] }]),
            ],
          },
          right(words.money(bill.toPay), { bold: true, fontSize: 18 }),
        ],
      ],
    },
    layout: {
      defaultBorder: false,
      fillColor: () => tint,
      paddingLeft: () => 12,
      paddingRight: () => 12,
      paddingTop: () => 10,
      paddingBottom: () => 10,
    },
  };
}

function signatures({ messages, seller, subscriber, bill }: BillPaper): Content {
  const side = (label: string, name: string): Content => ({
    stack: [
      { text: label, color: quiet },
      { text: name, margin: [0, 2, 0, 26] },
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.6, lineColor: quiet }] },
    ],
  });
  const [provider, customer] = messages.signatures;
  return {
    unbreakable: true,
    margin: [0, 28, 0, 0],
    columnGap: 36,
    columns: [side(provider, seller.name), side(customer, subscriber ?? `${messages.account} ${bill.account}`)],
  };
}

function facts({ bill, seller, subscriber, messages }: BillPaper, words: Words): Content {
  const rows: [string, string][] = [
    [messages.seller, `${seller.name}, ${seller.address}`],
    ...(subscriber === null ? [] : [[messages.subscriber, subscriber] satisfies [string, string]]),
    [messages.account, bill.account],
    [messages.period, `${words.day(bill.period.from)} – ${words.day(bill.period.to)}`],
  ];
  return {
    margin: [0, 12, 0, 0],
    table: {
      widths: [90, '*'],
      body: rows.map(([label, value]): TableCell[] => [{ text: label, color: quiet }, { text: value }]),
    },
    layout: {
      defaultBorder: false,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
  };
}

/**
 * The document of a bill. The same bill gives the same bytes: its date is that of the issue, not of the printing.
 *
 * @see domain.md BIL-13, BIL-15, VAT-3
 */
export function billDefinition(paper: BillPaper): TDocumentDefinitions {
  const { bill, seller, messages, kind } = paper;
  const words = new Words(messages);
  const issued = bill.issuedAt ?? bill.asOf;
  const title = messages.numbered(messages.titles[kind], bill.number ?? bill.month, words.day(issued));
  return {
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 52],
    info: { title, author: seller.name, creationDate: new Date(issued), modDate: new Date(issued) },
    language: messages.locale,
    defaultStyle: { font: 'Roboto', fontSize: 9, color: ink, lineHeight: 1.15 },
    styles: { th: { fontSize: 8, color: quiet } },
    content: [
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: seller.name, bold: true, fontSize: 11 },
              { text: seller.details.join('\n'), color: quiet, fontSize: 8, margin: [0, 2, 0, 0] },
            ],
          },
          { width: 'auto', text: `${seller.site}\n${seller.phone}`, alignment: 'right', color: quiet, fontSize: 8 },
        ],
      },
      { text: title, bold: true, fontSize: 17, margin: [0, 20, 0, 0] },
      facts(paper, words),
      ...bill.blocks.map((block) => blockTable(block, words)),
      sums(paper, words),
      ...(kind === 'BILL' ? [toPay(paper, words)] : [signatures(paper)]),
      { text: messages.legend, color: quiet, fontSize: 8, margin: [0, 14, 0, 0] },
    ],
    footer: (page, pages) => ({
      margin: [40, 16, 40, 0],
      fontSize: 8,
      color: quiet,
      columns: [{ text: title }, { text: messages.page(page, pages), alignment: 'right' }],
    }),
  };
}
