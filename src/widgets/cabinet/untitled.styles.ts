import { css } from 'lit';

/** Widgets with `frameless="untitled"`, see `src/ui/styles/late.ts`. */
export const titles = css`
  /* Under a tab that says the same, the heading is for readers; what acts stands at the end, on the line of the tabs if there are any. */
  :host([frameless='untitled']) .head slot[name='heading'],
  :host([frameless='untitled']) .head:has(slot[name='heading']):not(:has(.btn, .ib)) {
    display: block;
    position: absolute;
    clip-path: inset(50%);
  }
  :host([frameless='untitled']) .head:has(slot[name='heading']) {
    justify-content: flex-end;
    padding-block-end: var(--lk-s1);
  }
  :host([frameless='untitled']) .head:not(:has(.btn, .ib)) + .first {
    padding-block-start: var(--lk-s5);
  }
  :host([frameless='untitled']) .head:not(:has(.btn, .ib)) + .top {
    padding-block-start: var(--lk-s3);
  }
  /* A class, because :has() on the frame would have everything in it restyled whenever a row of a list is put in or taken out. */
  @container w (inline-size >= 34em) {
    :host([frameless='untitled']) .w.tabbing {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
    }
    :host([frameless='untitled']) .tabbing > * {
      grid-column: 1 / -1;
    }
    :host([frameless='untitled']) .w > .tabbed {
      grid-area: 1 / 2;
      padding-block: var(--lk-s2);
      border-block-end: var(--lk-hair) solid var(--lk-line);
    }
    :host([frameless='untitled']) .w > .tabbed + .tabs {
      grid-area: 1 / 1;
      align-items: end;
    }
  }
`;
