import { isZero } from '../../engine/money.js';
import * as routes from '../contract/services.routes.js';
import type { App, AppParts } from '../app.js';
import { requireConfirmation } from '../auth/sensitive.js';
import { fail } from '../errors.js';
import { checkVersion } from '../etag.js';
import type { ApiContext } from '../env.js';
import type { Reader } from '../reader.js';
import { numberView, optionOffers, packageListView, tariffOffers } from '../views/numbers.js';
import { quoteView } from '../views/quote.js';
import { isDone } from '../known.js';
import { answer, command, done, open } from './serve.js';

interface OfNumber {
  readonly account: string;
  readonly number: string;
}

/** The account of a path and the number in it, if the user may see it. */
async function find(c: ApiContext, path: OfNumber): Promise<{ reader: Reader; number: string }> {
  const reader = await open(c, path.account);
  const { number } = reader.number(path.number);
  reader.require('numbers.read', number);
  return { reader, number };
}

async function view(c: ApiContext, path: OfNumber) {
  const { reader, number } = await find(c, path);
  return numberView(reader.number(number), reader);
}

export function addServices(app: App, parts: AppParts): void {
  app.openapi(routes.listNumbers, async (c) => {
    const reader = await open(c, c.req.valid('param').account);
    reader.require('numbers.read');
    return answer(c, { items: reader.numbers.map((number) => numberView(number, reader)) });
  });

  app.openapi(routes.getNumber, async (c) => answer(c, await view(c, c.req.valid('param'))));

  app.openapi(routes.listTariffs, async (c) => {
    const { reader, number } = await find(c, c.req.valid('param'));
    return answer(c, { items: tariffOffers(reader.number(number), reader) });
  });

  app.openapi(routes.listOptions, async (c) => {
    const { reader, number } = await find(c, c.req.valid('param'));
    return answer(c, { items: optionOffers(reader.number(number), reader) });
  });

  app.openapi(routes.listPackages, async (c) => {
    const { reader, number } = await find(c, c.req.valid('param'));
    return answer(c, packageListView(reader.number(number), reader));
  });

  app.openapi(routes.quoteTariff, async (c) => {
    const path = c.req.valid('param');
    const { to, effective } = c.req.valid('json');
    const { number } = await find(c, path);
    const receipt = await command(c, { do: 'tariff.quote', number, to, effective });
    const { reader } = await find(c, path);
    const quote = reader.state.quotes[String(receipt['id'])] ?? fail('QUOTE_EXPIRED');
    return done(c, quoteView(quote, reader));
  });

  app.openapi(routes.changeTariff, async (c) => {
    const path = c.req.valid('param');
    const { reader, number } = await find(c, path);
    reader.require('tariff.change', number);
    // The quote ends with the change: a repeat after a restart finds it gone, but the engine remembers the key.
    const { quoteId } = c.req.valid('json');
    if (await isDone(c, { do: 'tariff.change', number, quote: quoteId })) return done(c, await view(c, path));
    await checkVersion(c, () => Promise.resolve(numberView(reader.number(number), reader)));
    const quote = reader.state.quotes[quoteId];
    if (quote === undefined || quote.number !== number || quote.expiresAt <= reader.now) return fail('QUOTE_EXPIRED');
    const effective = quote.effective === reader.state.day ? 'today' : quote.effective;
    await command(c, { do: 'tariff.change', number, to: quote.to, effective, quote: quote.id });
    return done(c, await view(c, path));
  });

  app.openapi(routes.cancelTariffChange, async (c) => {
    const path = c.req.valid('param');
    const { number } = await find(c, path);
    await command(c, { do: 'tariff.cancel', number });
    return done(c, await view(c, path));
  });

  app.openapi(routes.switchOption, async (c) => {
    const path = c.req.valid('param');
    const { number, reader: before } = await find(c, path);
    const { on, quoteId } = c.req.valid('json');
    const offer = optionOffers(before.number(number), before).find(({ option }) => option === path.option);
    // What costs money is switched on by what the subscriber was told it costs (SRV-58, SRV-61).
    if (
      on &&
      offer?.state === 'OFF' &&
      quoteId === undefined &&
      !(isZero(offer.fee.value) && isZero(offer.setupFee.value))
    ) {
      fail('REQUEST_INVALID', { fields: [{ path: 'quoteId', in: 'body', fault: 'required' }] });
    }
    const quote = quoteId === undefined ? {} : { quote: quoteId };
    await command(c, { do: on ? 'option.on' : 'option.off', number, option: path.option, ...quote });
    const { reader } = await find(c, path);
    return done(c, { items: optionOffers(reader.number(number), reader) });
  });

  app.openapi(routes.buyPackage, async (c) => {
    const path = c.req.valid('param');
    const order = c.req.valid('json');
    const { reader, number } = await find(c, path);
    reader.require('package.buy', number);
    const offer = packageListView(reader.number(number), reader).offers.find(
      (candidate) => candidate.package === order.package,
    );
    if (offer === undefined) return fail('NOT_FOUND', { fields: [{ path: 'package', in: 'body', fault: 'value' }] });
    if (offer.price.value !== order.price.value || offer.price.currency !== order.price.currency) fail('QUOTE_EXPIRED');
    await command(c, { do: 'package.buy', number, package: order.package });
    const after = await find(c, path);
    return done(c, packageListView(after.reader.number(number), after.reader));
  });

  app.openapi(routes.disconnectNumber, async (c) => {
    const path = c.req.valid('param');
    const { reader, number } = await find(c, path);
    await checkVersion(c, () => Promise.resolve(numberView(reader.number(number), reader)));
    const step = { do: 'number.disconnect', number, effective: c.req.valid('json').effective } as const;
    await requireConfirmation(c, parts, reader, step);
    await command(c, step);
    return done(c, await view(c, path));
  });
}
