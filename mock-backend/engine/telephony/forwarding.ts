import type { ForwardingType } from '../command.js';
import { parsePhone } from './e164.js';

/** Kinds of forwarding in the order of the cabinet: unconditional, on busy, on no reply, on not reachable. */
export const FORWARDING_TYPES: readonly ForwardingType[] = ['CFU', 'CFB', 'CFNRY', 'CFNRC'];
export const CONDITIONAL_TYPES: readonly ForwardingType[] = ['CFB', 'CFNRY', 'CFNRC'];

/** Seconds that a phone may ring before CFNRY takes the call, and the time taken when none is named. */
export const NO_REPLY_SECONDS: readonly number[] = [5, 10, 15, 20, 25, 30];
export const DEFAULT_NO_REPLY_SEC = 20;

/** One registered rule of a number; a number has at most one of each type. */
export interface ForwardingRule {
  readonly type: ForwardingType;
  /** E.164. */
  readonly target: string;
  readonly active: boolean;
  /** Seconds to ring; only CFNRY has it. */
  readonly noReplySec: number | null;
}

/** A rule and whether it works now: an active conditional rule rests while CFU is active. */
export interface ForwardingView extends ForwardingRule {
  readonly operative: boolean;
}

/** The rules of a number of the account, in any order; `undefined` for any other number. */
export type RulesOf = (number: string) => readonly ForwardingRule[] | undefined;

/** What the operator lets its subscribers forward to. */
export interface ForwardingPolicy {
  readonly international: boolean;
  readonly tollFree: boolean;
}

export const DEFAULT_POLICY: ForwardingPolicy = { international: true, tollFree: true };

export type TargetRefusal = 'FORWARD_TARGET_INVALID' | 'FORWARD_SELF' | 'FORWARD_LOOP' | 'FORWARD_FORBIDDEN';
export type ForwardingRefusal = TargetRefusal | 'NO_REPLY_INVALID';

const TOLL_FREE = '+7800';
/** Services at a raised price: the operator's exposure to fraud, never a target. */
const PREMIUM = '+7809';

/**
 * Checks a number that calls shall be forwarded to.
 *
 * @param number - The number whose calls are forwarded, E.164.
 * @param input - The target as it was typed or dialled.
 * @returns The target in E.164, or the code of the refusal.
 * @see domain.md FWD-5, FWD-6
 */
export function checkTarget(
  number: string,
  input: string,
  policy: ForwardingPolicy = DEFAULT_POLICY,
): { readonly target: string } | { readonly refused: TargetRefusal } {
  const phone = parsePhone(input);
  if (!phone) return { refused: 'FORWARD_TARGET_INVALID' };
  if (phone.kind === 'SHORT') return { refused: 'FORWARD_FORBIDDEN' };
  const target = phone.value;
  if (target === number) return { refused: 'FORWARD_SELF' };
  const forbidden =
    target.startsWith(PREMIUM) ||
    (!policy.tollFree && target.startsWith(TOLL_FREE)) ||
    (!policy.international && !target.startsWith('+7'));
  return forbidden ? { refused: 'FORWARD_FORBIDDEN' } : { target };
}

/**
 * Makes the rule that `forwarding.set` or a registration from the phone asks for.
 *
 * @param number - The number whose calls are forwarded, E.164.
 * @param wanted - What was asked for; the time to ring is looked at for CFNRY only.
 * @param rulesOf - The rules of the account's numbers as they are now.
 * @returns The rule to store, or the code of the refusal.
 * @see domain.md FWD-1…FWD-6
 */
export function makeRule(
  number: string,
  wanted: {
    readonly type: ForwardingType;
    readonly target: string;
    readonly noReplySec?: number | null | undefined;
    readonly active?: boolean | undefined;
  },
  rulesOf: RulesOf,
  policy: ForwardingPolicy = DEFAULT_POLICY,
): { readonly rule: ForwardingRule } | { readonly refused: ForwardingRefusal } {
  const checked = checkTarget(number, wanted.target, policy);
  if ('refused' in checked) return checked;
  const noReplySec = wanted.type === 'CFNRY' ? (wanted.noReplySec ?? DEFAULT_NO_REPLY_SEC) : null;
  if (noReplySec !== null && !NO_REPLY_SECONDS.includes(noReplySec)) return { refused: 'NO_REPLY_INVALID' };
  const rule: ForwardingRule = {
    type: wanted.type,
    target: checked.target,
    active: wanted.active ?? true,
    noReplySec,
  };
  return rule.active && closesLoop(number, rule.target, rulesOf) ? { refused: 'FORWARD_LOOP' } : { rule };
}

/**
 * Whether forwarding `number` to `target` could bring a call back to `number`, over active rules of any type: a rule that rests
 * counts, since nobody is asked when it wakes up.
 *
 * @see domain.md FWD-6
 */
export function closesLoop(number: string, target: string, rulesOf: RulesOf): boolean {
  const seen = new Set<string>();
  const reaches = (from: string): boolean => {
    if (from === number) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return (rulesOf(from) ?? []).some((rule) => rule.active && reaches(rule.target));
  };
  return reaches(target);
}

/** The rules with `rule` in the place of the one of its type. */
export function withRule(rules: readonly ForwardingRule[], rule: ForwardingRule): readonly ForwardingRule[] {
  return FORWARDING_TYPES.flatMap((type) => {
    const kept = type === rule.type ? rule : rules.find((candidate) => candidate.type === type);
    return kept ? [kept] : [];
  });
}

/** The rules without the one of this type. */
export function withoutRule(rules: readonly ForwardingRule[], type: ForwardingType): readonly ForwardingRule[] {
  return rules.filter((rule) => rule.type !== type);
}

/**
 * The rules as the cabinet shows them, CFU first: while CFU is active, the others keep their values and rest.
 *
 * @see domain.md FWD-2; 3GPP TS 23.082
 */
export function forwardingView(rules: readonly ForwardingRule[]): readonly ForwardingView[] {
  const unconditional = rules.some((rule) => rule.type === 'CFU' && rule.active);
  return FORWARDING_TYPES.flatMap((type) => rules.filter((rule) => rule.type === type)).map((rule) => ({
    ...rule,
    operative: rule.active && (rule.type === 'CFU' || !unconditional),
  }));
}
