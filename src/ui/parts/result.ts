import { html, nothing, type TemplateResult } from 'lit';
import { check, clock, cross } from '../icons/icons.js';
import { icon } from './icon.js';

export interface Result {
  state: 'done' | 'waiting' | 'failed';
  heading: string;
  text: unknown;
  /** Written sum or note below the sentence. */
  more?: unknown;
  /** Buttons. */
  actions?: unknown;
  /** Screen readers hear of it elsewhere. */
  told?: boolean;
}

/** How an operation ended, where it was started: no toast. Styles: `results` (and `sums`, `notes`, `buttons`). */
export const result = (r: Result): TemplateResult => {
  return html`<div class="sec result" role=${r.told ? nothing : r.state === 'failed' ? 'alert' : 'status'}>
    <span class="ri ${{ done: 'ok', waiting: '', failed: 'bad' }[r.state]}"
      >${icon({ done: check, waiting: clock, failed: cross }[r.state])}</span
    >
    <div class="grow">
      <h3 tabindex="-1" id="result">${r.heading}</h3>
      <p>${r.text}</p>
      ${r.more} ${r.actions ? html`<div class="btns">${r.actions}</div>` : nothing}
    </div>
  </div>`;
};
