import { html, nothing, type TemplateResult } from 'lit';
import { help } from '../icons/icons.js';
import { icon } from './icon.js';

export interface Frame {
  /** Heading of the widget; the host may replace it through the slot `heading`. */
  heading: string;
  /** Small buttons at the end of the head. */
  actions?: unknown;
  /** Link to help: address and label; the host may replace it through the slot `help`. */
  help?: { href: string; label: string } | null | undefined;
  /** Tabs under the head, see `tabs()`. */
  tabs?: unknown;
  /** The head of a card that was opened, instead of heading and actions. */
  head?: unknown;
  body: unknown;
  /** The only sunken area: confirming buttons, freshness, legends. */
  foot?: unknown;
  busy?: boolean;
}

/**
 * A widget: head, tabs, sections, foot, and once in its shadow root the hatch of what is given, to which swatches, bars and charts
 * refer. Parts: `frame`, `head`, `heading`, `foot`. Styles: `base`.
 */
export const frame = (f: Frame): TemplateResult => html`
  <section
    class="w ${f.tabs && !f.head ? 'tabbing' : ''}"
    part="frame"
    aria-labelledby="heading"
    aria-busy=${f.busy ? 'true' : nothing}
  >
    <svg class="sr" aria-hidden="true">
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatchline" d="M1 0V4" />
        </pattern>
      </defs>
    </svg>
    ${
      f.head ??
      html`<header class="head ${f.tabs ? 'tabbed' : ''}" part="head">
        <slot name="heading"><h2 id="heading" part="heading">${f.heading}</h2></slot>
        ${f.actions}
        <slot name="help">
          ${
            f.help
              ? html`<a class="ib" href=${f.help.href} aria-label=${f.help.label} title=${f.help.label}
                  >${icon(help)}</a
                >`
              : nothing
          }
        </slot>
      </header>`
    }
    ${f.tabs} ${f.body} ${f.foot && f.foot !== nothing ? html`<div class="foot" part="foot">${f.foot}</div>` : nothing}
  </section>
`;
