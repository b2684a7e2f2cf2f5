import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';

export interface Button {
  /** Icon before the label. */
  icon?: string;
  /** Classes: `pri`, `quiet`, `bad`, `s`, `wide`. */
  kind?: string;
  /** The label stays, a ring replaces the icon, clicks are ignored. */
  busy?: boolean;
  disabled?: boolean;
  /** Leaves the form that it stands in: Escape presses it, see `closeOnEscape`. */
  cancels?: boolean;
  type?: 'button' | 'submit';
  part?: string;
}

/**
 * A button that names its outcome. A disabled one stays focusable, so that its reason can be read beside it. Styles: `buttons`.
 */
export const button = (label: unknown, press: (event: Event) => void, b: Button = {}): TemplateResult =>
  html`<button
    type=${b.type ?? 'button'}
    class="btn ${b.kind ?? ''}"
    part=${b.part ?? nothing}
    aria-disabled=${b.disabled ? 'true' : nothing}
    aria-busy=${b.busy ? 'true' : nothing}
    ?data-cancel=${b.cancels ?? false}
    @click=${(event: Event) => (b.disabled || b.busy ? event.preventDefault() : press(event))}
  >
    ${b.busy ? html`<span class="spin" aria-hidden="true"></span>` : b.icon ? icon(b.icon) : nothing}${label}
  </button>`;

/** A button that is an icon: the label is for readers and the tooltip. Styles: `buttons`. */
export const iconButton = (
  path: string,
  label: string,
  press: (event: Event) => void,
  more: { flip?: boolean; expanded?: boolean; controls?: string; busy?: boolean; id?: string } = {},
): TemplateResult =>
  html`<button
    type="button"
    class="ib"
    id=${more.id ?? nothing}
    aria-label=${label}
    title=${label}
    aria-expanded=${more.expanded ?? nothing}
    aria-controls=${more.controls ?? nothing}
    aria-busy=${more.busy ? 'true' : nothing}
    @click=${press}
  >
    ${more.busy ? html`<span class="spin" aria-hidden="true"></span>` : icon(path, more.flip ? 'flip' : '')}
  </button>`;
