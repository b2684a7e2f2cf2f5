import { css } from 'lit';

export const styles = css`
  .sec > .note {
    margin-block-end: var(--lk-s4);
  }
  .once {
    display: flex;
    flex-wrap: wrap;
    gap: var(--lk-s3);
    align-items: flex-end;
    background: var(--lk-brand-wash);
    border: var(--lk-hair) solid var(--lk-brand-edge);
    border-radius: var(--lk-r-3);
    padding: var(--lk-s4);
    margin-block-end: var(--lk-s5);
  }
  .once .grow {
    flex: 1 1 16em;
    min-inline-size: 0;
  }
  .pw {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--lk-s1);
    font-weight: var(--lk-w-2);
    font-size: var(--lk-fs-4);
    line-height: var(--lk-lh-4);
    overflow-wrap: anywhere;
    user-select: all;
  }
  .once .qr {
    margin-block-start: var(--lk-s3);
  }
  .newform,
  .resetform {
    display: grid;
    gap: var(--lk-s4);
    max-inline-size: 34em;
    margin-block-end: var(--lk-s5);
  }
  .resetform {
    gap: var(--lk-s3);
    margin-block: var(--lk-s2);
  }
  .tbl td.wide {
    padding-block: 0 var(--lk-s4);
    border-block-start: 0;
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
`;
