import * as routes from '../contract/money.routes.js';
import type { App, AppParts } from '../app.js';
import { pageOf } from '../cursor.js';
import { amountOf } from '../amounts.js';
import { fail } from '../errors.js';
import { balanceView } from '../views/balance.js';
import { billView, billViews, wholeBillView } from '../views/bills.js';
import { explanationView } from '../views/explain.js';
import { paymentViews } from '../views/payments.js';
import { countedView } from '../views/sheet.js';
import { promisedView } from '../views/promised.js';
import { statementView } from '../views/statement.js';
import { summaryView } from '../views/summary.js';
import type { ApiContext } from '../env.js';
import { answer, command, done, open } from './serve.js';
import { checkVersion, send } from '../etag.js';
import { Remembered } from '../remembered.js';

export function addMoney(app: App, { seal, documents }: AppParts): void {
  const remembered = new Remembered();
  const options = (c: ApiContext) => ({ faults: c.get('faults'), sizes: documents.sizes });

  app.openapi(routes.getBalance, async (c) => {
    const reader = await open(c, c.req.valid('param').account);
    reader.require('balance.read');
    return answer(c, balanceView(reader, c.get('faults')));
  });

  app.openapi(routes.getStatement, async (c) => {
    const reader = await open(c, c.req.valid('param').account);
    return send(c, await remembered.answer(c, reader, () => statementView(reader)));
  });

  app.openapi(routes.listBills, async (c) => {
    const { account } = c.req.valid('param');
    const { year, ...paging } = c.req.valid('query');
    const reader = await open(c, account);
    const all = await billViews(reader, options(c));
    const years = [...new Set(all.map(({ month }) => Number(month.slice(0, 4))))];
    const bills = all.filter(({ month }) => year === undefined || month.startsWith(year));
    const page = await pageOf(bills, ({ month }) => month, `bills ${account} ${year ?? ''}`, paging, seal);
    return answer(c, { ...page, years, numbers: countedView(reader), asOf: reader.asOf });
  });

  app.openapi(routes.getBill, async (c) => {
    const { account, month } = c.req.valid('param');
    const reader = await open(c, account);
    return answer(c, (await billView(reader, month, options(c))) ?? fail('NOT_FOUND'));
  });

  app.openapi(routes.explainLine, async (c) => {
    const { account, month } = c.req.valid('param');
    const { number, kind } = c.req.valid('query');
    const reader = await open(c, account);
    reader.require('bills.read');
    const block = number === undefined ? null : reader.number(number).number;
    if (!reader.sees(block)) fail('NOT_FOUND');
    return answer(c, await explanationView(reader, { account, month, number: block, kind }));
  });

  app.openapi(routes.getDocument, async (c) => {
    const { account, month, kind } = c.req.valid('param');
    const reader = await open(c, account);
    reader.require('documents.download');
    const bill = (await wholeBillView(reader, month, options(c))) ?? fail('NOT_FOUND');
    const document = bill.documents.find((candidate) => candidate.kind === kind) ?? fail('NOT_FOUND');
    if (document.state === 'FAILED') fail('UPSTREAM_UNAVAILABLE', { headers: { 'Retry-After': '60' } });
    if (document.state === 'GENERATING') return c.json(document, 202, { 'Retry-After': '5' });
    const file = await documents.file(reader, bill, kind, c.get('locale'));
    return c.body(file, 200, {
      'Content-Type': 'application/pdf',
      'Content-Length': String(file.byteLength),
      'Content-Disposition': `attachment; filename="${kind.toLowerCase()}-${document.number ?? month}.pdf"`,
    });
  });

  app.openapi(routes.listDocuments, async (c) => {
    const { account } = c.req.valid('param');
    const reader = await open(c, account);
    const all = (await billViews(reader, options(c))).flatMap(({ month, number, documents: own }) =>
      number === null ? [] : own.map((document) => ({ month, billNumber: number, document })),
    );
    const name = ({ month, document }: (typeof all)[number]) => `${month} ${document.kind}`;
    return answer(c, await pageOf(all, name, `documents ${account}`, c.req.valid('query'), seal));
  });

  app.openapi(routes.listPayments, async (c) => {
    const { account } = c.req.valid('param');
    const { cursor, limit, ...filter } = c.req.valid('query');
    const reader = await open(c, account);
    reader.require('payments.read');
    if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) {
      fail('RANGE_INVALID', { fields: [{ path: 'from', in: 'query', fault: 'value' }] });
    }
    const payments = paymentViews(reader, filter);
    const list = `payments ${account} ${JSON.stringify(filter)}`;
    return answer(c, { ...(await pageOf(payments, ({ id }) => id, list, { cursor, limit }, seal)), asOf: reader.asOf });
  });

  app.openapi(routes.getSummary, async (c) => {
    const { from, to } = c.req.valid('query');
    return answer(c, await summaryView(await open(c, c.req.valid('param').account), from, to));
  });

  app.openapi(routes.getPromised, async (c) => {
    const reader = await open(c, c.req.valid('param').account);
    reader.require('balance.read');
    return answer(c, promisedView(reader));
  });

  app.openapi(routes.takePromised, async (c) => {
    const { account } = c.req.valid('param');
    const { amount } = c.req.valid('json');
    const reader = await open(c, account);
    await checkVersion(c, () => Promise.resolve(promisedView(reader)));
    const value = amountOf(amount, reader, 'amount');
    await command(c, { do: 'promised.take', account, amount: value });
    return done(c, balanceView(await open(c, account), c.get('faults')));
  });
}
