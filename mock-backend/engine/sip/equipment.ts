/** Settings of a device: what is recommended, and what may not be. @see domain.md SIP-7 */
import type { Equipment, SipTransport, SipType } from './command.js';

/** Port that a transport takes unless another is told. */
export const portOf = (transport: SipTransport): number => (transport === 'TLS' ? 5061 : 5060);

/** What a new account begins with, and what "reset to recommended" gives. */
export function recommended(type: SipType): Equipment {
  const transport: SipTransport = type === 'DEVICE' ? 'UDP' : 'TLS';
  return {
    mac: null,
    transport,
    port: portOf(transport),
    codecs: type === 'WEBPHONE' ? ['OPUS', 'PCMA', 'PCMU'] : ['G722', 'PCMA', 'PCMU'],
    dtmf: 'RFC4733',
    natKeepAliveSec: 30,
    registerExpiresSec: type === 'DEVICE' ? 3600 : 600,
    srtp: transport === 'TLS' ? 'REQUIRED' : 'OFF',
    allowedIps: [],
    outgoingEnabled: true,
    intlEnabled: false,
    dailySpendLimit: null,
  };
}

const MAX_NETWORKS = 20;
const CODECS: ReadonlySet<string> = new Set(['PCMA', 'PCMU', 'G722', 'OPUS', 'G729']);

/** Names the first setting that may not be so; `null` = all is well. */
export function wrongSetting(equipment: Equipment): keyof Equipment | null {
  const { codecs, port, natKeepAliveSec: alive, registerExpiresSec: expires } = equipment;
  if (equipment.mac !== null && normaliseMac(equipment.mac) === null) return 'mac';
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return 'port';
  if (codecs.length === 0 || new Set(codecs).size !== codecs.length || !codecs.every((codec) => CODECS.has(codec)))
    return 'codecs';
  if (!Number.isInteger(alive) || (alive !== 0 && (alive < 15 || alive > 120))) return 'natKeepAliveSec';
  if (!Number.isInteger(expires) || expires < 60 || expires > 3600) return 'registerExpiresSec';
  if (equipment.srtp === 'REQUIRED' && equipment.transport !== 'TLS') return 'srtp';
  const { allowedIps } = equipment;
  if (allowedIps.length > MAX_NETWORKS || new Set(allowedIps).size !== allowedIps.length) return 'allowedIps';
  return allowedIps.every(isNetwork) ? null : 'allowedIps';
}

/** Twelve hexadecimal digits in any grouping → `02:00:00:00:00:17`; `null` if it is no MAC address. */
export function normaliseMac(text: string): string | null {
  const digits = text.replace(/[\s:.-]/g, '').toLowerCase();
  return /^[0-9a-f]{12}$/.test(digits) ? (digits.match(/../g) ?? []).join(':') : null;
}

/** An IPv4 or IPv6 network in CIDR notation, or one address; the whole internet is refused. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  if (rest.length > 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) return false;
  const bits = isIpv4(address) ? 32 : isIpv6(address) ? 128 : null;
  if (bits === null) return false;
  const length = prefix === undefined ? bits : Number(prefix);
  return length > 0 && length <= bits;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** The parser of URLs knows the grammar of IPv6 (RFC 3986 §3.2.2), in the browser and in Node alike. */
function isIpv6(text: string): boolean {
  return /^[0-9a-fA-F:.]{2,45}$/.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`);
}
