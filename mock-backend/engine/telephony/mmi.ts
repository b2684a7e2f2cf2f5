import type { ForwardingType } from '../command.js';
import { CONDITIONAL_TYPES, FORWARDING_TYPES } from './forwarding.js';

/** What a code dialled on the phone asks for; one of it for each type of forwarding that it names. */
export type MmiOperation =
  | {
      readonly kind: 'REGISTER';
      readonly type: ForwardingType;
      /** The number as it was dialled; it is checked like a target typed in the cabinet. */
      readonly target: string;
      /** Seconds to ring, for CFNRY only; `null` if the code names none. */
      readonly noReplySec: number | null;
    }
  | { readonly kind: 'ACTIVATE' | 'DEACTIVATE' | 'ERASE' | 'INTERROGATE'; readonly type: ForwardingType };

/** Service codes of forwarding, the groups 002 (all) and 004 (all conditional) included. */
const SERVICES: Readonly<Record<string, readonly ForwardingType[]>> = {
  '21': ['CFU'],
  '67': ['CFB'],
  '61': ['CFNRY'],
  '62': ['CFNRC'],
  '002': FORWARDING_TYPES,
  '004': CONDITIONAL_TYPES,
};

const PROCEDURES = {
  '*': 'ACTIVATE',
  '**': 'REGISTER',
  '#': 'DEACTIVATE',
  '##': 'ERASE',
  '*#': 'INTERROGATE',
} as const;

type Sign = keyof typeof PROCEDURES;

const CODE = /^(\*\*|##|\*#|\*|#)(\d{2,3})((?:\*[^*#]*)*)#$/;
/** Groups of basic services that speech belongs to: none named, all teleservices, telephony, all but short messages. */
const SPEECH: ReadonlySet<string> = new Set(['', '10', '11', '19']);

/**
 * Reads a code as it is dialled: `**SC*DN*BS*T#` registers, `*SC#` activates, `#SC#` deactivates, `##SC#` erases, `*#SC#`
 * asks. `*SC*DN#` with a number registers as well.
 *
 * @param code - For example `**61*+74950000002*11*25#`.
 * @returns One operation for each type that the code names, in the order of the types; `null` if it is no code of forwarding.
 * @see domain.md §7.1; 3GPP TS 22.030 §6.5.2 and Annex B
 */
export function parseMmi(code: string): readonly MmiOperation[] | null {
  const match = CODE.exec(code.trim());
  if (!match) return null;
  const [, sign = '', service = '', rest = ''] = match;
  const types = SERVICES[service];
  const information = rest === '' ? [] : rest.slice(1).split('*');
  if (!types || !isSign(sign) || information.length > 3) return null;

  const [number = '', basicService = '', time = ''] = information;
  if (!SPEECH.has(basicService)) return null;
  const kind = sign === '*' && number !== '' ? 'REGISTER' : PROCEDURES[sign];
  if (kind !== 'REGISTER') return number === '' && time === '' ? types.map((type) => ({ kind, type })) : null;

  if (!/^\+?\d+$/.test(number)) return null;
  if (time !== '' && !(types.includes('CFNRY') && /^\d{1,2}$/.test(time))) return null;
  return types.map((type) => ({
    kind,
    type,
    target: number,
    noReplySec: type === 'CFNRY' && time !== '' ? Number(time) : null,
  }));
}

function isSign(text: string): text is Sign {
  return Object.hasOwn(PROCEDURES, text);
}
