/** SIP accounts in the state of an account, and what happens to them. @see domain.md §7.3 */
import type { Equipment, SipType } from './command.js';

export interface SipAccount {
  id: string;
  number: string;
  login: string;
  name: string;
  type: SipType;
  createdAt: number;
  status: 'ACTIVE' | 'DISABLED';
  /** `null`: no password was given out yet; it comes with the first reset. */
  digest: string | null;
  callerId: string;
  equipment: Equipment;
  /** The last registration; `null` = it never registered. */
  registration: { at: number; until: number; userAgent: string | null; ip: string | null } | null;
  /** Instants of attempts refused lately. */
  refusals: number[];
  /** What else works with it, in words: extensions and queues of products. Older snapshots lack it. */
  refs?: readonly string[];
}

export interface SipState {
  /** Number of the next login. */
  next: number;
  accounts: SipAccount[];
}

export const noSip = (): SipState => ({ next: 1, accounts: [] });

export type SipEvent =
  | {
      readonly type: 'sip.created';
      readonly sip: Pick<SipAccount, 'id' | 'number' | 'login' | 'name' | 'type' | 'callerId' | 'equipment'>;
    }
  | { readonly type: 'sip.deleted'; readonly sip: string }
  | { readonly type: 'sip.reset'; readonly sip: string; readonly digest: string }
  | {
      readonly type: 'sip.configured';
      readonly sip: string;
      readonly name: string;
      readonly callerId: string;
      readonly equipment: Equipment;
    }
  | {
      readonly type: 'sip.registered';
      readonly sip: string;
      readonly until: number;
      readonly userAgent: string | null;
      readonly ip: string | null;
    }
  | { readonly type: 'sip.referred'; readonly sip: string; readonly refs: readonly string[] }
  | { readonly type: 'sip.refused'; readonly sip: string; readonly disabled: boolean };

/** Attempts older than this are forgotten. */
export const REFUSAL_WINDOW_MS = 10 * 60_000;

/** Folds an event into the slice, in place. */
export function applySip(state: SipState, event: SipEvent & { readonly at: number }): void {
  if (event.type === 'sip.created') {
    state.next += 1;
    state.accounts.push({
      ...event.sip,
      createdAt: event.at,
      status: 'ACTIVE',
      digest: null,
      registration: null,
      refusals: [],
    });
    return;
  }
  if (event.type === 'sip.deleted') {
    state.accounts = state.accounts.filter(({ id }) => id !== event.sip);
    return;
  }
  const sip = state.accounts.find(({ id }) => id === event.sip);
  if (!sip) throw new Error(`there is no SIP account ${event.sip}`);
  switch (event.type) {
    case 'sip.reset':
      Object.assign(sip, { digest: event.digest, status: 'ACTIVE', refusals: [] });
      if (sip.registration) sip.registration.until = Math.min(sip.registration.until, event.at);
      return;
    case 'sip.configured':
      Object.assign(sip, { name: event.name, callerId: event.callerId, equipment: event.equipment });
      return;
    case 'sip.referred':
      sip.refs = event.refs;
      return;
    case 'sip.registered':
      sip.registration = { at: event.at, until: event.until, userAgent: event.userAgent, ip: event.ip };
      sip.refusals = [];
      return;
    case 'sip.refused':
      sip.refusals = [...sip.refusals.filter((at) => at > event.at - REFUSAL_WINDOW_MS), event.at];
      if (event.disabled) {
        sip.status = 'DISABLED';
        if (sip.registration) sip.registration.until = Math.min(sip.registration.until, event.at);
      }
  }
}

/** Disconnecting a number deletes its SIP accounts (SRV-57). */
export function dropSipOf(state: SipState, number: string): void {
  state.accounts = state.accounts.filter((sip) => sip.number !== number);
}
