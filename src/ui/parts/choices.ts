import { html, nothing, type TemplateResult } from 'lit';
import { check } from '../icons/icons.js';
import { icon } from './icon.js';

export interface Choice<Value extends string> {
  value: Value;
  label: unknown;
  disabled?: boolean;
}

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

/** A flag that is saved with the form. Styles: `switches`. */
export const tick = (label: unknown, on: boolean, toggle: (on: boolean) => void, disabled = false): TemplateResult =>
  html`<label class="flag"
    ><input
      type="checkbox"
      class="tick"
      .checked=${on}
      ?disabled=${disabled}
      @change=${(event: Event) => toggle(isChecked(event))}
    /><span>${label}</span></label
  >`;

/**
 * A switch that takes effect at once. `busy` while the network confirms: it shows the new value with a ring and takes no click.
 * Styles: `switches`.
 *
 * @param labelId - Id of the element that names the switch.
 */
export const toggle = (
  labelId: string,
  on: boolean,
  change: (on: boolean) => void,
  state: {
    disabled?: boolean;
    busy?: boolean;
    /** It does not move by itself: the change is asked about first. */
    held?: boolean;
  } = {},
): TemplateResult =>
  html`<input
    type="checkbox"
    role="switch"
    class="switch ${state.busy ? 'busy' : ''}"
    aria-labelledby=${labelId}
    aria-busy=${state.busy ? 'true' : nothing}
    aria-checked=${on}
    .checked=${on}
    ?disabled=${state.disabled ?? false}
    @click=${(event: Event) => {
      if (state.busy || state.held) event.preventDefault();
      if (state.held && !state.busy) change(!on);
    }}
    @change=${(event: Event) => change(isChecked(event))}
  />`;

function isChecked(event: Event): boolean {
  return event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked;
}
