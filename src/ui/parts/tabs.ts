import { html, nothing, type TemplateResult } from 'lit';

export interface Tab<Id extends string> {
  id: Id;
  label: unknown;
}

/**
 * Tabs with one tab stop: arrows, Home and End move and select at once; mirrored in right-to-left. Styles: `tabs`.
 *
 * @param label - What the tabs are tabs of, for screen readers.
 */
export const tabs = <Id extends string>(
  items: readonly Tab<Id>[],
  selected: Id,
  label: string,
  select: (id: Id) => void,
): TemplateResult =>
  html`<div class="tabs" role="tablist" aria-label=${label} part="tabs" @keydown=${onArrow}>
    ${items.map(
      ({ id, label }) =>
        html`<button
          type="button"
          class="tab"
          role="tab"
          id="tab-${id}"
          aria-selected=${id === selected}
          aria-controls=${id === selected ? 'panel' : nothing}
          tabindex=${id === selected ? 0 : -1}
          @click=${() => select(id)}
        >
          ${label}
        </button>`,
    )}
  </div>`;

/** The panel of the selected tab. */
export const panel = (selected: string, content: unknown): TemplateResult =>
  html`<div role="tabpanel" id="panel" aria-labelledby="tab-${selected}">${content}</div>`;

function onArrow(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const all = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = all.findIndex((tab) => tab.ariaSelected === 'true');
  const forward = getComputedStyle(list).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = all[(to + all.length) % all.length];
  next?.click();
  next?.focus();
}
