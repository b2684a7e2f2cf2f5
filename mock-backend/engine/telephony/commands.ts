/** Forwarding and SIM cards as commands of an account. @see domain.md §7.1, §7.2 */
import type {
  AddSim,
  BindSim,
  Receipt,
  ReportProfile,
  RevealPuk,
  SendMmi,
  SetForwarding,
  SwapSim,
  UnbindSim,
} from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import type { NumberState } from '../state.js';
import { dial } from './dial.js';
import { type ForwardingRule, makeRule, withRule } from './forwarding.js';
import { isIccid, normaliseIccid } from './iccid.js';

/** Binds and swaps of one number that a day allows (SIM-8). */
const MAX_BINDS_A_DAY = 3;

/** Forwarding rules of the account's connected numbers. */
export function rulesOf(desk: Pick<Desk, 'state'>): (number: string) => readonly ForwardingRule[] | undefined {
  return (wanted) =>
    desk.state.numbers.find(({ number, status }) => number === wanted && status === 'ACTIVE')?.forwarding;
}

/** @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED`, `FORWARD_…`, `NO_REPLY_INVALID` */
export function setForwarding(desk: Desk, command: SetForwarding): Receipt {
  const number = desk.activeNumber(command.number);
  const { type, target, noReplySec, active } = command;
  const made = makeRule(number.number, { type, target, noReplySec, active }, rulesOf(desk));
  if ('refused' in made) return refuse(made.refused, { target });
  changeRules(desk, number.number, number.forwarding, withRule(number.forwarding, made.rule));
  return { number: number.number, ...made.rule };
}

/** @throws {Refusal} as {@link setForwarding}, and `MMI_INVALID` */
export function sendMmi(desk: Desk, command: SendMmi): Receipt {
  const number = desk.activeNumber(command.number);
  const result = dial(number.number, command.code, rulesOf(desk));
  if ('refused' in result) return refuse(result.refused, { code: command.code });
  changeRules(desk, number.number, number.forwarding, result.rules);
  return { number: number.number, rules: result.rules.map((rule) => ({ ...rule })) };
}

function changeRules(
  desk: Desk,
  number: string,
  before: readonly ForwardingRule[],
  rules: readonly ForwardingRule[],
): void {
  if (JSON.stringify(before) !== JSON.stringify(rules)) desk.emit({ type: 'forwarding.changed', number, rules });
}

/** @throws {Refusal} `ICCID_INVALID`; `SIM_NOT_FOUND` for a card of another account, which is not told apart from none (SIM-7) */
export function addSim(desk: Desk, command: AddSim): Receipt {
  const iccid = checkedIccid(command.iccid);
  const owner = desk.world.ownerOfSim(iccid);
  if (owner !== null && owner !== desk.state.id) refuse('SIM_NOT_FOUND', { iccid });
  const form = command.form === 'ESIM' ? ({ form: 'ESIM' } as const) : {};
  if (!desk.state.sims.includes(iccid)) desk.emit({ type: 'sim.added', iccid, ...form });
  return { iccid };
}

/** @throws {Refusal} `SIM_NOT_FOUND` for a card that is no eSIM of the account */
export function reportProfile(desk: Desk, { iccid, profile }: ReportProfile): Receipt {
  const known = desk.state.esims?.[iccid] ?? refuse('SIM_NOT_FOUND', { iccid });
  if (known !== profile) desk.emit({ type: 'sim.profiled', iccid, profile });
  return { iccid, profile };
}

/**
 * Binds a free card of the account to a mobile number that has none: both sides or neither (SIM-2, SIM-3).
 *
 * @throws {Refusal} `ICCID_INVALID`, `SIM_NOT_FOUND`, `NUMBER_NOT_MOBILE`, `NUMBER_HAS_SIM`, `SIM_BUSY`, `RATE_LIMITED`
 */
export function bindSim(desk: Desk, command: BindSim): Receipt {
  const number = desk.activeNumber(command.number);
  const iccid = checkedIccid(command.iccid);
  if (number.kind !== 'MOBILE') refuse('NUMBER_NOT_MOBILE', { number: number.number });
  if (!desk.state.sims.includes(iccid)) refuse('SIM_NOT_FOUND', { iccid });
  if (number.sim !== null) refuse('NUMBER_HAS_SIM', { number: number.number });
  checkFree(desk, number, iccid);
  desk.emit({ type: 'sim.bound', number: number.number, iccid, day: desk.today });
  return { number: number.number, iccid };
}

/**
 * Puts another free card of the account in the place of the number's card, with no moment between; a lost one never works again.
 *
 * @throws {Refusal} `ICCID_INVALID`, `SIM_NOT_FOUND`, `SIM_BUSY`, `SIM_INACTIVE`, `RATE_LIMITED`
 * @see domain.md SIM-6
 */
export function swapSim(desk: Desk, command: SwapSim): Receipt {
  const number = desk.activeNumber(command.number);
  const iccid = checkedIccid(command.iccid);
  const { sim: old } = number;
  if (old === null || !desk.state.sims.includes(iccid)) return refuse('SIM_NOT_FOUND', { iccid });
  checkFree(desk, number, iccid);
  desk.emit({ type: 'sim.bound', number: number.number, iccid, day: desk.today });
  if (command.reason === 'LOST') desk.emit({ type: 'sim.lost', iccid: old });
  return { number: number.number, iccid, old };
}

function checkFree(desk: Desk, number: NumberState, iccid: string): void {
  if (desk.state.numbers.some(({ sim }) => sim === iccid)) refuse('SIM_BUSY', { iccid });
  if (desk.state.lostSims.includes(iccid)) refuse('SIM_INACTIVE', { iccid });
  if (number.simUse?.day === desk.today && number.simUse.count >= MAX_BINDS_A_DAY) refuse('RATE_LIMITED');
}

/** Takes the card off the number; the number stays active and billable (SIM-4). @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED` */
export function unbindSim(desk: Desk, command: UnbindSim): Receipt {
  const number = desk.activeNumber(command.number);
  const { sim } = number;
  if (sim === null) return refuse('SIM_NOT_FOUND', { number: number.number });
  desk.emit({ type: 'sim.unbound', number: number.number });
  return { number: number.number, iccid: sim };
}

/** Nothing changes; the audit log has it. @throws {Refusal} `SIM_NOT_FOUND` */
export function revealPuk(desk: Desk, { iccid }: RevealPuk): Receipt {
  return desk.state.sims.includes(iccid) ? { iccid } : refuse('SIM_NOT_FOUND', { iccid });
}

function checkedIccid(typed: string): string {
  const iccid = normaliseIccid(typed);
  return isIccid(iccid) ? iccid : refuse('ICCID_INVALID', { iccid: typed });
}
