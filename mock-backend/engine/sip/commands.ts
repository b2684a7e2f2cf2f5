/** SIP accounts as commands of an account. @see domain.md §7.3 */
import type { Receipt } from '../command.js';
import type { Desk } from '../desk.js';
import { refuse } from '../errors.js';
import { parseAmount, sign } from '../money.js';
import type { NumberState } from '../state.js';
import type {
  ConfigureSip,
  CreateSip,
  DeleteSip,
  Equipment,
  ReferSip,
  RegisterSip,
  ResetSip,
  SipType,
} from './command.js';
import { normaliseMac, recommended, wrongSetting } from './equipment.js';
import { REFUSAL_WINDOW_MS, type SipAccount } from './state.js';

/** Accounts of one number (SIP-4). */
export const MAX_PER_NUMBER = 10;
/** Refused attempts within ten minutes after which an account is disabled (SIP-8). */
const FRAUD_LIMIT = 20;
const MAX_NAME = 50;

/** Makes an account without a password: `sip.reset` gives one. @throws {Refusal} `NOT_FOUND`, `SERVICE_CLOSED`, `SIP_LIMIT`, `SIP_PARAM_INVALID` */
export function createSip(desk: Desk, command: CreateSip): Receipt {
  const number = desk.activeNumber(command.number);
  const mine = desk.state.sip.accounts.filter((sip) => sip.number === number.number);
  if (mine.length >= MAX_PER_NUMBER) refuse('SIP_LIMIT', { n: String(MAX_PER_NUMBER) });
  const sip = create(desk, number, checkedName(command.name), command.type);
  return { sip: sip.id, login: sip.login };
}

/** The two accounts that come with the number of an individual (SRV-52); their passwords come with the first reset. */
export function createOwnSip(desk: Desk, number: NumberState): void {
  if (desk.state.kind !== 'INDIVIDUAL') return;
  create(desk, number, 'Web phone', 'WEBPHONE');
  create(desk, number, 'Softphone', 'SOFTPHONE');
}

/** @throws {Refusal} `NOT_FOUND`, `SIP_IN_USE` with what uses it (SIP-5) */
export function deleteSip(desk: Desk, command: DeleteSip): Receipt {
  const sip = find(desk, command.number, command.sip);
  if (sip.refs !== undefined && sip.refs.length > 0) refuse('SIP_IN_USE', { refs: sip.refs.join(', ') });
  desk.emit({ type: 'sip.deleted', sip: sip.id });
  return { sip: sip.id };
}

/** @throws {Refusal} `NOT_FOUND` */
export function resetSip(desk: Desk, command: ResetSip): Receipt {
  const sip = find(desk, command.number, command.sip);
  desk.emit({ type: 'sip.reset', sip: sip.id, digest: command.digest });
  return { sip: sip.id, login: sip.login };
}

/** @throws {Refusal} `NOT_FOUND`, `SIP_PARAM_INVALID` with the name of the setting */
export function configureSip(desk: Desk, command: ConfigureSip): Receipt {
  const sip = find(desk, command.number, command.sip);
  const name = checkedName(command.name);
  const wrong = wrongSetting(command.equipment);
  if (wrong !== null) refuse('SIP_PARAM_INVALID', { field: wrong });
  const callerId = desk.state.numbers.find(({ number, status }) => number === command.callerId && status === 'ACTIVE');
  if (!callerId) refuse('SIP_PARAM_INVALID', { field: 'callerId' });
  const { mac, dailySpendLimit } = command.equipment;
  const equipment: Equipment = {
    ...command.equipment,
    mac: mac === null ? null : normaliseMac(mac),
    dailySpendLimit: dailySpendLimit === null ? null : checkedLimit(desk, dailySpendLimit),
  };
  desk.emit({ type: 'sip.configured', sip: sip.id, name, callerId: command.callerId, equipment });
  return { sip: sip.id };
}

/** What the registrar tells; an account that is tried too often is disabled (SIP-8). @throws {Refusal} `NOT_FOUND` */
export function registerSip(desk: Desk, command: RegisterSip): Receipt {
  const sip = find(desk, command.number, command.sip);
  if (command.outcome === 'OK' && sip.status === 'ACTIVE') {
    const seconds = command.expiresSec ?? sip.equipment.registerExpiresSec;
    desk.emit({
      type: 'sip.registered',
      sip: sip.id,
      until: desk.now + seconds * 1000,
      userAgent: command.userAgent ?? null,
      ip: command.ip ?? null,
    });
    return { sip: sip.id, registered: true };
  }
  const recent = sip.refusals.filter((at) => at > desk.now - REFUSAL_WINDOW_MS).length + 1;
  desk.emit({ type: 'sip.refused', sip: sip.id, disabled: recent > FRAUD_LIMIT });
  return { sip: sip.id, registered: false };
}

/** What a product tells of its use of an account. @throws {Refusal} `NOT_FOUND` */
export function referSip(desk: Desk, command: ReferSip): Receipt {
  const sip = find(desk, command.number, command.sip);
  desk.emit({ type: 'sip.referred', sip: sip.id, refs: [...command.refs] });
  return { sip: sip.id, refs: [...command.refs] };
}

/** State of a registration at an instant. */
export function registrationOf(sip: SipAccount, now: number): 'NEVER' | 'REGISTERED' | 'EXPIRED' | 'REJECTED' {
  const refused = sip.refusals.at(-1);
  if (sip.registration === null) return refused === undefined ? 'NEVER' : 'REJECTED';
  if (refused !== undefined && refused > sip.registration.at) return 'REJECTED';
  return now < sip.registration.until ? 'REGISTERED' : 'EXPIRED';
}

function create(
  desk: Desk,
  { number }: NumberState,
  name: string,
  type: SipType,
): { readonly id: string; readonly login: string } {
  const login = `${desk.state.id}-${String(desk.state.sip.next).padStart(2, '0')}`;
  const sip = { id: login, number, login, name, type, callerId: number, equipment: recommended(type) };
  desk.emit({ type: 'sip.created', sip });
  return sip;
}

function find(desk: Desk, number: string, id: string): SipAccount {
  return desk.state.sip.accounts.find((sip) => sip.id === id && sip.number === number) ?? refuse('NOT_FOUND');
}

function checkedName(text: string): string {
  const name = text.trim();
  return name !== '' && [...name].length <= MAX_NAME ? name : refuse('SIP_PARAM_INVALID', { field: 'name' });
}

function checkedLimit(desk: Desk, text: string): string {
  const limit = parseAmount(text, desk.scale);
  return limit !== null && sign(limit) > 0 ? limit : refuse('SIP_PARAM_INVALID', { field: 'dailySpendLimit' });
}
