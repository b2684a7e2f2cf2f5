import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { below, valueOf } from './below.js';

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
