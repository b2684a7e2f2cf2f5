import { css } from 'lit';

export const styles = css`
  .pairsl {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  :host([frameless='untitled']) .pairsl {
    border: 0;
  }
  .pair {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 40px minmax(0, 1fr);
    gap: var(--lk-s2);
    align-items: center;
    padding: var(--lk-s4) var(--lk-pad);
  }
  .pair + .pair {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .pe {
    display: flex;
    gap: var(--lk-s3);
    align-items: flex-start;
    min-inline-size: 0;
  }
  .pe > .ic {
    color: var(--lk-ink-2);
    margin-block-start: 1px;
  }
  .puk {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s1) var(--lk-s2);
    align-items: center;
    margin-block-start: var(--lk-s1);
  }
  .pa,
  .step {
    grid-column: 1 / -1;
  }
  .pa {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2);
    padding-inline-start: 32px;
  }
  .step {
    display: grid;
    gap: var(--lk-s3);
    padding-block: var(--lk-s2);
    max-inline-size: 38em;
  }
  @container w (inline-size >= 54em) {
    .pair {
      grid-template-columns: minmax(0, 15em) 72px minmax(min-content, 1fr) auto;
    }
    .pa {
      grid-column: auto;
      padding: 0;
    }
  }
  @container w (inline-size < 30em) {
    .pair {
      grid-template-columns: 1fr;
      gap: 2px;
    }
    .tie {
      block-size: 18px;
      inline-size: 20px;
    }
    .tie::before {
      inset-inline: 9px auto;
      inset-block: 0;
      border: 0;
      border-inline-start: 1.5px solid var(--lk-line-3);
    }
    .tie:is(.open, .busy)::before {
      border-inline-start-style: dashed;
    }
    .tie .ic {
      display: none;
    }
    .pa {
      margin-block-start: var(--lk-s2);
    }
  }
  .simfoot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2) var(--lk-s4);
    align-items: center;
  }
  .addform {
    display: grid;
    gap: var(--lk-s3);
    max-inline-size: 28em;
  }
  .netwait,
  .did {
    display: inline-flex;
    gap: var(--lk-s2);
    align-items: center;
    color: var(--lk-ink-2);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
  }
  .did {
    color: var(--lk-credit);
  }
`;
