import { html, nothing, type TemplateResult } from 'lit';
import { isNegative } from '../../../money/format.js';
import { charge, moneyText } from '../../../ui/parts/money.js';
import { kilobytesText, secondsText } from '../../../ui/parts/quantity.js';
import { sum } from '../../../ui/parts/sum.js';
import type { MoreWords } from './more.messages.js';
import type { Explanation, ExplanationNode, UsageEvent } from '../detail.query.js';
import { stepOf, type Step } from './why.words.js';

/** Why an event costs what it costs: what was used, the engine's steps below it, then the split by VAT as a written sum. */
export const whyView = (event: UsageEvent, explanation: Explanation, words: MoreWords): TemplateResult => {
  const { t, locale } = words;
  const { amount, nodes, vat, tariff } = explanation;
  const { currency } = amount;
  // The root says which event it is; that is told by the event itself.
  const steps = nodes.flatMap(({ children }) => children);
  return html`<div class="why" part="why">
    <p class="label">${t('whyAmount', { amount: moneyText(amount, locale) })}</p>
    <ul class="tree">
      ${nested(used(event, words), steps, currency, words)}
    </ul>
    ${
      vat && vat.rate !== null
        ? html`<div class="whysum">
            ${sum([
              { label: t('net'), amount: charge(vat.net, words) },
              { op: '+', label: t('vat', { rate: vat.rate }), amount: charge(vat.vat, words) },
              {
                op: '=',
                label: t(isNegative(amount.value) ? 'given' : 'charged'),
                amount: charge(amount, words),
                total: true,
              },
            ])}
          </div>`
        : nothing
    }
    ${tariff ? html`<p class="hint">${t('byTariff', { name: tariff })}</p>` : nothing}
  </div>`;
};

/** What was used, then what of it was counted; each a level of the tree. */
function used(event: UsageEvent, { t, locale }: MoreWords): Step[] {
  const { service, seconds, billed } = event;
  switch (service) {
    case 'CALL':
    case 'BONUS': {
      const talk = { label: t('talk', { time: secondsText(seconds ?? 0, locale) }), note: t('talkNote') };
      if (billed === null || seconds === null || billed === seconds) return [talk];
      const note = billed === 0 ? t('belowFree') : t('rounded', { from: String(seconds), to: String(billed) });
      return [talk, { label: t('billedTime', { time: secondsText(billed, locale) }), note }];
    }
    case 'SMS':
      return [{ label: t('parts', { count: billed ?? event.segments ?? 0 }), note: t('partsNote') }];
    case 'DATA':
      return [{ label: kilobytesText(billed ?? 0, locale), note: t('volumeNote') }];
    default:
      return [];
  }
}

function nested(
  [first, ...rest]: readonly Step[],
  steps: readonly ExplanationNode[],
  currency: string,
  words: MoreWords,
): unknown {
  if (first === undefined) return steps.map((step) => node(step, currency, words));
  const inside = nested(rest, steps, currency, words);
  const below = rest.length > 0 || steps.length > 0;
  return html`<li>
    ${line(first)}${
      below
        ? html`<ul>
            ${inside}
          </ul>`
        : nothing
    }
  </li>`;
}

/** A step; its amount stands at the end only where it has no further steps. */
function node(step: ExplanationNode, currency: string, words: MoreWords): TemplateResult {
  return html`<li>
    ${line(stepOf(step, currency, words))}
    ${
      step.children.length === 0
        ? charge(step.amount, words)
        : html`<ul>
            ${step.children.map((child) => node(child, currency, words))}
          </ul>`
    }
  </li>`;
}

const line = ({ label, note }: Step): TemplateResult =>
  html`<div><span>${label}</span>${note ? html`<span class="sub">${note}</span>` : nothing}</div>`;
