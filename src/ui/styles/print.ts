import { css } from 'lit';

/** Paper: no frame, buttons or filters; `onpaper` appears only there (account, period, as-of time on top). */
export const print = css`
  .onpaper {
    display: none;
  }
  @media print {
    .w {
      border: 0;
      overflow: visible;
    }
    .onpaper {
      display: block;
    }
    .btn,
    .ib,
    .segs,
    .noprint {
      display: none !important;
    }
  }
`;
