import { html, type TemplateResult } from 'lit';

/** E.164 as it is read: `+7 (495) 000-00-01`, which no line breaks; numbers of other countries are left as they are. @see domain.md CC-14 */
export const phoneText = (e164: string): string =>
  e164.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7\u00a0($1)\u00a0$2-$3-$4').replaceAll('-', '\u2011');

/** A telephone number: proportional figures, left-to-right in any text, never wrapped. */
export const phone = (e164: string): TemplateResult => html`<span class="num">${phoneText(e164)}</span>`;
