import { html, nothing, type TemplateResult } from 'lit';

/** A fact about a row: "main", "from 01.12.2026 → Plus 500". Styles: `tags`. */
export const tag = (text: unknown, tone: '' | 'cr' | 'warn' | 'act' = ''): TemplateResult =>
  html`<span class="tag ${tone}">${text}</span>`;

/** How many things wait for an action; nothing when there are none. Styles: `tags`. */
export const count = (number: number, label: string): TemplateResult | typeof nothing =>
  number > 0 ? html`<span class="count">${number}<span class="sr"> ${label}</span></span>` : nothing;
