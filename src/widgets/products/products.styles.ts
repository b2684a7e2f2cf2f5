import { css } from 'lit';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { consequences } from '../../ui/styles/consequences.js';
import { dialog } from '../../ui/styles/dialog.js';
import { forms } from '../../ui/styles/forms.js';
import { money } from '../../ui/styles/money.js';
import { notes } from '../../ui/styles/notes.js';
import { options } from '../../ui/styles/options.js';
import { pairs } from '../../ui/styles/pairs.js';
import { results } from '../../ui/styles/results.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { steps } from '../../ui/styles/steps.js';
import { sums } from '../../ui/styles/sums.js';

const own = css`
  .head > .ib:first-child {
    margin-inline-start: calc(var(--lk-s2) * -1);
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 21em), 1fr));
    gap: var(--lk-hair);
    padding-block-start: var(--lk-hair);
    overflow: clip;
  }
  .card {
    display: grid;
    grid-template-rows: auto auto 1fr auto;
    gap: var(--lk-s3);
    padding: var(--lk-s5) var(--lk-pad);
    min-inline-size: 0;
    /* In the gaps of the grid: a card at the end of a row has its own line too. */
    outline: var(--lk-hair) solid var(--lk-line);
  }
  .cardtop {
    display: flex;
    gap: var(--lk-s3);
    align-items: start;
  }
  .cardtop > .ic {
    color: var(--lk-ink-2);
    margin-block-start: 2px;
  }
  .cardtop h3 {
    overflow-wrap: anywhere;
  }
  .card .btns {
    align-items: center;
  }
  .card .pairs {
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    align-content: start;
    gap: var(--lk-s1) var(--lk-s4);
  }
  .card .note {
    margin-block-end: var(--lk-s3);
  }
  .fields > .field {
    max-inline-size: 24em;
  }
  .quote {
    max-inline-size: 30em;
  }
  .quote + .what {
    margin-block-start: var(--lk-s4);
  }
`;

export const productsStyles = [
  ...base,
  buttons,
  money,
  forms,
  options,
  pairs,
  status,
  notes,
  states,
  sums,
  steps,
  results,
  dialog,
  consequences,
  own,
];
