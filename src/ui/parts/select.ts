import { html, nothing, type TemplateResult } from 'lit';
import { chevronDown } from '../icons/icons.js';
import { below, valueOf } from './below.js';
import type { Choice } from './choice.js';
import { icon } from './icon.js';

/** A labelled select: more than five choices, or long ones. Styles: `forms`. */
export const select = <Value extends string>(
  id: string,
  label: string,
  choices: readonly (Choice<Value> & { label: string })[],
  chosen: Value,
  choose: (value: Value) => void,
  more: { hint?: unknown; error?: string | null | undefined; disabled?: boolean; small?: boolean } = {},
): TemplateResult =>
  html`<div class="field">
    <label for=${id}>${label}</label>
    <span class="sel ${more.small ? 's' : ''}"
      ><select
        class="inp ${more.error ? 'bad' : ''}"
        id=${id}
        ?disabled=${more.disabled ?? false}
        aria-invalid=${more.error ? 'true' : nothing}
        aria-describedby=${more.error || more.hint ? `${id}-note` : nothing}
        @change=${(event: Event) => {
          const value = choices.find((choice) => choice.value === valueOf(event));
          if (value) choose(value.value);
        }}
      >
        ${choices.map(
          (choice) =>
            html`<option
              value=${choice.value}
              .selected=${choice.value === chosen}
              ?disabled=${choice.disabled ?? false}
              dir="auto"
            >
              ${choice.label}
            </option>`,
        )}</select
      >${icon(chevronDown)}</span
    >
    ${below(id, more.hint, more.error)}
  </div>`;
