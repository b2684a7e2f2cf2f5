import { svg, html, type TemplateResult } from 'lit';

/** A QR code as modules: rows of dark and light, from the library that is loaded when one is first shown. */
export type QrModules = readonly (readonly boolean[])[];

/** Encodes a text; brings the library along. */
export async function qrOf(text: string): Promise<QrModules> {
  const { default: encodeQR } = await import('qr');
  return encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
}

/**
 * Draws a QR code in black on white whatever the theme, because cameras want it so. Styles: `qr`.
 *
 * @param label - What it holds, for readers.
 */
export const qrView = (modules: QrModules, label: string): TemplateResult => {
  const size = modules.length;
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="-3 -3 ${size + 6} ${size + 6}">
    ${svg`<rect class="qr-paper" x="-3" y="-3" width=${size + 6} height=${size + 6} /><path d=${path} />`}
  </svg>`;
};
