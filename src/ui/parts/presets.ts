import { html, type TemplateResult } from 'lit';
import type { Choice } from './choice.js';

/** Presets of one value, drawn as chips; `null` while the value is none of them. Styles: `chips`. */
export const presets = <Value extends string>(
  name: string,
  label: string,
  choices: readonly Choice<Value>[],
  chosen: Value | null,
  choose: (value: Value) => void,
): TemplateResult =>
  html`<div class="chips" role="radiogroup" aria-label=${label}>
    ${choices.map(
      ({ value, label }) =>
        html`<label class="chip"
          ><input
            type="radio"
            name=${name}
            .checked=${value === chosen}
            @change=${() => choose(value)}
          />${label}</label
        >`,
    )}
  </div>`;
