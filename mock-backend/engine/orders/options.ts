/** Options of a number. @see domain.md SRV-58 … SRV-60 */
import type { Option } from '../catalog.js';
import { checkQuote, makeQuote } from '../cart/quotes.js';
import type { QuoteOption } from '../cart/command.js';
import { optionTerms } from '../cart/terms.js';
import type { Receipt, SwitchOption } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { chargeOption, optionFee } from '../fees.js';
import { charge } from '../ledger.js';
import { Exact, minus, plus } from '../money.js';
import type { NumberState } from '../state.js';
import { gross } from './connect.js';

/**
 * Switches an option on: set-up once, then the rest of the month. One that is on already stays as it is.
 *
 * @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED`, `OPTION_INCOMPATIBLE`, those of the money check
 */
export function switchOn(desk: Desk, command: SwitchOption): Receipt {
  const number = desk.activeNumber(command.number);
  const option = desk.catalogue.option(command.option) ?? refuse('NOT_FOUND', { option: command.option });
  const before = desk.state.balance;
  if (!isOn(number, option.code)) {
    checkCompatible(desk, number, option);
    const tariff = desk.tariffOf(number);
    agree(desk, command, number, option);
    const setUp = new Exact(option.setupFee ?? 0);
    const fee = optionFee(desk, option);
    desk.requireMoney(plus(gross(desk, tariff, setUp, desk.today), gross(desk, tariff, fee, desk.today)));
    desk.emit({ type: 'option.switched', number: number.number, option: option.code, on: true });
    charge(desk, setUp, tariff.vatIncluded ?? true, {
      kind: 'SETUP',
      service: 'SETUP',
      number: number.number,
      subject: option.code,
    });
    chargeOption(desk, number, option, fee);
  }
  return receipt(desk, number, option.code, true, minus(before, desk.state.balance));
}

/** Switches an option off; what is paid is not returned. @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED` */
export function switchOff(desk: Desk, command: SwitchOption): Receipt {
  const number = desk.activeNumber(command.number);
  const option = desk.catalogue.option(command.option) ?? refuse('NOT_FOUND', { option: command.option });
  if (isOn(number, option.code)) {
    agree(desk, command, number, option);
    desk.emit({ type: 'option.switched', number: number.number, option: option.code, on: false });
  }
  return receipt(desk, number, option.code, false, desk.zero);
}

/** Says what switching an option will cost. @throws {Refusal} As the switch itself, except for money. */
export function quoteOption(desk: Desk, command: QuoteOption, id: string): Receipt {
  const number = desk.activeNumber(command.number);
  const option = desk.catalogue.option(command.option) ?? refuse('NOT_FOUND', { option: command.option });
  if (command.on && !isOn(number, option.code)) checkCompatible(desk, number, option);
  const terms = optionTerms(desk, desk.tariffOf(number), option, command.on);
  return { id: makeQuote(desk, id, 'OPTION', number.number, terms).id };
}

/** What was agreed to is still what it costs, where something was. @throws {Refusal} `QUOTE_EXPIRED` */
function agree(desk: Desk, command: SwitchOption, number: NumberState, option: Option): void {
  if (command.quote === undefined) return;
  const terms = optionTerms(desk, desk.tariffOf(number), option, command.do === 'option.on');
  checkQuote(desk, command.quote, 'OPTION', number.number, terms);
}

function isOn(number: NumberState, code: string): boolean {
  return number.options.some((option) => option.code === code && option.on);
}

/** Kind of number, tariff, requirements and exclusions; an exclusion works both ways. */
function checkCompatible(desk: Desk, number: NumberState, option: Option): void {
  const allowed = desk.tariffOf(number).options;
  if ((option.kinds && !option.kinds.includes(number.kind)) || (allowed && !allowed.includes(option.code))) {
    refuse('OPTION_INCOMPATIBLE', { name: option.name ?? option.code });
  }
  const missing = option.requires?.find((code) => !isOn(number, code));
  if (missing !== undefined) refuse('OPTION_INCOMPATIBLE', { name: desk.catalogue.option(missing)?.name ?? missing });
  const rival = number.options.find(
    ({ code, on }) =>
      on && (option.excludes?.includes(code) || desk.catalogue.option(code)?.excludes?.includes(option.code)),
  );
  if (rival) refuse('OPTION_INCOMPATIBLE', { name: desk.catalogue.option(rival.code)?.name ?? rival.code });
}

function receipt(desk: Desk, number: NumberState, option: string, on: boolean, charged: string): Receipt {
  return { number: number.number, option, on, charged, balance: desk.state.balance };
}
