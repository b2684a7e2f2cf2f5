import { css } from 'lit';
import { base } from '../../ui/styles/base.js';
import { bars } from '../../ui/styles/bars.js';
import { buttons } from '../../ui/styles/buttons.js';
import { consequences } from '../../ui/styles/consequences.js';
import { dataTables } from '../../ui/styles/data-tables.js';
import { dialog } from '../../ui/styles/dialog.js';
import { forms } from '../../ui/styles/forms.js';
import { ledger } from '../../ui/styles/ledger.js';
import { money } from '../../ui/styles/money.js';
import { notes } from '../../ui/styles/notes.js';
import { options } from '../../ui/styles/options.js';
import { packages } from '../../ui/styles/packages.js';
import { pairs } from '../../ui/styles/pairs.js';
import { results } from '../../ui/styles/results.js';
import { rows } from '../../ui/styles/rows.js';
import { segments } from '../../ui/styles/segments.js';
import { states } from '../../ui/styles/states.js';
import { status } from '../../ui/styles/status.js';
import { steps } from '../../ui/styles/steps.js';
import { sums } from '../../ui/styles/sums.js';
import { switches } from '../../ui/styles/switches.js';
import { tabs } from '../../ui/styles/tabs.js';
import { tags } from '../../ui/styles/tags.js';
import { connect } from './connect/connect.styles.js';

const list = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--lk-s3);
    padding-block-start: 0;
  }
  .toolbar > .field {
    flex: 1 1 15em;
  }
  .toolbar > .field:has(select) {
    flex: 0 1 14em;
  }
  /* With the button of the head: it stands beside the search, the filters below. */
  .toolbar.acting {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
  }
  .acting > .segs {
    justify-self: start;
    max-inline-size: 100%;
  }
  @container w (inline-size < 34em) {
    .toolbar.acting {
      grid-template-columns: minmax(0, 1fr);
    }
    .acting > .btn {
      justify-self: start;
    }
  }
  .toolbar > .field > label {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
  }
  .toolbar > .segs {
    flex: 0 1 auto;
  }
  .nums,
  .stock {
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .nrow {
    flex-wrap: wrap;
    row-gap: var(--lk-s2);
  }
  .nmain {
    flex: 1 1 14em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .nmain .lname {
    row-gap: 3px;
    align-items: center;
  }
  .nmain .tag {
    white-space: normal;
  }
  .npk {
    display: flex;
    gap: var(--lk-s4);
    flex: 0 0 21em;
    align-items: flex-end;
  }
  .npk > .pk {
    flex: 1;
    min-inline-size: 0;
    max-inline-size: 8em;
  }
  .nfee {
    flex: 0 0 8em;
    text-align: end;
  }
  .nrow > .ic {
    margin-inline-start: calc(var(--lk-s1) * -1);
  }
  .nrow.off .num {
    color: var(--lk-ink-2);
  }
  .nrow.off :is(.npk, .nfee) {
    display: none;
  }
  @container w (inline-size < 60em) {
    .pk-t .in2 {
      display: none;
    }
    .npk {
      flex-basis: 14em;
    }
    .nfee {
      flex-basis: 6em;
    }
  }
  @container w (inline-size < 50em) {
    .npk {
      order: 5;
      flex: 1 0 100%;
    }
    .npk:empty {
      display: none;
    }
    .nfee {
      flex: 0 0 auto;
    }
    .nrow {
      align-items: flex-start;
    }
    .nrow > .ic {
      margin-block-start: 1px;
    }
    .nmain {
      flex-basis: 8em;
    }
  }
`;

const card = css`
  .cardhead {
    align-items: flex-start;
    flex-wrap: wrap;
    padding-block-end: var(--lk-s4);
    border-block-end: var(--lk-hair) solid var(--lk-line);
  }
  .cardhead:has(+ .tabs) {
    border-block-end: 0;
    padding-block-end: var(--lk-s2);
  }
  .cardhead > .ib:first-child {
    margin-inline-start: calc(var(--lk-s2) * -1);
  }
  .cardhead .grow {
    flex-basis: 9em;
  }
  .cardhead .st {
    margin-block-start: calc((var(--lk-control-s) - var(--lk-lh-2)) / 2);
  }
  @container w (inline-size < 26em) {
    .cardhead > .st {
      flex-basis: 100%;
      margin-block: 0;
      padding-inline-start: calc(var(--lk-control-s) * 0.8 + var(--lk-s2));
    }
  }
  .tab[aria-current] {
    color: var(--lk-ink);
    border-color: var(--lk-brand-ink);
    cursor: default;
  }
  .cardnotes {
    display: grid;
    gap: var(--lk-s3);
  }
  .tarh,
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3) var(--lk-s8);
    align-items: flex-end;
  }
  .tarn {
    font-size: var(--lk-fs-5);
    line-height: var(--lk-lh-5);
    font-weight: var(--lk-w-3);
    letter-spacing: -0.012em;
    overflow-wrap: anywhere;
  }
  .tarn .tag {
    letter-spacing: 0;
    vertical-align: 4px;
  }
  .tarp {
    flex: 1 1 13em;
  }
  .tarp p:last-child {
    line-height: var(--lk-lh-5);
  }
  .tarh + .hint {
    margin-block-start: var(--lk-s2);
  }
  .packs {
    margin-block-start: var(--lk-s3);
  }
  .later {
    margin-block-start: var(--lk-s5);
  }
  .optsec {
    padding-block-end: var(--lk-s2);
  }
  .optrow {
    display: flex;
    gap: var(--lk-s4);
    align-items: center;
    padding-block: var(--lk-s3);
    border-block-start: var(--lk-hair) solid var(--lk-line);
  }
  .optrow:first-child {
    border: 0;
  }
  .optrow > .grow {
    overflow-wrap: anywhere;
  }
  .optp,
  .optp .lsub {
    text-align: end;
  }
  .optsec .sub {
    margin-block: var(--lk-s2);
  }
  .ask {
    display: grid;
    gap: var(--lk-s3);
    padding-block-end: var(--lk-s4);
  }
  .ask .btns:not(:empty) {
    padding-inline-start: var(--lk-s4);
  }
  .ways {
    display: grid;
    gap: var(--lk-s2);
    justify-items: start;
  }
  .way {
    padding-inline: 0;
  }
  .way[aria-disabled='true'] {
    color: var(--lk-ink-2);
    cursor: not-allowed;
  }
  .way:hover {
    background: none;
  }
  .ways > .btn.quiet {
    margin-inline-start: calc(var(--lk-s2) * -1);
  }
  dialog .what {
    margin: 0;
  }
