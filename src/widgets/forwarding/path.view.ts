import { html, type TemplateResult } from 'lit';
import { chevronDown, clock, mobile, incoming, offline, stop, forward } from '../../ui/icons/icons.js';
import { callPath, type Hop } from '../../ui/parts/call-path.js';
import { copyButton } from '../../ui/parts/copy.js';
import { icon } from '../../ui/parts/icon.js';
import { phoneText } from '../../ui/parts/phone.js';
import { ruleOf } from './forwarding.model.js';
import { CONDITIONS, dialCode, type Rule, TYPES } from './forwarding.queries.js';
import type { ForwardingWords } from './rule.view.js';

const ICONS = { CFU: forward, CFNRC: offline, CFB: stop, CFNRY: clock } as const;

/** The way a call takes, from the caller to whoever answers, in the network's order (FWD-3). */
export function pathView(number: string, rules: readonly Rule[], words: ForwardingWords): TemplateResult {
  const { t } = words;
  const called: Hop = { icon: incoming, title: t('path.called', { number: phoneText(number) }) };
  const all = ruleOf(rules, 'CFU');
  if (all?.active) {
    return callPath(t('path'), [
      called,
      { icon: ICONS.CFU, title: t('CFU.title'), rule: t('CFU.rule'), to: phoneText(all.target), state: 'on' },
    ]);
  }
  const hops = CONDITIONS.map((type): Hop => {
    const rule = ruleOf(rules, type);
    const title = type === 'CFNRY' ? t('CFNRY.hop', { count: rule?.noReplySec ?? 20 }) : t(`${type}.hop`);
    return rule?.active
      ? { icon: ICONS[type], title, rule: t(`${type}.rule`), to: phoneText(rule.target), state: 'on' }
      : { icon: ICONS[type], title, rule: t('off', { rule: t(`${type}.rule`) }), state: 'off' };
  });
  return rules.some(({ active }) => active)
    ? callPath(t('path'), [called, ...hops])
    : callPath(t('path'), [called, { icon: mobile, title: t('path.rings') }]);
}

/** The same by keys: what to dial for each rule, to copy. */
export function codesView(
  rules: readonly Rule[],
  { t }: ForwardingWords,
  copied: (code: string) => void,
): TemplateResult {
  const rows = TYPES.flatMap((type) => {
    const rule = ruleOf(rules, type);
    return [
      ...(rule
        ? [[dialCode(type, 'set', rule.target, rule.noReplySec), t(`${type}.rule`), t('codes.set')] as const]
        : []),
      [dialCode(type, 'ask'), t(`${type}.rule`), t('codes.ask')] as const,
    ];
  });
  return html`<details class="codes">
    <summary>${t('codes')}${icon(chevronDown, 's')}</summary>
    <ul>
      ${[...rows, ['##002#', '', t('codes.all')] as const].map(
        ([code, rule, what]) =>
          html`<li>
            <span class="grow"
              ><span class="num strong">${code}</span
              ><span class="lsub">${rule ? `${rule}: ${what}` : what}</span></span
            >${copyButton(code, t('copy', { code }), () => copied(code))}
          </li>`,
      )}
    </ul>
  </details>`;
}
