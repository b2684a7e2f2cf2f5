import { html, nothing, type TemplateResult } from 'lit';
import { check } from '../icons/icons.js';
import { type Choice, isChecked } from './choice.js';
import { icon } from './icon.js';

/** Any of several; a chip that is on carries a tick. Styles: `chips`. */
export const chips = <Value extends string>(
  label: string,
  choices: readonly Choice<Value>[],
  on: ReadonlySet<Value>,
  toggle: (value: Value, on: boolean) => void,
  /** Id of what is said of the choice below it. */
  described: string | null = null,
): TemplateResult =>
  html`<div class="chips" role="group" aria-label=${label} aria-describedby=${described ?? nothing}>
    ${choices.map(
      ({ value, label, disabled }) =>
        html`<label class="chip"
          ><input
            type="checkbox"
            aria-describedby=${described ?? nothing}
            .checked=${on.has(value)}
            ?disabled=${disabled ?? false}
            @change=${(event: Event) => toggle(value, isChecked(event))}
          />${icon(check, 's')}${label}</label
        >`,
    )}
  </div>`;
