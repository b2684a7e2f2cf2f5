import { html, type TemplateResult } from 'lit';
import { formatPhone } from '../../i18n/phone-format.js';

/** A number for reading: as `formatPhone` writes it, and no line breaks inside it. */
export const phoneText = (e164: string): string => formatPhone(e164).replaceAll('-', '\u2011');

/** A telephone number: proportional figures, left-to-right in any text, never wrapped. */
export const phone = (e164: string): TemplateResult => html`<span class="num">${phoneText(e164)}</span>`;
