import type { z } from '@hono/zod-openapi';
import type { PromisedOffer } from '../contract/topup.js';
import type { Reader } from '../reader.js';

const DAY_MS = 86_400_000;

/** Whether a promised payment may be taken now. @see domain.md BAL-8 */
export function promisedView(reader: Reader): z.infer<typeof PromisedOffer> {
  const { state, catalogue, zone, now } = reader;
  const policy = catalogue.policy.promised;
  const active = state.promised;
  const recent = policy === null ? 0 : state.promisedTaken.filter((at) => at > now - policy.perDays * DAY_MS).length;
  const obstacle =
    policy === null
      ? 'PROMISED_NOT_AVAILABLE'
      : active !== null
        ? 'PROMISED_ACTIVE'
        : recent >= policy.count
          ? 'PROMISED_QUOTA'
          : null;
  return {
    available: obstacle === null,
    unavailable: obstacle,
    min: reader.money(policy?.min ?? reader.zero),
    max: reader.money(policy?.max ?? reader.zero),
    fee: reader.money(policy?.fee ?? reader.zero),
    hours: policy?.hours ?? 0,
    active: active === null ? null : { amount: reader.money(active.amount), until: zone.format(active.until) },
  };
}
