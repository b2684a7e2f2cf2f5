/** A call from phone to phone: who answers, and the records that it makes. @see FORMAT.md §5; domain.md FWD-7, FWD-8 */
import { utc } from '../engine/calendar.js';
import type { Call, Usage } from '../engine/command.js';
import type { Desk } from '../engine/desk.js';
import { callLegs, type Hop, type Route, route } from '../engine/telephony/route.js';
import { rulesOf } from '../engine/telephony/commands.js';
import { dryRate } from '../engine/usage.js';

export interface Legs extends Pick<Route, 'reaches' | 'by'> {
  readonly legs: readonly Usage[];
}

/**
 * @param desk - Of the account that has the called number.
 * @param name - Of the call: its records are `name:in`, `name:out`….
 */
export function legsOf(desk: Desk, call: Call, name: string): Legs {
  const locked = Object.keys(desk.state.locks).length > 0;
  // A locked account forwards only where it costs nothing.
  const mayForward = (hop: Hop) => !locked || dryRate(desk, legUsage(hop.from, hop.to, call.seconds)).value.isZero();
  const way = route(call.to, call.state, rulesOf(desk), mayForward);
  const caller = desk.world.ownerOf(call.from);
  const legs = callLegs(call, way, caller !== null && !caller.onHold).map((leg): Usage => ({
    do: 'usage',
    number: leg.number,
    service: 'CALL',
    direction: leg.direction,
    start: utc(desk.now),
    seconds: leg.seconds,
    peer: leg.peer,
    outcome: leg.outcome,
    forwarded: leg.forwarded,
    id: `${name}:${leg.suffix}`,
  }));
  return { legs, reaches: way.reaches, by: way.by };
}

function legUsage(number: string, peer: string, seconds: number): Usage {
  return { do: 'usage', number, service: 'CALL', direction: 'OUT', peer, seconds, forwarded: true };
}
