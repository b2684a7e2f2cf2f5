import { css } from 'lit';

export const styles = css`
  .lsub {
    overflow-wrap: anywhere;
  }
  .sec.rsec {
    padding-block-start: var(--lk-s4);
  }
  .did {
    color: var(--lk-credit);
    font-size: var(--lk-fs-2);
    line-height: var(--lk-lh-2);
    display: flex;
    gap: var(--lk-s2);
    align-items: center;
    margin-block-end: var(--lk-s3);
  }
  .lock {
    inline-size: var(--lk-control-s);
    block-size: var(--lk-control-s);
    /* As the buttons of other rows. */
    margin-inline-end: -6px;
    display: inline-grid;
    place-items: center;
    color: var(--lk-ink-2);
  }
  .mx .editing > :is(td, th),
  .mx .edact td {
    background: var(--lk-paper-2);
  }
  .mx .editing > td[data-p] {
    padding-inline-start: var(--lk-s2);
  }
  .mx .edact td {
    border: 0;
    padding-block-start: 0;
  }
  .mx .editing > th,
  .mx .edact td {
    box-shadow: calc(var(--lk-pad) * -1) 0 0 var(--lk-paper-2);
  }
  .mx .editing > td:last-child {
    box-shadow: var(--lk-pad) 0 0 var(--lk-paper-2);
  }
  .mx .edact td {
    box-shadow:
      var(--lk-pad) 0 0 var(--lk-paper-2),
      calc(var(--lk-pad) * -1) 0 0 var(--lk-paper-2);
  }
  .panel,
  .form {
    display: grid;
    gap: var(--lk-s4);
  }
  .form .levels {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr));
    gap: var(--lk-s3);
  }
  .form .segs,
  .panel .segs {
    max-inline-size: 24em;
  }
  .form + .mx {
    margin-block-start: var(--lk-s6);
  }
  .asofbar .btns {
    margin-inline-start: auto;
    justify-content: flex-end;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: var(--lk-s3) var(--lk-s5);
    max-inline-size: 44em;
  }
  .asofbar {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: var(--lk-s2) var(--lk-s4);
  }
  .filter {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5em), 1fr));
    gap: var(--lk-s3);
    align-items: end;
    margin-block-end: var(--lk-s4);
  }
  .lvkey {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s1) var(--lk-s6);
    padding: 0;
    margin: 0;
    list-style: none;
    color: var(--lk-ink-2);
  }
  .btn.takes {
    color: var(--lk-bad);
  }
  @container w (inline-size < 54em) {
    .mx thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .mx,
    .mx tbody {
      display: block;
    }
    .mx tr {
      display: grid;
      /* At most five: a sixth would stay empty, and levels be cut off for it. */
      grid-template-columns: repeat(auto-fill, minmax(min(100%, max(7.4em, (100% - 4 * var(--lk-s4)) / 5 - 1px)), 1fr));
      gap: var(--lk-s1) var(--lk-s4);
      padding-block: var(--lk-s4);
      border-block-start: var(--lk-hair) solid var(--lk-line);
      position: relative;
    }
    .mx tr:first-child {
      border: 0;
      padding-block-start: 0;
    }
    .mx tr > :is(td, th),
    .mx tr > :is(td, th) + td {
      border: 0;
      padding: 0;
      box-shadow: none;
    }
    .mx tr > th {
      grid-column: 1 / -1;
      padding-inline-end: 80px;
    }
    .mx .editing > td[data-p] {
      padding: 0;
    }
    .mx td[data-p] {
      display: grid;
      gap: 2px;
      font-size: var(--lk-fs-2);
      line-height: var(--lk-lh-2);
    }
    .mx td[data-p]::before {
      content: attr(data-p);
      color: var(--lk-ink-2);
    }
    .mx .acts {
      inline-size: auto;
      position: absolute;
      inset-block-start: var(--lk-s3);
      inset-inline-end: 0;
    }
    .mx :is(.editing, .edact) {
      background: var(--lk-paper-2);
      margin-inline: calc(var(--lk-pad) * -1);
      padding-inline: var(--lk-pad);
    }
    .mx .edact {
      display: block;
      border: 0;
      padding-block-start: 0;
    }
    .mx .edact td {
      display: block;
    }
  }
`;
