import { formatPhone } from '../../i18n/phone.js';
import { CONDITIONS, DEFAULT_WAIT, type Rule, type RuleType } from './forwarding.queries.js';

/** Two modes are offered, and none (FWD-1). */
export type Mode = 'none' | 'all' | 'conditions';

/** What is typed into the form of one rule and not yet saved. */
export interface Draft {
  readonly target: string;
  readonly wait: number;
  /** Text of the error below the field; `null` = none. */
  readonly error: string | null;
  /** The number typed, in E.164, once it was read. */
  readonly e164: string | null;
}

export const ruleOf = (rules: readonly Rule[], type: RuleType): Rule | null =>
  rules.find((rule) => rule.type === type) ?? null;

/** The mode that the network's rules amount to. */
export function modeOf(rules: readonly Rule[]): Mode {
  if (ruleOf(rules, 'CFU')?.active) return 'all';
  return CONDITIONS.some((type) => ruleOf(rules, type) !== null) ? 'conditions' : 'none';
}

/** The form as it begins: with the rule's own values. */
export const draftOf = (rule: Rule | null): Draft => ({
  target: rule ? formatPhone(rule.target) : '',
  wait: rule?.noReplySec ?? DEFAULT_WAIT,
  error: null,
  e164: rule?.target ?? null,
});

/** Conditional rules are kept but not used while all calls are forwarded (FWD-2). */
export const areSuspended = (rules: readonly Rule[]): boolean =>
  rules.some(({ type, active, operative }) => type !== 'CFU' && active && !operative);
