import { css } from 'lit';
import { base } from '../../ui/styles/base.js';
import { buttons } from '../../ui/styles/buttons.js';
import { chips } from '../../ui/styles/chips.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { money } from '../../ui/styles/money.js';
import { notes } from '../../ui/styles/notes.js';
import { options } from '../../ui/styles/options.js';
import { qr } from '../../ui/styles/qr.js';
import { results } from '../../ui/styles/results.js';
import { segments } from '../../ui/styles/segments.js';
import { states } from '../../ui/styles/states.js';
import { sums } from '../../ui/styles/sums.js';

const styles = css`
  .inp.sum + .hint {
    overflow-wrap: anywhere;
  }
  .paybar {
    display: grid;
    gap: var(--lk-s3);
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }
  .btn.wide {
    inline-size: 100%;
  }
  .payment {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s5);
    align-items: flex-start;
  }
  .payment > .grow {
    flex: 1 1 15em;
    min-inline-size: 0;
  }
  .payment .how {
    margin-block: var(--lk-s3) var(--lk-s4);
  }
  .payment .btn,
  .result .btn {
    white-space: normal;
  }
  .code {
    flex: 0 0 auto;
    margin-inline: 0;
  }
  .code .qr {
    display: block;
    border: var(--lk-hair) solid var(--lk-line);
  }
  .extra {
    display: grid;
    gap: var(--lk-s2);
  }
  form + .extra {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .extra .btns,
  .extra form {
    margin-block-start: var(--lk-s2);
  }
  .extra form {
    max-inline-size: 34em;
  }
  .extra form .btns {
    margin-block-start: 0;
  }
  .pairfields {
    display: grid;
    gap: var(--lk-s4);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11em), 1fr));
  }
  @container w (inline-size < 30em) {
    .code {
      flex: 1 1 100%;
      display: grid;
      justify-items: center;
    }
  }
`;

export const sheets = [
  ...base,
  buttons,
  chips,
  forms,
  options,
  segments,
  ledger,
  money,
  sums,
  notes,
  states,
  results,
  qr,
  styles,
];
