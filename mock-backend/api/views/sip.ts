import type { z } from '@hono/zod-openapi';
import { MAX_PER_NUMBER, registrationOf } from '../../engine/sip/commands.js';
import type { Equipment as EngineEquipment } from '../../engine/sip/command.js';
import { recommended } from '../../engine/sip/equipment.js';
import type { SipAccount as EngineSip } from '../../engine/sip/state.js';
import type { Equipment, SipAccount, SipList } from '../contract/sip.js';
import type { Reader } from '../reader.js';

/** Server that devices register with. */
export const SIP_DOMAIN = 'sip.vektor.example';

/** SIP accounts of the numbers that the user sees, in the order in which they were made. */
export function sipListView(reader: Reader): z.infer<typeof SipList> {
  const seen = reader.state.sip.accounts.filter(({ number }) => reader.mayRead('sip.read', number));
  return { items: seen.map((sip) => sipView(sip, reader)), perNumber: MAX_PER_NUMBER, asOf: reader.asOf };
}

/** A SIP account without its password. */
export function sipView(sip: EngineSip, reader: Reader): z.infer<typeof SipAccount> {
  const { state, zone } = reader;
  const others = state.sip.accounts.filter(({ number }) => number === sip.number).length - 1;
  const card = state.numbers.find(({ number }) => number === sip.number)?.sim ?? null;
  const { registration } = sip;
  return {
    id: sip.id,
    number: sip.number,
    login: sip.login,
    domain: SIP_DOMAIN,
    name: sip.name,
    type: sip.type,
    status: sip.status,
    hasPassword: sip.digest !== null,
    callerId: sip.callerId,
    createdAt: zone.format(sip.createdAt),
    registration: {
      state: registrationOf(sip, reader.now),
      userAgent: registration?.userAgent ?? null,
      ip: registration?.ip ? maskIp(registration.ip) : null,
      expiresAt: registration ? zone.format(registration.until) : null,
    },
    equipment: equipmentView(sip.equipment, reader),
    recommended: equipmentView(recommended(sip.type), reader),
    lastOfNumber: others === 0 && card === null,
  };
}

/** `sip:login@domain` with the password, as softphones read it from a QR code. */
export function softphoneUri(login: string, password: string): string {
  return `sip:${login}:${password}@${SIP_DOMAIN};transport=tls`;
}

function equipmentView(equipment: EngineEquipment, reader: Reader): z.infer<typeof Equipment> {
  return {
    ...equipment,
    codecs: [...equipment.codecs],
    allowedIps: [...equipment.allowedIps],
    dailySpendLimit: reader.moneyOrNull(equipment.dailySpendLimit),
  };
}

/** The first half of an address is enough to know one's own device. */
function maskIp(ip: string): string {
  return ip.includes(':') ? `${ip.split(':').slice(0, 2).join(':')}:…` : `${ip.split('.').slice(0, 2).join('.')}.*.*`;
}
