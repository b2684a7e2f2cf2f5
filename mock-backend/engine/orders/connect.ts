/** Connecting a number. @see domain.md SRV-5, SRV-6, SRV-50 … SRV-57 */
import type { NumberKind, Tariff } from '../catalog.js';
import type { AddNumber, Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { chargeFirstFee, firstFee, restOfMonth } from '../fees.js';
import { charge } from '../ledger.js';
import { Exact, minus, plus, round } from '../money.js';
import { grantBase } from '../packages.js';
import { priced } from '../rating/tax.js';
import { createOwnSip } from '../sip/commands.js';
import { isE164 } from '../telephony/e164.js';

/**
 * Connects a number at once and charges set-up and fee.
 *
 * @throws {Refusal} `NUMBER_TAKEN`, those of {@link checkTariff}, those of the money check
 */
export function connectNumber(desk: Desk, command: AddNumber): Receipt {
  const kind = command.kind ?? 'MOBILE';
  if (!isE164(command.number)) refuse('NOT_FOUND', { number: command.number });
  const price = desk.amount(command.price ?? '0');
  const owner = desk.world.ownerOf(command.number);
  if (owner && !(owner.onHold && owner.account === desk.state.id)) refuse('NUMBER_TAKEN', { number: command.number });
  const tariff = desk.tariff(command.tariff);
  checkTariff(desk, tariff, kind);

  // Set-up is paid on the very first connection only: a number that comes back from hold is restored (SRV-5, SRV-57).
  const known = desk.state.numbers.find(({ number }) => number === command.number);
  const restored = owner?.onHold === true && known?.setUp === true;
  const setUp = restored || tariff.status === 'TEST' ? new Exact(0) : new Exact(tariff.setupFee ?? 0).plus(price);
  desk.requireMoney(firstPayment(desk, tariff, setUp));

  const before = desk.state.balance;
  desk.emit({
    type: 'number.connected',
    number: command.number,
    kind,
    main: command.main ?? false,
    tariff: tariff.code,
    day: desk.today,
    setUp: tariff.status !== 'TEST',
  });
  const number = desk.number(command.number);
  charge(desk, setUp, tariff.vatIncluded ?? true, {
    kind: 'SETUP',
    service: 'SETUP',
    number: number.number,
    subject: tariff.code,
  });
  grantBase(desk, number, tariff);
  chargeFirstFee(desk, number, tariff);
  createOwnSip(desk, number);
  return {
    number: number.number,
    tariff: tariff.code,
    charged: minus(before, desk.state.balance),
    balance: desk.state.balance,
  };
}

/** Set-up, fee and minimum spend for the rest of the month, with VAT (SRV-5). */
function firstPayment(desk: Desk, tariff: Tariff, setUp: Exact): string {
  const least = tariff.status === 'TEST' ? new Exact(0) : restOfMonth(tariff.minSpend ?? '0', desk.today);
  const fee = firstFee(tariff, desk.today, desk.scale)?.value ?? new Exact(0);
  return [setUp, fee, least].map((value) => gross(desk, tariff, value, desk.today)).reduce(plus, desk.zero);
}

/** What a price comes to with VAT. */
export function gross(desk: Desk, tariff: Tariff, value: Exact, day: string): string {
  if (value.isZero()) return desk.zero;
  const { rate } = desk.catalogue.taxOn(day);
  return round(new Exact(priced(value, tariff.vatIncluded ?? true, rate, desk.scale).amount), desk.scale);
}

/**
 * Whether the account may have the tariff on a number of the kind.
 *
 * @throws {Refusal} `TARIFF_WRONG_KIND`, `TARIFF_NOT_AVAILABLE`, `CURRENCY_MISMATCH`, `NOT_VERIFIED`
 */
export function checkTariff(desk: Desk, tariff: Tariff, kind: NumberKind): void {
  const { state } = desk;
  if (tariff.status === 'ARCHIVE') refuse('TARIFF_NOT_AVAILABLE', { tariff: tariff.code });
  if (tariff.kinds && !tariff.kinds.includes(kind)) refuse('TARIFF_WRONG_KIND', { tariff: tariff.code });
  if (tariff.personKinds && !tariff.personKinds.includes(state.kind)) {
    refuse('TARIFF_NOT_AVAILABLE', { tariff: tariff.code });
  }
  if (tariff.currency !== undefined && tariff.currency !== state.currency) {
    refuse('CURRENCY_MISMATCH', { tariff: tariff.code });
  }
  if (tariff.requiresVerified && !state.verified) refuse('NOT_VERIFIED');
}
