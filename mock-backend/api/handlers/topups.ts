import { scaleOf, parseAmount } from '../../engine/money.js';
import type { App, AppParts } from '../app.js';
import { amountOf } from '../amounts.js';
import * as routes from '../contract/topups.routes.js';
import { invoiceDefinition } from '../documents/invoice.js';
import type { ApiContext } from '../env.js';
import { fail } from '../errors.js';
import type { Reader } from '../reader.js';
import type { Seal } from '../seal.js';
import { autoPayView, quoteView, receiptView, topUpOfferView, topUpView } from '../views/topups.js';
import { answer, command, done, open } from './serve.js';

/** What the address of the provider's page holds, sealed: whose order it is. */
export interface PageToken {
  readonly world: string;
  readonly account: string;
  readonly topup: string;
}
export const PAGE_PURPOSE = 'provider-page';

async function pageOf(c: ApiContext, seal: Seal, account: string, topup: string): Promise<string> {
  const token: PageToken = { world: c.get('host').id, account, topup };
  return new URL(`/provider/pay/${await seal.close(PAGE_PURPOSE, token)}`, c.req.url).href;
}

export function addTopUps(app: App, { seal, makePdf, seller }: AppParts): void {
  const opened = async (c: ApiContext, account: string): Promise<Reader> => {
    const reader = await open(c, account);
    reader.require('topup.create');
    return reader;
  };
  const orderView = async (c: ApiContext, reader: Reader, id: string) => {
    const order = reader.state.topups.orders.find((candidate) => candidate.id === id) ?? fail('NOT_FOUND');
    return topUpView(order, reader, await pageOf(c, seal, reader.state.id, id));
  };

  app.openapi(routes.getTopUpOffer, async (c) => {
    const { account } = c.req.valid('param');
    const reader = await opened(c, account);
    const pending = reader.state.topups.orders.findLast(({ state, auto }) => state === 'PENDING' && !auto);
    const pages = pending ? [[pending.id, await pageOf(c, seal, account, pending.id)] as const] : [];
    return answer(c, topUpOfferView(reader, new Map(pages)));
  });

  app.openapi(routes.quoteTopUp, async (c) => {
    const reader = await opened(c, c.req.valid('param').account);
    const { amount, method } = c.req.valid('query');
    const sum = parseAmount(amount, scaleOf(reader.state.currency));
    if (sum === null) return fail('AMOUNT_INVALID', { fields: [{ path: 'amount', in: 'query', fault: 'format' }] });
    return answer(c, quoteView(sum, method, reader));
  });

  app.openapi(routes.listTopUps, async (c) => {
    const reader = await opened(c, c.req.valid('param').account);
    const items = [...reader.state.topups.orders].reverse().slice(0, 50);
    return answer(c, {
      items: await Promise.all(items.map(({ id }) => orderView(c, reader, id))),
      asOf: reader.asOf,
    });
  });

  app.openapi(routes.createTopUp, async (c) => {
    const { account } = c.req.valid('param');
    const { amount, method, receipt } = c.req.valid('json');
    const reader = await opened(c, account);
    // The law wants a receipt for what a person pays on line (TOP-7).
    if (reader.state.kind === 'INDIVIDUAL' && receipt === undefined) {
      fail('REQUEST_INVALID', { fields: [{ path: 'receipt', in: 'body', fault: 'required' }] });
    }
    const made = await command(c, {
      do: 'topup.create',
      account,
      amount: amountOf(amount, reader, 'amount'),
      method,
      ...(receipt === undefined ? {} : { receipt }),
    });
    return done(c, await orderView(c, await opened(c, account), String(made['topup'])));
  });

  app.openapi(routes.getTopUp, async (c) => {
    const { account, topup } = c.req.valid('param');
    return answer(c, await orderView(c, await opened(c, account), topup));
  });

  app.openapi(routes.cancelTopUp, async (c) => {
    const { account, topup } = c.req.valid('param');
    await orderView(c, await opened(c, account), topup);
    await command(c, { do: 'topup.cancel', account, topup });
    return done(c, await orderView(c, await opened(c, account), topup));
  });

  app.openapi(routes.getReceipt, async (c) => {
    const { account, topup } = c.req.valid('param');
    const reader = await opened(c, account);
    const order = reader.state.topups.orders.find(({ id }) => id === topup) ?? fail('NOT_FOUND');
    return answer(c, receiptView(order, reader));
  });

  app.openapi(routes.createInvoice, async (c) => {
    const { account } = c.req.valid('param');
    const reader = await opened(c, account);
    const amount = amountOf(c.req.valid('json').amount, reader, 'amount');
    const made = await command(c, { do: 'invoice.create', account, amount });
    const after = await opened(c, account);
    const invoice = after.state.topups.invoices.find(({ id }) => id === made['invoice']) ?? fail('NOT_FOUND');
    return done(c, {
      id: invoice.id,
      amount: after.money(invoice.amount),
      issuedAt: after.zone.format(invoice.issuedAt),
      paid: invoice.paidAt !== null,
      existing: made['existing'] === true,
    });
  });

  app.openapi(routes.getInvoiceFile, async (c) => {
    const { account, invoice: id } = c.req.valid('param');
    const reader = await opened(c, account);
    const invoice = reader.state.topups.invoices.find((candidate) => candidate.id === id) ?? fail('NOT_FOUND');
    const file = await makePdf(invoiceDefinition(invoice, reader, seller, c.get('locale')));
    return c.body(file, 200, {
      'Content-Type': 'application/pdf',
      'Content-Length': String(file.byteLength),
      'Content-Disposition': `attachment; filename="invoice-${id}.pdf"`,
    });
  });

  app.openapi(routes.setAutoPay, async (c) => {
    const { account } = c.req.valid('param');
    const { amount, threshold, monthlyCap, trigger, day } = c.req.valid('json');
    const reader = await opened(c, account);
    await command(c, {
      do: 'autopay.set',
      account,
      terms: {
        trigger,
        day,
        amount: amountOf(amount, reader, 'amount'),
        threshold: threshold === null ? null : amountOf(threshold, reader, 'threshold'),
        monthlyCap: monthlyCap === null ? null : amountOf(monthlyCap, reader, 'monthlyCap'),
      },
    });
    return done(c, { autopay: autoPayView(await opened(c, account)) });
  });

  app.openapi(routes.stopAutoPay, async (c) => {
    const { account } = c.req.valid('param');
    await opened(c, account);
    await command(c, { do: 'autopay.set', account, terms: null });
    return done(c, { autopay: null });
  });
}
