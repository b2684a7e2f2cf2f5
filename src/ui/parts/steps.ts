import { html, nothing, type TemplateResult } from 'lit';

/**
 * Bar of a wizard. Styles: `steps`.
 *
 * @param current - Index of the current step, from 0.
 * @param position - "3 of 4", shown instead of the other names below 30em.
 */
export const steps = (names: readonly string[], current: number, position: string, label: string): TemplateResult =>
  html`<ol class="steps" aria-label=${label}>
    ${names.map((name, index) => {
      const state = index < current ? 'done' : index === current ? 'now' : '';
      return html`<li class=${state} aria-current=${index === current ? 'step' : nothing}>
        ${index === current ? html`<span class="stn">${position} · </span>` : nothing}<span>${name}</span>
      </li>`;
    })}
  </ol>`;
