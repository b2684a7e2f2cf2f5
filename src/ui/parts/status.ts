import { html, svg, type TemplateResult } from 'lit';

/** Shape and colour of a status: disc = fine, half disc = in progress, triangle = attention, square = stopped, ring = idle. */
export type Glyph = 'fine' | 'progress' | 'attention' | 'stopped' | 'idle';

const glyphs = {
  fine: svg`<circle cx="5" cy="5" r="4"/>`,
  progress: svg`<circle cx="5" cy="5" r="3.6" fill="none" stroke-width="1.5"/><path d="M5 1.4a3.6 3.6 0 0 1 0 7.2Z" stroke="none"/>`,
  attention: svg`<path d="M5 1.4 9 8.6H1Z" stroke-linejoin="round"/>`,
  stopped: svg`<rect x="1.3" y="1.3" width="7.4" height="7.4" rx="1"/>`,
  idle: svg`<circle cx="5" cy="5" r="3.6" fill="none" stroke-width="1.5"/>`,
};

const tones = { fine: 'ok', progress: 'warn', attention: 'warn', stopped: 'bad', idle: '' };

/**
 * A glyph and words, never a coloured pill alone. Styles: `status`.
 *
 * @param tone - Other colour than the shape's own: `act` for progress that needs nothing of the subscriber.
 */
export const status = (glyph: Glyph, text: unknown, tone: string = tones[glyph]): TemplateResult =>
  html`<span class="st ${tone}"
    ><svg class="g" viewBox="0 0 10 10" aria-hidden="true">${glyphs[glyph]}</svg><span>${text}</span></span
  >`;
