import { createRoute, z } from '@hono/zod-openapi';
import { AccountPath, Id } from './common.js';
import { body, json, problem, read, readProblems, secured, write } from './route.js';
import {
  AutoPayAnswer,
  AutoPayInput,
  Invoice,
  InvoiceInput,
  TopUp,
  TopUpInput,
  TopUpList,
  TopUpMethod,
  TopUpOffer,
  TopUpQuote,
  TopUpReceipt,
} from './topups.js';

/** Topping up. @see domain.md §6 */

const tag = 'Payments';
const account = '/v1/accounts/{account}';
const OrderPath = AccountPath.extend({ topup: Id.openapi({ param: { name: 'topup', in: 'path' } }) });
const InvoicePath = AccountPath.extend({ invoice: Id.openapi({ param: { name: 'invoice', in: 'path' } }) });

export const getTopUpOffer = read(
  { path: `${account}/topup`, tag, summary: 'Methods, limits, presets and what is missing', answer: TopUpOffer },
  { params: AccountPath },
);

export const quoteTopUp = read(
  { path: `${account}/topup/quote`, tag, summary: 'What will be paid for a sum', answer: TopUpQuote },
  { params: AccountPath, query: z.object({ amount: z.string().min(1).max(24), method: TopUpMethod }) },
);

export const listTopUps = read(
  { path: `${account}/topups`, tag, summary: 'Payments begun here, newest first', answer: TopUpList },
  { params: AccountPath },
);

export const createTopUp = write(
  'post',
  { path: `${account}/topups`, tag, summary: 'Begin a payment with the provider', answer: TopUp },
  { params: AccountPath, body: body(TopUpInput) },
);

export const getTopUp = read(
  { path: `${account}/topups/{topup}`, tag, summary: 'What became of a payment', answer: TopUp },
  { params: OrderPath },
);

export const cancelTopUp = write(
  'delete',
  { path: `${account}/topups/{topup}`, tag, summary: 'Give up a payment that is not decided', answer: TopUp },
  { params: OrderPath },
);

export const getReceipt = createRoute({
  method: 'get',
  path: `${account}/topups/{topup}/receipt`,
  tags: [tag],
  summary: 'The receipt of a payment that came',
  security: secured,
  request: { params: OrderPath },
  responses: {
    200: { description: 'OK', content: json(TopUpReceipt) },
    304: { description: 'Not changed' },
    202: problem('PAYMENT_PENDING: ask again later'),
    402: problem('PAYMENT_FAILED: there is nothing to give a receipt for'),
    ...readProblems,
  },
});

export const createInvoice = write(
  'post',
  { path: `${account}/invoices`, tag, summary: 'An invoice to be paid from a bank', answer: Invoice },
  { params: AccountPath, body: body(InvoiceInput) },
);

export const getInvoiceFile = createRoute({
  method: 'get',
  path: `${account}/invoices/{invoice}/file`,
  tags: [tag],
  summary: 'The invoice as PDF',
  security: secured,
  request: { params: InvoicePath },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...readProblems,
    500: problem('The file cannot be made here'),
  },
});

export const setAutoPay = write(
  'put',
  { path: `${account}/autopay`, tag, summary: 'Switch auto-payment on, or change it', answer: AutoPayAnswer },
  { params: AccountPath, body: body(AutoPayInput) },
);

export const stopAutoPay = write(
  'delete',
  { path: `${account}/autopay`, tag, summary: 'Switch auto-payment off', answer: AutoPayAnswer },
  { params: AccountPath },
);
