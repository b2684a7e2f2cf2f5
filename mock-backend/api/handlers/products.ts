import { offerOf } from '../../engine/products/offers.js';
import type { Product } from '../../engine/products/state.js';
import { tariffOf } from '../../engine/products/terms.js';
import type { App, AppParts } from '../app.js';
import * as routes from '../contract/products.routes.js';
import type { ApiContext } from '../env.js';
import { fail } from '../errors.js';
import type { Reader } from '../reader.js';
import { Tickets } from '../tickets.js';
import { productQuoteView, productsView } from '../views/products.js';
import { answer, command, done, open } from './serve.js';

interface OfProduct {
  readonly account: string;
  readonly product: string;
}

async function opened(c: ApiContext, account: string): Promise<Reader> {
  const reader = await open(c, account);
  reader.require('products.read');
  return reader;
}

const found = ({ state }: Reader, id: string): Product =>
  state.products.items.find((product) => product.id === id) ?? fail('NOT_FOUND');

async function listed(c: ApiContext, account: string) {
  return done(c, productsView(await opened(c, account)));
}

export function addProducts(app: App, { wall }: AppParts): void {
  const tickets = new Tickets(wall);

  app.openapi(routes.listProducts, async (c) => answer(c, productsView(await opened(c, c.req.valid('param').account))));

  app.openapi(routes.quoteProduct, async (c) => {
    const { account } = c.req.valid('param');
    const input = c.req.valid('json');
    await opened(c, account);
    const { id } = await command(c, { do: 'product.quote', account, ...input });
    const reader = await opened(c, account);
    const quote = reader.state.cart.quotes[String(id)] ?? fail('QUOTE_EXPIRED');
    return done(c, productQuoteView(quote, tariffOf(input.type, input.tariff).tariff, reader));
  });

  app.openapi(routes.connectProduct, async (c) => {
    const { account } = c.req.valid('param');
    const { quoteId, ...input } = c.req.valid('json');
    await opened(c, account);
    await command(c, { do: 'product.connect', account, ...input, quote: quoteId });
    return listed(c, account);
  });

  app.openapi(routes.quoteResources, async (c) => {
    const { account, product }: OfProduct = c.req.valid('param');
    await opened(c, account);
    const { id } = await command(c, { do: 'product.change-quote', account, product, ...c.req.valid('json') });
    const reader = await opened(c, account);
    const quote = reader.state.cart.quotes[String(id)] ?? fail('QUOTE_EXPIRED');
    const { type, tariff } = found(reader, product);
    return done(c, productQuoteView(quote, tariffOf(type, tariff).tariff, reader));
  });

  app.openapi(routes.changeResources, async (c) => {
    const { account, product }: OfProduct = c.req.valid('param');
    const { quoteId, resources } = c.req.valid('json');
    await opened(c, account);
    await command(c, { do: 'product.change', account, product, resources, quote: quoteId });
    return listed(c, account);
  });

  app.openapi(routes.cancelProductChange, async (c) => {
    const { account, product }: OfProduct = c.req.valid('param');
    await opened(c, account);
    await command(c, { do: 'product.cancel', account, product });
    return listed(c, account);
  });

  app.openapi(routes.closeProduct, async (c) => {
    const { account, product }: OfProduct = c.req.valid('param');
    await opened(c, account);
    await command(c, { do: 'product.close', account, product });
    return listed(c, account);
  });

  app.openapi(routes.launchProduct, async (c) => {
    const { account, product: id }: OfProduct = c.req.valid('param');
    const reader = await opened(c, account);
    const product = found(reader, id);
    const launch = offerOf(product.type)?.launch ?? null;
    if (product.state !== 'ACTIVE' || launch === null) fail('SERVICE_CLOSED');
    const ticket = tickets.issue({ account, user: reader.user, type: product.type });
    return done(c, { url: `${launch}?ticket=${ticket.id}`, expiresAt: new Date(ticket.until).toISOString() });
  });

  // What stands for the product itself: it takes the ticket once and greets whoever it belongs to.
  app.get('/sso/:product', (c) => {
    const ticket = tickets.redeem(c.req.query('ticket') ?? '');
    c.header('Cache-Control', 'no-store');
    c.header('Referrer-Policy', 'no-referrer');
    if (ticket === null)
      return c.text('Ссылка уже использована или устарела. Откройте продукт из кабинета ещё раз.', 410);
    return c.text(`${offerOf(ticket.type)?.name ?? ticket.type}: вход выполнен, договор ${ticket.account}.`);
  });
}
