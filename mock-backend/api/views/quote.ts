import type { z } from '@hono/zod-openapi';
import { firstFee } from '../../engine/fees.js';
import { gross } from '../../engine/orders/connect.js';
import type { Quote } from '../../engine/state.js';
import type { TariffQuote } from '../contract/numbers.js';
import type { Reader } from '../reader.js';
import { deskOf } from './connect.js';
import { bucketViews, tariffOf } from './numbers.js';

/** A quote as the subscriber is asked to confirm it. @see domain.md CC-21, SRV-13, SRV-15 */
export function quoteView(quote: Quote, reader: Reader): z.infer<typeof TariffQuote> {
  const { catalogue, zone } = reader;
  const number = reader.number(quote.number);
  const fee = (code: string) => catalogue.tariff(code)?.fee;
  return {
    id: quote.id,
    number: quote.number,
    to: quote.to,
    toName: catalogue.tariff(quote.to)?.name ?? quote.to,
    effective: quote.effective,
    now: reader.money(quote.now),
    onDay: onDay(quote, reader),
    oldMonthly: fee(tariffOf(number)) === undefined ? null : reader.money(quote.oldMonthly),
    newMonthly: fee(quote.to) === undefined ? null : reader.money(quote.newMonthly),
    lines: quote.lines.map(({ kind, amount }) => ({ kind, amount: reader.money(amount) })),
    shortfall: reader.money(quote.shortfall),
    optionsOff: quote.optionsOff.map((option) => ({ option, name: catalogue.option(option)?.name ?? option })),
    packagesLost: bucketViews(number, reader).filter(({ source, remaining }) => source !== 'ADDON' && remaining > 0),
    expiresAt: zone.format(quote.expiresAt),
    asOf: reader.asOf,
  };
}

/** The first fee of a tariff that begins on a later day. */
function onDay({ to, effective }: Quote, reader: Reader): z.infer<typeof TariffQuote>['onDay'] {
  const desk = deskOf(reader);
  const tariff = reader.catalogue.tariff(to);
  const due = tariff && effective > desk.today ? firstFee(tariff, effective, desk.scale) : null;
  return tariff && due ? { amount: reader.money(gross(desk, tariff, due.value, effective)), days: due.days } : null;
}
