import type { z } from '@hono/zod-openapi';
import type { OrderQuote } from '../../engine/cart/state.js';
import { plus } from '../../engine/money.js';
import { obstacleTo } from '../../engine/products/commands.js';
import { offerOf, PRODUCT_OFFERS, type ProductOffer, type ProductTariff } from '../../engine/products/offers.js';
import type { Product as Connected } from '../../engine/products/state.js';
import { monthlyLines, type ProductTerms } from '../../engine/products/terms.js';
import type { Product, ProductList, ProductQuote, ProductSubscription } from '../contract/products.js';
import type { Reader } from '../reader.js';
import { deskOf } from './connect.js';

const tariffView = ({ code, name, fee, setupFee, resources }: ProductTariff, currency: string) => {
  const money = (value: string) => ({ value, currency });
  return {
    code,
    name,
    fee: money(fee),
    setupFee: money(setupFee),
    resources: resources.map((one) => ({ ...one, price: money(one.price) })),
  };
};

function subscriptionView(
  product: Connected,
  offer: ProductOffer,
  reader: Reader,
): z.infer<typeof ProductSubscription> | null {
  const tariff = offer.tariffs.find(({ code }) => code === product.tariff);
  if (tariff === undefined) return null;
  const { pending } = product;
  return {
    id: product.id,
    tariff: { code: tariff.code, name: tariff.name },
    resources: tariff.resources.map(({ code }) => {
      const amount = product.resources[code] ?? 0;
      const next = pending?.resources[code] ?? amount;
      return { code, amount, next: next === amount ? null : next };
    }),
    monthly: reader.money(
      monthlyLines(tariff, product.resources)
        .map(({ amount }) => amount)
        .reduce(plus, reader.zero),
    ),
    connectedOn: reader.zone.dayAt(product.connectedAt),
    pendingFrom: pending?.effective ?? null,
    closingOn: product.closing,
  };
}

function productView(offer: ProductOffer, reader: Reader): z.infer<typeof Product> {
  const { state } = reader;
  const connected = state.products.items.find(({ type, state: at }) => type === offer.type && at === 'ACTIVE');
  const numbers = offer.option === undefined ? [] : numbersWith(offer.option, reader);
  const obstacle = obstacleTo(deskOf(reader), offer);
  const isConnected = connected !== undefined || numbers.length > 0;
  const blocked = obstacle === 'CONNECTED' || obstacle === 'IN_SERVICES' ? null : obstacle;
  return {
    type: offer.type,
    name: offer.name,
    about: offer.about,
    state: isConnected ? 'CONNECTED' : blocked === null ? 'AVAILABLE' : 'UNAVAILABLE',
    obstacle: isConnected ? null : blocked,
    needs: offer.needs === undefined ? null : (offerOf(offer.needs)?.name ?? offer.needs),
    option: offer.option ?? null,
    numbers,
    tariffs: offer.tariffs.map((tariff) => tariffView(tariff, offer.currency)),
    subscription: connected ? subscriptionView(connected, offer, reader) : null,
    launchable: connected !== undefined && offer.launch !== null,
  };
}

function numbersWith(option: string, { numbers }: Reader): string[] {
  return numbers
    .filter(({ status, options }) => status === 'ACTIVE' && options.some(({ code, on }) => code === option && on))
    .map(({ number }) => number);
}

/** Every product that the operator offers. @see domain.md PRD-5 */
export const productsView = (reader: Reader): z.infer<typeof ProductList> => ({
  account: reader.state.id,
  items: PRODUCT_OFFERS.map((offer) => productView(offer, reader)),
  asOf: reader.asOf,
});

/** What a quote remembers, and what of it is missing on the account. */
export function productQuoteView(
  quote: OrderQuote,
  tariff: ProductTariff,
  reader: Reader,
): z.infer<typeof ProductQuote> {
  const terms = JSON.parse(quote.terms) as ProductTerms;
  const desk = deskOf(reader);
  const nameOf = (code: string | null) => tariff.resources.find((one) => one.code === code)?.name ?? tariff.name;
  return {
    id: quote.id,
    lines: terms.lines.map((line) => ({ ...line, name: nameOf(line.resource), amount: reader.money(line.amount) })),
    now: reader.money(terms.now),
    monthly: reader.money(terms.monthly),
    laterFrom: terms.later?.effective ?? null,
    balance: reader.money(reader.state.balance),
    available: reader.moneyOrNull(desk.available),
    shortfall: reader.money(desk.shortfall(terms.now)),
    expiresAt: reader.zone.format(quote.expiresAt),
    asOf: reader.asOf,
  };
}
