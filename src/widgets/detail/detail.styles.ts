import { css } from 'lit';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { chips } from '../../ui/styles/chips.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { money } from '../../ui/styles/money.js';
import { notes } from '../../ui/styles/notes.js';
import { pairs } from '../../ui/styles/pairs.js';
import { print } from '../../ui/styles/print.js';
import { segments } from '../../ui/styles/segments.js';
import { states } from '../../ui/styles/states.js';
import { sums } from '../../ui/styles/sums.js';
import { tabs } from '../../ui/styles/tabs.js';
import { tags } from '../../ui/styles/tags.js';
import { list } from './list/list.styles.js';

const filters = css`
  .filters {
    display: grid;
    gap: var(--lk-s3);
  }
  .filters.filters {
    padding-block: var(--lk-s3) var(--lk-s4);
  }
  .f1,
  .f2,
  .f3,
  .own {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3) var(--lk-s4);
    align-items: start;
  }
  .f1 > .field {
    flex: 1 1 13em;
  }
  .f3 > .field {
    flex: 0 1 auto;
    max-inline-size: 100%;
  }
  .f3 > .field:has(.sel) {
    flex: 1 1 13em;
  }
  .f1 > .per {
    flex: 0 1 auto;
    max-inline-size: 100%;
  }
  /* As high as a field, which comes later. */
  .own {
    min-block-size: calc(var(--lk-lh-2) + 6px + var(--lk-control));
  }
  .own > .field {
    flex: 0 1 13em;
  }
  .f2 {
    justify-content: space-between;
    align-items: center;
  }
  .f2 > .chips {
    flex: 1 1 20em;
  }
  .unfold {
    display: none;
  }
  @container w (inline-size < 34em) {
    .own > .field {
      flex: 1 1 9em;
    }
    .f3 > .field {
      flex: 1 1 100%;
    }
    .f3:not(.on) {
      display: none;
    }
    .unfold {
      display: inline-flex;
    }
    /* The head stays one line; a telephone's browser prints what is on screen. */
    .ib {
      display: none;
    }
  }
  .totals.totals {
    padding-block: var(--lk-s4);
  }
  .strip .cnt {
    font-size: var(--lk-fs-3);
    line-height: var(--lk-lh-5);
    font-weight: var(--lk-w);
    letter-spacing: 0;
    color: var(--lk-ink-2);
  }
  .strip .end dt {
    justify-content: flex-end;
  }
  @container w (inline-size < 34em) {
    .strip .end {
      flex: 1 0 100%;
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--lk-s2);
      justify-content: space-between;
      align-items: baseline;
      margin-inline-start: 0;
    }
    .strip .cnt {
      font-size: var(--lk-fs-2);
      line-height: var(--lk-lh-2);
    }
  }
`;

const job = css`
  .job {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s2) var(--lk-s4);
    align-items: center;
  }
  .job > [role='progressbar'] {
    flex: 1 1 10em;
  }
`;

export const detailStyles = [
  ...base,
  buttons,
  tabs,
  forms,
  segments,
  chips,
  money,
  pairs,
  tags,
  notes,
  states,
  sums,
  ledger,
  print,
  filters,
  list,
  job,
];
