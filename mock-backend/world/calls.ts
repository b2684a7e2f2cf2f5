/** A call from phone to phone: who answers, and the records that it makes. @see FORMAT.md §5; domain.md FWD-7, FWD-8 */
import { utc } from '../engine/calendar.js';
import type { Call, Usage } from '../engine/command.js';
import { refuse } from '../engine/errors.js';
import { callLegs, type Hop, type Route, route } from '../engine/telephony/route.js';
import { rulesOf } from '../engine/telephony/commands.js';
import { dryRate } from '../engine/usage.js';
import type { Accounts } from './accounts.js';

export interface Legs extends Pick<Route, 'reaches' | 'by'> {
  /** Name of the call. */
  readonly as: string;
  readonly legs: readonly Usage[];
}

/** @throws {Refusal} `NOT_FOUND` if the called number is not one of the world. */
export function legsOf(accounts: Accounts, call: Call, now: number, as: string | undefined): Legs {
  const account = accounts.ownerOf(call.to);
  const desk = account && !account.onHold ? accounts.desk(account.account, now) : null;
  if (!desk) return refuse('NOT_FOUND', { number: call.to });
  const locked = Object.keys(desk.state.locks).length > 0;
  // A locked account forwards only where it costs nothing.
  const mayForward = (hop: Hop) => !locked || dryRate(desk, legUsage(hop.from, hop.to, call.seconds)).value.isZero();
  const way = route(call.to, call.state, rulesOf(desk), mayForward);
  const caller = accounts.ownerOf(call.from);
  const name = as ?? `${desk.state.id}#call${accounts.seq(desk.state.id) + 1}`;
  const legs = callLegs(call, way, caller !== null && !caller.onHold).map((leg): Usage => ({
    do: 'usage',
    number: leg.number,
    service: 'CALL',
    direction: leg.direction,
    start: utc(now),
    seconds: leg.seconds,
    peer: leg.peer,
    outcome: leg.outcome,
    forwarded: leg.forwarded,
    id: `${name}:${leg.suffix}`,
  }));
  return { as: name, legs, reaches: way.reaches, by: way.by };
}

function legUsage(number: string, peer: string, seconds: number): Usage {
  return { do: 'usage', number, service: 'CALL', direction: 'OUT', peer, seconds, forwarded: true };
}
