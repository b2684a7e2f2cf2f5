import type { SipAccount } from '../../core/queries/sip.js';
import { parseAmount } from '../../money/parse.js';

export type Equipment = SipAccount['equipment'];
export type Codec = Equipment['codecs'][number];
export type Setting = keyof Equipment | 'name' | 'callerId';

export const CODECS = ['OPUS', 'G722', 'PCMA', 'PCMU', 'G729'] as const satisfies readonly Codec[];

/** The form as it is typed: numbers are text until they are saved, so that nothing typed is lost. */
export interface Draft {
  readonly name: string;
  readonly callerId: string;
  readonly mac: string;
  readonly transport: Equipment['transport'];
  readonly port: string;
  readonly codecs: readonly Codec[];
  readonly dtmf: Equipment['dtmf'];
  readonly natKeepAliveSec: string;
  readonly registerExpiresSec: string;
  readonly srtp: Equipment['srtp'];
  readonly allowedIps: string;
  readonly outgoingEnabled: boolean;
  readonly intlEnabled: boolean;
  readonly dailySpendLimit: string;
}

export const draftOf = ({ name, callerId, equipment }: SipAccount): Draft => ({
  name,
  callerId,
  ...fieldsOf(equipment),
});

const fieldsOf = (equipment: Equipment): Omit<Draft, 'name' | 'callerId'> => ({
  mac: equipment.mac ?? '',
  transport: equipment.transport,
  port: String(equipment.port),
  codecs: equipment.codecs,
  dtmf: equipment.dtmf,
  natKeepAliveSec: String(equipment.natKeepAliveSec),
  registerExpiresSec: String(equipment.registerExpiresSec),
  srtp: equipment.srtp,
  allowedIps: equipment.allowedIps.join('\n'),
  outgoingEnabled: equipment.outgoingEnabled,
  intlEnabled: equipment.intlEnabled,
  dailySpendLimit: equipment.dailySpendLimit?.value ?? '',
});

/** What is recommended for the account; its name, number and device stay. */
export const recommendedFor = (draft: Draft, { recommended }: SipAccount): Draft => ({
  ...draft,
  ...fieldsOf(recommended),
  mac: draft.mac,
});

export const isChanged = (draft: Draft, sip: SipAccount): boolean =>
  JSON.stringify(draft) !== JSON.stringify(draftOf(sip));

const PORTS: Readonly<Record<Equipment['transport'], string>> = { UDP: '5060', TCP: '5060', TLS: '5061' };

/** Another transport: the port follows if it was the usual one, and encryption that needs TLS steps back (SIP-7). */
export function withTransport(draft: Draft, transport: Equipment['transport']): Draft {
  const port = draft.port === PORTS[draft.transport] ? PORTS[transport] : draft.port;
  const srtp = transport !== 'TLS' && draft.srtp === 'REQUIRED' ? 'OPTIONAL' : draft.srtp;
  return { ...draft, transport, port, srtp };
}

/** Moves a codec by one place, or to the place of another one that it is dropped on. */
export function moved(codecs: readonly Codec[], codec: Codec, to: number): readonly Codec[] {
  const rest = codecs.filter((one) => one !== codec);
  return [...rest.slice(0, to), codec, ...rest.slice(to)];
}

const networks = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
const whole = (text: string, from: number, to: number): boolean =>
  /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to;

/** The settings to send, or the first that is wrong; the backend checks them again. */
export function read(
  draft: Draft,
  currency: string,
): { readonly equipment: Equipment } | { readonly wrong: Setting; readonly value: string } {
  const wrong = (setting: Setting, value = '') => ({ wrong: setting, value });
  const { name, mac, port, codecs, natKeepAliveSec: alive, registerExpiresSec: expires, srtp, transport } = draft;
  if (name.trim() === '' || [...name.trim()].length > 50) return wrong('name');
  if (mac !== '' && !/^[0-9a-fA-F]{12}$/.test(mac.replace(/[\s:.-]/g, ''))) return wrong('mac');
  if (!whole(port, 1, 65_535)) return wrong('port');
  if (srtp === 'REQUIRED' && transport !== 'TLS') return wrong('srtp');
  if (!whole(expires, 60, 3600)) return wrong('registerExpiresSec');
  if (alive !== '0' && !whole(alive, 15, 120)) return wrong('natKeepAliveSec');
  const allowedIps = networks(draft.allowedIps);
  const bad = allowedIps.find((text) => !/^[0-9a-fA-F:.]+(\/[1-9]\d{0,2})?$/.test(text));
  if (bad !== undefined) return wrong('allowedIps', bad);
  if (codecs.length === 0) return wrong('codecs');
  const typed = draft.dailySpendLimit.trim();
  const limit = typed === '' ? null : parseAmount(typed);
  if (limit !== null && (!limit.ok || /^[-0.]+$/.test(limit.value) || limit.value.startsWith('-')))
    return wrong('dailySpendLimit');
  return {
    equipment: {
      mac: mac === '' ? null : mac,
      transport,
      port: Number(port),
      codecs: [...codecs],
      dtmf: draft.dtmf,
      natKeepAliveSec: Number(alive),
      registerExpiresSec: Number(expires),
      srtp,
      allowedIps,
      outgoingEnabled: draft.outgoingEnabled,
      intlEnabled: draft.intlEnabled,
      dailySpendLimit: limit === null || !limit.ok ? null : { value: limit.value, currency },
    },
  };
}
