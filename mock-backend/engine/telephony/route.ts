import type { ForwardingType, PhoneState, UsageOutcome } from '../command.js';
import type { ForwardingRule, RulesOf } from './forwarding.js';

/** Most diversions of one call; one more and it is released. */
export const MAX_HOPS = 5;

/** One diversion: a call that `from` forwards, and pays for, to `to`. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly type: ForwardingType;
}

export interface Route {
  /** The number that rings in the end, or `null`. */
  readonly reaches: string | null;
  /** The first rule used, `DIRECT`, or `null` when nobody is reached. */
  readonly by: ForwardingType | 'DIRECT' | null;
  /** The diversions on the way; empty when nobody is reached, since none of them is set up then. */
  readonly hops: readonly Hop[];
}

/** One record of usage that a call makes. */
export interface CallLeg {
  /** `out`, `in`, `fwd1` …: what follows the call's name in the id of the record. */
  readonly suffix: string;
  readonly number: string;
  readonly direction: 'OUT' | 'IN';
  readonly peer: string;
  /** Whole seconds. */
  readonly seconds: number;
  readonly outcome: UsageOutcome;
  /** A diverted call earns no bonus (SRV-41). */
  readonly forwarded: boolean;
}

const CONDITION: Readonly<Record<Exclude<PhoneState, 'FREE'>, ForwardingType>> = {
  UNREACHABLE: 'CFNRC',
  BUSY: 'CFB',
  NO_ANSWER: 'CFNRY',
};

const OUTCOME: Readonly<Record<PhoneState, UsageOutcome>> = {
  FREE: 'FAILED',
  BUSY: 'BUSY',
  NO_ANSWER: 'NO_ANSWER',
  UNREACHABLE: 'FAILED',
};

const NOBODY: Route = { reaches: null, by: null, hops: [] };

/**
 * Finds who answers a call: unconditional forwarding first, then the rule for the state of the phone, on over the account's own
 * numbers, each of which counts as free when a call is forwarded to it.
 *
 * @param number - The number that is dialled.
 * @param state - The state of its phone.
 * @param rulesOf - The rules of the account's numbers.
 * @param mayForward - Whether a diversion can be set up: a locked account forwards only where it costs nothing (FWD-8).
 * @see domain.md FWD-2, FWD-3, FWD-6, FWD-8
 */
export function route(
  number: string,
  state: PhoneState,
  rulesOf: RulesOf,
  mayForward: (hop: Hop) => boolean = () => true,
): Route {
  const hops: Hop[] = [];
  let at = number;
  let phone = state;
  for (;;) {
    const rules = rulesOf(at) ?? [];
    const rule = ruleFor(rules, phone);
    if (!rule) {
      if (phone !== 'FREE') return NOBODY;
      return { reaches: at, by: hops[0]?.type ?? 'DIRECT', hops };
    }
    const hop: Hop = { from: at, to: rule.target, type: rule.type };
    if (hops.length === MAX_HOPS || !mayForward(hop)) return NOBODY;
    hops.push(hop);
    at = rule.target;
    phone = 'FREE';
  }
}

/**
 * The records of a call from one number to another: the caller's when he is a subscriber too, the called number's, and one for
 * every diversion, charged to the number that forwards.
 *
 * @param call - Who calls whom, for how many whole seconds, and the state of the called phone.
 * @param way - What {@link route} found for the called number.
 * @param isSubscriber - Whether the caller is a number of the world.
 * @returns Legs in the order `out`, `in`, `fwd1` …
 * @see domain.md FWD-7, SRV-24, SRV-41; FORMAT.md §5
 */
export function callLegs(
  call: { readonly from: string; readonly to: string; readonly seconds: number; readonly state: PhoneState },
  way: Route,
  isSubscriber: boolean,
): readonly CallLeg[] {
  const answered = way.reaches !== null;
  const seconds = answered ? call.seconds : 0;
  const outcome: UsageOutcome = answered ? 'ANSWERED' : OUTCOME[call.state];
  const leg = (suffix: string, number: string, direction: 'OUT' | 'IN', peer: string, forwarded: boolean): CallLeg => ({
    suffix,
    number,
    direction,
    peer,
    seconds,
    outcome,
    forwarded,
  });
  return [
    ...(isSubscriber ? [leg('out', call.from, 'OUT', call.to, false)] : []),
    leg('in', call.to, 'IN', call.from, way.hops.length > 0),
    ...way.hops.map((hop, index) => leg(`fwd${index + 1}`, hop.from, 'OUT', hop.to, true)),
  ];
}

function ruleFor(rules: readonly ForwardingRule[], state: PhoneState): ForwardingRule | undefined {
  const active = (type: ForwardingType) => rules.find((rule) => rule.type === type && rule.active);
  return active('CFU') ?? (state === 'FREE' ? undefined : active(CONDITION[state]));
}
