import { createRoute, z } from '@hono/zod-openapi';
import { Balance } from './balance.js';
import { Bill, BillDocument, BillPage, BillsQuery, DocumentKind, DocumentPage, Statement, Summary } from './bills.js';
import { AccountPath, Month, MonthPath, PageQuery } from './common.js';
import { PaymentPage, PaymentsQuery } from './payments.js';
import { json, read, readProblems, secured, body, write } from './route.js';
import { PromisedInput, PromisedOffer } from './topup.js';
import { Explanation, LineExplanationQuery } from './usage.js';

/** Balance, statement, bills, payments. @see domain.md §2, §5, §6 */

export const getBalance = read(
  { path: '/v1/accounts/{account}/balance', tag: 'Balance', summary: 'Balance, its parts and locks', answer: Balance },
  { params: AccountPath },
);

export const getStatement = read(
  {
    path: '/v1/accounts/{account}/statement',
    tag: 'Bills',
    summary: 'Current statement, as of the end of yesterday',
    answer: Statement,
  },
  { params: AccountPath },
);

export const listBills = read(
  { path: '/v1/accounts/{account}/bills', tag: 'Bills', summary: 'Bills, newest first', answer: BillPage },
  { params: AccountPath, query: BillsQuery },
);

export const getBill = read(
  {
    path: '/v1/accounts/{account}/bills/{month}',
    tag: 'Bills',
    summary: 'The bill of a month with its lines and VAT',
    answer: Bill,
  },
  { params: MonthPath },
);

export const explainLine = read(
  {
    path: '/v1/accounts/{account}/bills/{month}/explanation',
    tag: 'Bills',
    summary: 'How a line of a bill or of the statement came about',
    answer: Explanation,
  },
  { params: MonthPath, query: LineExplanationQuery },
);

const pdf = z.string().openapi({ type: 'string', format: 'binary' });

export const getDocument = createRoute({
  method: 'get',
  path: '/v1/accounts/{account}/bills/{month}/documents/{kind}',
  tags: ['Bills'],
  summary: 'The file of a document; 202 while it is being made',
  security: secured,
  request: {
    params: MonthPath.extend({ kind: DocumentKind.openapi({ param: { name: 'kind', in: 'path' } }) }),
    headers: z.object({ 'accept-language': z.string().optional() }),
  },
  responses: {
    200: { description: 'The file', content: { 'application/pdf': { schema: pdf } } },
    202: { description: 'Being made: ask again after `Retry-After` seconds', content: json(BillDocument) },
    ...readProblems,
  },
});

export const listDocuments = read(
  {
    path: '/v1/accounts/{account}/documents',
    tag: 'Bills',
    summary: 'Documents of all bills, newest first',
    answer: DocumentPage,
  },
  { params: AccountPath, query: PageQuery },
);

export const listPayments = read(
  { path: '/v1/accounts/{account}/payments', tag: 'Payments', summary: 'Payments, newest first', answer: PaymentPage },
  { params: AccountPath, query: PaymentsQuery },
);

export const getSummary = read(
  { path: '/v1/accounts/{account}/summary', tag: 'Usage', summary: 'Expenses by month', answer: Summary },
  { params: AccountPath, query: z.object({ from: Month.optional(), to: Month.optional() }) },
);

export const getPromised = read(
  {
    path: '/v1/accounts/{account}/promised-payment',
    tag: 'Payments',
    summary: 'Whether a promised payment may be taken',
    answer: PromisedOffer,
  },
  { params: AccountPath },
);

export const takePromised = write(
  'post',
  {
    path: '/v1/accounts/{account}/promised-payment',
    tag: 'Payments',
    summary: 'Take a promised payment',
    answer: Balance,
  },
  { params: AccountPath, body: body(PromisedInput) },
);
