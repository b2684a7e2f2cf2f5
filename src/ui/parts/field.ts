import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { chevronDown, stop } from '../icons/icons.js';
import type { Choice } from './choices.js';
import { icon } from './icon.js';

export interface TextField {
  id: string;
  label: string;
  value: string;
  input: (value: string) => void;
  /** Left the field: the moment to check it. */
  change?: (value: string) => void;
  hint?: unknown;
  /** Says what to type; takes the hint's place. */
  error?: string | null | undefined;
  type?: 'text' | 'tel' | 'email' | 'search' | 'date' | 'month' | 'password';
  inputmode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'search';
  autocomplete?: AutoFill;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
  maxlength?: number;
  min?: string;
  max?: string;
  /** Icon before the text and unit (`₽`, `%`) after it. */
  before?: unknown;
  unit?: string;
  /** The large field for a sum of money. */
  large?: boolean;
}

/** A labelled text field. Label above, hint or error below, never a placeholder as a label. Styles: `forms`. */
export const field = (f: TextField): TemplateResult =>
  html`<div class="field">
    <label for=${f.id}>${f.label}</label>
    <span class="inp ${f.error ? 'bad' : ''} ${f.large ? 'sum' : ''}"
      >${f.before}<input
        id=${f.id}
        type=${f.type ?? 'text'}
        inputmode=${f.inputmode ?? nothing}
        autocomplete=${f.autocomplete ?? 'off'}
        placeholder=${f.placeholder ?? nothing}
        maxlength=${f.maxlength ?? nothing}
        min=${f.min ?? nothing}
        max=${f.max ?? nothing}
        ?disabled=${f.disabled ?? false}
        ?required=${f.required ?? false}
        aria-invalid=${f.error ? 'true' : nothing}
        aria-describedby=${f.error || f.hint ? `${f.id}-note` : nothing}
        .value=${live(f.value)}
        @input=${(event: Event) => f.input(valueOf(event))}
        @change=${(event: Event) => f.change?.(valueOf(event))}
      />${f.unit ? html`<span class="cur" aria-hidden="true">${f.unit}</span>` : nothing}</span
    >
    ${below(f.id, f.hint, f.error)}
  </div>`;

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

/** What stands below a field: its error, or its hint. For fields of your own making; name it `aria-describedby="<id>-note"`. */
export const below = (id: string, hint: unknown, error: string | null | undefined): TemplateResult | typeof nothing => {
  if (error) return html`<p class="err" role="alert" id="${id}-note">${icon(stop, 's')}<span>${error}</span></p>`;
  return hint ? html`<p class="hint" id="${id}-note">${hint}</p>` : nothing;
};

function valueOf(event: Event): string {
  const target = event.currentTarget;
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : '';
}