`;

const wizard = css`
  .stepsbar {
    padding-block-start: var(--lk-s4);
  }
  .why {
    display: flex;
    gap: 4px;
    color: var(--lk-warn);
  }
  .opt .lsub .lsub {
    display: inline-block;
    margin-inline-start: var(--lk-s2);
  }
  .cmp {
    margin-block-start: var(--lk-s2);
  }
  .cmp :is(td, tbody th) {
    padding-block: calc(var(--lk-row) * 0.85);
    vertical-align: baseline;
  }
  .cmp th {
    overflow-wrap: break-word;
  }
  .cmp tbody th {
    font-weight: var(--lk-w);
    color: var(--lk-ink-2);
  }
  .cmp thead th {
    min-block-size: 1lh;
  }
  @container w (inline-size < 46em) {
    .cmp .roomy {
      display: none;
    }
  }
  @container w (inline-size < 24em) {
    .cmp :is(th, td) + :is(th, td) {
      padding-inline-start: var(--lk-s2);
    }
  }
  .r2 {
    text-align: end;
  }
  .result .btns .sub {
    flex: 1 0 auto;
  }
`;

export const servicesStyles = [
  ...base,
  buttons,
  money,
  bars,
  packages,
  status,
  tags,
  notes,
  states,
  results,
  forms,
  segments,
  switches,
  options,
  rows,
  pairs,
  sums,
  ledger,
  dataTables,
  tabs,
  steps,
  consequences,
  dialog,
  list,
  card,
  wizard,
  connect,
];
