import type { z } from '@hono/zod-openapi';
import type { NumberState } from '../../engine/state.js';
import { FORWARDING_TYPES } from '../../engine/telephony/forwarding.js';
import { legPrice } from '../../engine/telephony/leg.js';
import type { Forwarding, ForwardingType, LegQuote, Sim } from '../contract/telephony.js';
import type { Reader } from '../reader.js';

/** Codes that erase a rule, as a phone would send them. @see domain.md §7.1; 3GPP TS 22.030 */
export const eraseCode: Readonly<Record<z.infer<typeof ForwardingType>, string>> = {
  CFU: '##21#',
  CFB: '##67#',
  CFNRY: '##61#',
  CFNRC: '##62#',
};

/** Rules of a number in the order of the cabinet; conditional ones rest while the unconditional one is on (FWD-2). */
export function forwardingView(number: NumberState, reader: Reader): z.infer<typeof Forwarding> {
  const unconditional = number.forwarding.some(({ type, active }) => type === 'CFU' && active);
  const rules = FORWARDING_TYPES.flatMap((type) => number.forwarding.filter((rule) => rule.type === type));
  return {
    number: number.number,
    rules: rules.map(({ type, target, active, noReplySec }) => ({
      type,
      target,
      active,
      operative: active && (type === 'CFU' || !unconditional),
      noReplySec,
    })),
    asOf: reader.asOf,
  };
}

/** What a minute of a call forwarded to the target costs. */
export function legView(number: NumberState, target: string, reader: Reader): z.infer<typeof LegQuote> {
  const { destination, perMinute, packaged } = legPrice(reader.catalogue, number, target, reader.now, reader.zone);
  return {
    target,
    destination,
    perMinute: reader.moneyOrNull(perMinute),
    free: perMinute !== null && /^[0.]+$/.test(perMinute),
    packaged,
  };
}

/** Cards of the account, bound ones first; those in numbers that the user does not see are not his to know (ADM-4). */
export function simViews({ state, numbers }: Reader): z.infer<typeof Sim>[] {
  const views = state.sims.flatMap((iccid) => {
    const holder = state.numbers.find(({ sim }) => sim === iccid);
    if (holder !== undefined && !numbers.includes(holder)) return [];
    return {
      iccid,
      form: state.esims?.[iccid] === undefined ? ('PLASTIC' as const) : ('ESIM' as const),
      profile: state.esims?.[iccid] ?? null,
      state: state.lostSims.includes(iccid)
        ? ('LOST_BLOCKED' as const)
        : holder === undefined
          ? ('ASSIGNED' as const)
          : ('BOUND' as const),
      number: holder?.number ?? null,
      boundOn: holder?.simUse?.day ?? null,
    };
  });
  return [...views.filter(({ number }) => number !== null), ...views.filter(({ number }) => number === null)];
}
