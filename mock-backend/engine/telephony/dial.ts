import {
  closesLoop,
  DEFAULT_POLICY,
  type ForwardingPolicy,
  type ForwardingRefusal,
  type ForwardingRule,
  makeRule,
  type RulesOf,
  withoutRule,
  withRule,
} from './forwarding.js';
import { type MmiOperation, parseMmi } from './mmi.js';

/**
 * What the network makes of a code dialled on a phone: all the operations it names, or none.
 *
 * Switching off or erasing what is not registered changes nothing; switching on what is not registered is refused. A group is
 * switched on where it is registered.
 *
 * @param number - The number whose phone it is, E.164.
 * @param code - For example `**61*+74950000002*11*25#`.
 * @param rulesOf - The rules of the account's numbers as they are now.
 * @returns The rules of the number afterwards, or the code of the refusal.
 * @see domain.md §7.1, FWD-6, FWD-11
 */
export function dial(
  number: string,
  code: string,
  rulesOf: RulesOf,
  policy: ForwardingPolicy = DEFAULT_POLICY,
):
  | { readonly rules: readonly ForwardingRule[] }
  | { readonly refused: ForwardingRefusal | 'MMI_INVALID' | 'NOT_FOUND' } {
  const operations = parseMmi(code);
  if (!operations) return { refused: 'MMI_INVALID' };
  const before = rulesOf(number) ?? [];
  const known = operations.filter(({ type }) => before.some((rule) => rule.type === type));
  if (operations.every(({ kind }) => kind === 'ACTIVATE') && known.length === 0) return { refused: 'NOT_FOUND' };

  let rules = before;
  for (const operation of operations) {
    const now: RulesOf = (other) => (other === number ? rules : rulesOf(other));
    const next = operate(number, operation, rules, now, policy);
    if ('refused' in next) return next;
    rules = next.rules;
  }
  return { rules };
}

function operate(
  number: string,
  operation: MmiOperation,
  rules: readonly ForwardingRule[],
  rulesOf: RulesOf,
  policy: ForwardingPolicy,
): { readonly rules: readonly ForwardingRule[] } | { readonly refused: ForwardingRefusal } {
  if (operation.kind === 'REGISTER') {
    const made = makeRule(number, operation, rulesOf, policy);
    return 'refused' in made ? made : { rules: withRule(rules, made.rule) };
  }
  const rule = rules.find(({ type }) => type === operation.type);
  if (!rule) return { rules };
  switch (operation.kind) {
    case 'ACTIVATE':
      if (closesLoop(number, rule.target, rulesOf)) return { refused: 'FORWARD_LOOP' };
      return { rules: withRule(rules, { ...rule, active: true }) };
    case 'DEACTIVATE':
      return { rules: withRule(rules, { ...rule, active: false }) };
    case 'ERASE':
      return { rules: withoutRule(rules, rule.type) };
    case 'INTERROGATE':
      return { rules };
  }
}
