import { css } from 'lit';
import { aside } from '../../ui/styles/aside.js';
import { base } from '../../ui/styles/base.js';
import { blocks } from '../../ui/styles/blocks.js';
import { buttons } from '../../ui/styles/buttons.js';
import { ledger } from '../../ui/styles/ledger.js';
import { money } from '../../ui/styles/money.js';
import { notes } from '../../ui/styles/notes.js';
import { print } from '../../ui/styles/print.js';
import { states } from '../../ui/styles/states.js';
import { sums } from '../../ui/styles/sums.js';
import { tabs } from '../../ui/styles/tabs.js';

const own = css`
  .say {
    margin-block-start: var(--lk-s1);
    color: var(--lk-credit);
  }
  .block.shut .lines {
    display: none;
  }
  .block.far {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 2.2em;
  }
  .many {
    display: flex;
    justify-content: space-between;
    margin-block-end: var(--lk-s4);
  }
  .paper {
    margin-block-end: var(--lk-s3);
  }
  @media print {
    .block.far {
      content-visibility: visible;
    }
    .block.shut .lines {
      display: block;
    }
  }
`;

/** What the current statement is drawn with; the other tabs bring more, see `archive.styles.ts`. */
export const styles = [...base, buttons, money, tabs, notes, ledger, blocks, sums, aside, states, own, print];
