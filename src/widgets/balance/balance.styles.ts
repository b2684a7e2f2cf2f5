import { css } from 'lit';

export const styles = css`
  .bal {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--lk-s6);
    align-items: flex-end;
  }
  .bal-main {
    flex: 1 1 12em;
    min-inline-size: 0;
  }
  .old .hero,
  .old .hero small {
    color: var(--lk-ink-2);
  }
  .bal-st {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--lk-s4);
    align-items: center;
    flex: 1 0 100%;
    margin-block-start: var(--lk-s1);
  }
  .why {
    display: grid;
    gap: var(--lk-s3);
    max-inline-size: 26em;
  }
  .sub > .sk {
    inline-size: 11em;
  }
  .bal-st .sk {
    inline-size: 5.6em;
  }
  .bal-st .sk ~ .sk {
    inline-size: 11em;
  }
  .bal-act .sk {
    inline-size: 9.6em;
  }
  :host([compact]) .hero {
    font-size: var(--lk-fs-5);
    line-height: var(--lk-lh-5);
  }
  :host([compact]) .hero small {
    font-size: 0.72em;
  }
  :host([compact]) .sec {
    padding-block: var(--lk-s3);
  }
  :host([compact][frameless]) .sec {
    padding: 0;
  }
  :host([compact]) .bal {
    gap: var(--lk-s1) var(--lk-s4);
  }
  :host([compact]) .bal-main {
    flex: 1 0 auto;
  }
  :host([compact]) .bal-st {
    margin: 0;
  }
  @container w (inline-size >= 24em) {
    :host([compact]) .bal {
      flex-wrap: nowrap;
      justify-content: flex-end;
    }
    :host([compact]) .bal-main {
      flex: none;
    }
    :host([compact]) .bal-st {
      flex: 0 1 auto;
      padding-block-end: 5px;
    }
    :host([compact]) .bal-act {
      order: 2;
      align-self: center;
    }
  }
  @container w (inline-size < 26em) {
    :host(:not([compact])) .bal-act {
      order: 3;
      margin-block-start: var(--lk-s4);
      inline-size: 100%;
    }
    :host(:not([compact])) .bal-act .btn {
      inline-size: 100%;
    }
  }
`;
