import { css } from 'lit';

/** Number and SIM tied by a line: solid, dashed while binding (`busy`), an open end when free (`open`). */
export const ties = css`
  .tie {
    display: grid;
    place-items: center;
    position: relative;
    color: var(--lk-ink-2);
    block-size: 20px;
  }
  .tie::before {
    content: '';
    position: absolute;
    inset-inline: 0;
    inset-block-start: 50%;
    border-block-start: 1.5px solid var(--lk-line-3);
  }
  .tie .ic {
    background: var(--lk-paper);
    position: relative;
    padding-inline: 1px;
    inline-size: 18px;
  }
  .tie.open::before,
  .tie.busy::before {
    border-block-start-style: dashed;
  }
  .slot {
    inline-size: 20px;
    block-size: 20px;
    border: 1.5px dashed var(--lk-line-3);
    border-radius: var(--lk-r-1);
    flex: none;
  }
`;
