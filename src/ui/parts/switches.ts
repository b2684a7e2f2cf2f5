import { html, nothing, type TemplateResult } from 'lit';
import { isChecked } from './choice.js';

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
