/** Buying a package. @see domain.md SRV-34; FORMAT.md §4 */
import type { BuyPackage, Receipt } from '../command.js';
import { addDays, lastDay, monthOf } from '../calendar.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { charge } from '../ledger.js';
import { Exact } from '../money.js';
import { grant } from '../packages.js';
import { gross } from './connect.js';

/**
 * Buys a package: valid at once, to the end of the month or through its N-th day.
 *
 * @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED`, `PACKAGE_DUPLICATE` for the same package twice on a day, those of the money check
 */
export function buyPackage(desk: Desk, command: BuyPackage): Receipt {
  const number = desk.activeNumber(command.number);
  const offer = desk.catalogue.package(command.package) ?? refuse('NOT_FOUND', { package: command.package });
  const boughtToday = number.buckets.some(
    ({ from, package: code, source }) =>
      source === 'ADDON' && code === offer.code && desk.zone.dayAt(from) === desk.today,
  );
  if (boughtToday) refuse('PACKAGE_DUPLICATE', { package: offer.code });
  const tariff = desk.tariffOf(number);
  const price = new Exact(offer.price ?? 0);
  const due = gross(desk, tariff, price, desk.today);
  desk.requireMoney(due);
  const days = offer.days ?? null;
  const validTo = days === null ? lastDay(monthOf(desk.today)) : addDays(desk.today, days - 1);
  grant(desk, number, offer, 'ADDON', offer.amount, validTo);
  charge(desk, price, tariff.vatIncluded ?? true, {
    kind: 'PACKAGE',
    service: 'PACKAGE',
    number: number.number,
    period: { from: desk.today, to: validTo },
    subject: offer.code,
  });
  return { number: number.number, package: offer.code, charged: due, validTo, balance: desk.state.balance };
}
