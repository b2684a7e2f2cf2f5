import { html, svg, nothing, type TemplateResult } from 'lit';

/**
 * A bar that shows what is left (packages) or done (progress), 0 to 1. The figure stands beside it in words. Styles: `bars`.
 *
 * @param carry - Part of the whole carried over from last month, drawn in another tone after `share`.
 */
export const bar = (share: number, tone: '' | 'warn' | 'bad' | 'mute' = '', carry = 0): TemplateResult =>
  html`<svg class="bar ${tone}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect width=${percent(share)} height="6" />
    ${carry > 0 ? svg`<rect class="carry" x=${percent(share)} width=${percent(carry)} height="6"/>` : nothing}
  </svg>`;

/** Progress of an upload or a download. Styles: `bars`. @param share - 0 to 1. */
export const progress = (share: number, label: string): TemplateResult =>
  html`<div role="progressbar" aria-label=${label} aria-valuenow=${Math.round(percent(share))}>${bar(share)}</div>`;

/** `warn` from 80 % used, `bad` when nothing is left. @param left - Share that is left, 0 to 1. */
export const packageTone = (left: number): '' | 'warn' | 'bad' => (left <= 0 ? 'bad' : left <= 0.2 ? 'warn' : '');

export interface PackageBar {
  name: string;
  /** Share that is left, 0 to 1. */
  share: number;
  /** Share carried over from last month, within 1. */
  carry?: number;
  /** "1,2", "из 3 ГБ". */
  left: string;
  of: string;
  /** What follows: expiry, price beyond the package, "82 % used". */
  hint?: unknown;
}

/** A package in full, for `<div class="packs">`. Styles: `bars`, `packages`. */
export const packageBar = (p: PackageBar): TemplateResult => {
  const tone = packageTone(p.share + (p.carry ?? 0));
  return html`<div class="pack">
    <div class="packh">
      <span class="strong">${p.name}</span
      ><span><span class="left ${tone}">${p.left}</span> <span class="sub">${p.of}</span></span>
    </div>
    ${bar(p.share, tone, p.carry)}${p.hint ? html`<p class="hint">${p.hint}</p>` : nothing}
  </div>`;
};

/** A package in a row of a list: figure above, bar below. Styles: `bars`, `packages`. */
export const packageMini = (share: number, left: string, of: unknown): TemplateResult => {
  const tone = packageTone(share);
  return html`<span class="pk ${tone}"
    ><span class="pk-t"><b>${left}</b> ${of}</span>${bar(share, tone)}</span
  >`;
};

function percent(share: number): number {
  return Math.max(0, Math.min(1, share)) * 100;
}
