import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from './choice.js';

export interface Option<Value extends string> extends Choice<Value> {
  /** Second line: what the choice means. */
  hint?: unknown;
  /** Icon or sum at the end of the row. */
  end?: unknown;
}

/** Rows that are choices with consequences, such as a method of payment. Styles: `options`. */
export const radioRows = <Value extends string>(
  name: string,
  legend: string,
  choices: readonly Option<Value>[],
  chosen: Value | null,
  choose: (value: Value) => void,
): TemplateResult =>
  html`<fieldset class="field">
    <legend>${legend}</legend>
    <div class="opts">
      ${choices.map(
        ({ value, label, hint, end, disabled }) =>
          html`<label class="opt">
            <input
              type="radio"
              class="radio"
              name=${name}
              .checked=${value === chosen}
              ?disabled=${disabled ?? false}
              @change=${() => choose(value)}
            />
            <span class="grow"
              ><span class="strong">${label}</span>${hint ? html`<span class="lsub">${hint}</span>` : nothing}</span
            >
            ${end ? html`<span class="optr">${end}</span>` : nothing}
          </label>`,
      )}
    </div>
  </fieldset>`;
