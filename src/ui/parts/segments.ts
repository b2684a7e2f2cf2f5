import { html, type TemplateResult } from 'lit';
import type { Choice } from './choice.js';

/** One of at most five, all visible. Styles: `segments`. */
export const segments = <Value extends string>(
  name: string,
  label: string,
  choices: readonly Choice<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
  small = false,
): TemplateResult =>
  html`<div class="segs ${small ? 's' : ''}" role="radiogroup" aria-label=${label}>
    ${choices.map(
      ({ value, label, disabled }) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            .checked=${value === chosen}
            ?disabled=${disabled ?? false}
            @change=${() => choose(value)}
          />${label}</label
        >`,
    )}
  </div>`;
