import { html, nothing, type TemplateResult } from 'lit';
import { stop } from '../icons/icons.js';
import { icon } from './icon.js';

/** What stands below a field: its error, or its hint. For fields of your own making; name it `aria-describedby="<id>-note"`. */
export const below = (id: string, hint: unknown, error: string | null | undefined): TemplateResult | typeof nothing => {
  if (error) return html`<p class="err" role="alert" id="${id}-note">${icon(stop, 's')}<span>${error}</span></p>`;
  return hint ? html`<p class="hint" id="${id}-note">${hint}</p>` : nothing;
};

/** What the field that was changed holds now. */
export function valueOf(event: Event): string {
  const target = event.currentTarget;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}
