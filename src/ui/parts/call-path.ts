import { html, nothing, type TemplateResult } from 'lit';
import { chevronEnd, forward, incoming } from '../icons/icons.js';
import { icon } from './icon.js';

export interface Hop {
  icon: string;
  /** What happens here: "No answer for 20 seconds". */
  title: unknown;
  /** Which rule it is: "on no answer". */
  rule?: unknown;
  /** Where the call goes from here, as it is dialled. */
  to?: unknown;
  /** `on`: diverts, `off`: a rule that is switched off. */
  state?: 'on' | 'off';
}

/** Which way these point depends on the way a line is read; a clock runs the same way everywhere. */
const POINTING: ReadonlySet<string> = new Set([forward, incoming]);

/** The path of a call, from the caller to whoever answers. Styles: `callPath`. */
export const callPath = (label: string, hops: readonly Hop[]): TemplateResult =>
  html`<ol class="path" aria-label=${label}>
    ${hops.map(
      (hop) =>
        html`<li class="hop ${hop.state === 'on' ? 'on' : hop.state === 'off' ? 'not' : ''}">
          <span class="hk">${icon(hop.icon, POINTING.has(hop.icon) ? 's flip' : 's')}</span>
          <div class="hb">
            <span class="ht">${hop.title}</span>${hop.rule ? html`<span class="lsub">${hop.rule}</span>` : nothing}
          </div>
          ${hop.to ? html`<span class="hto">${icon(chevronEnd, 's flip')}<span class="num">${hop.to}</span></span>` : nothing}
        </li>`,
    )}
  </ol>`;
