import { html, nothing, type TemplateResult } from 'lit';
import { clock } from '../icons/icons.js';
import { icon } from './icon.js';

/**
 * A note: one or two sentences and at most one action. Info is neutral, not blue. Styles: `notes` (and `buttons`).
 *
 * @param action - A small button, best `btn quiet s`.
 * @param live - The note appeared by itself: screen readers are told. Leave it out for what is there from the start.
 */
export const note = (
  tone: '' | 'warn' | 'bad' | 'ok' | 'brand',
  path: string,
  text: unknown,
  action: unknown = nothing,
  live: 'status' | 'alert' | null = null,
): TemplateResult =>
  html`<div class="note ${tone} ${action === nothing ? '' : 'row'}" role=${live ?? nothing}>
    ${icon(path)}
    <div>${text}</div>
    ${action}
  </div>`;

/** A note above the content of a widget. */
export const topNote = (...args: Parameters<typeof note>): TemplateResult =>
  html`<div class="top noprint">${note(...args)}</div>`;

/** How fresh the data are. Styles: `notes`. */
export const asOf = (text: unknown): TemplateResult =>
  html`<p class="asof">${icon(clock, 's')}<span>${text}</span></p>`;
