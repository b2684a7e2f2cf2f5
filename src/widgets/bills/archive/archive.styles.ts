import { css } from 'lit';
import { docs } from '../../../ui/styles/docs.js';
import { forms } from '../../../ui/styles/forms.js';
import { monthBars } from '../../../ui/styles/month-bars.js';
import { segments } from '../../../ui/styles/segments.js';
import { status } from '../../../ui/styles/status.js';

const own = css`
  .bar-line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--lk-s2) var(--lk-s4);
  }
  .filters {
    display: grid;
    gap: var(--lk-s3) var(--lk-s4);
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5em), 1fr));
  }
  .months td {
    vertical-align: middle;
  }
  .months .mb {
    inline-size: 30%;
  }
  .keys {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .keys .sw + .sw {
    margin-inline-start: var(--lk-s2);
  }
  .months .link {
    color: inherit;
  }
  .months .link:hover {
    color: var(--lk-brand-ink);
  }
  .months .dl {
    inline-size: 1px;
  }
  .months .dl .ib {
    margin-inline-end: -6px;
    margin-block: -6px;
  }
  .fold {
    display: none;
  }
  .topay {
    font-size: var(--lk-fs-4);
    font-weight: var(--lk-w-3);
  }
  .act-row {
    margin-block-start: var(--lk-s3);
  }
  .docs .bad {
    color: var(--lk-bad);
  }
  .billhead {
    align-items: flex-start;
    flex-wrap: wrap;
    padding-block-end: var(--lk-s4);
    border-block-end: var(--lk-hair) solid var(--lk-line);
  }
  .billhead > .ib:first-child {
    margin-inline-start: calc(var(--lk-s2) * -1);
  }
  .billhead > .ib {
    margin-block-start: -4px;
  }
  .billhead > .ib:last-child {
    margin-inline-start: auto;
  }
  .billhead .st {
    margin-block-start: 3px;
  }
  .billhead .grow {
    flex-basis: 12em;
  }
  @container w (inline-size < 50em) {
    .only-m {
      display: none;
    }
    .fold {
      display: block;
    }
  }
  @container w (inline-size < 34em) {
    .months .mbn {
      inline-size: 8em;
      margin-inline-start: auto;
      margin-block-start: 2px;
    }
    .mbn .mbar {
      block-size: 10px;
    }
    .months td {
      vertical-align: top;
    }
  }
`;

/** What bills, payments and documents are drawn with, beside the statement's sheets. */
export const styles = [status, docs, monthBars, segments, forms, own];
