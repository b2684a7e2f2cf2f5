import { css } from 'lit';

/** QR code: black on white in every theme, never mirrored. @see parts/qr.ts */
export const qr = css`
  .qr {
    inline-size: 180px;
    max-inline-size: 100%;
    aspect-ratio: 1;
    border-radius: var(--lk-r-1);
    forced-color-adjust: none;
    shape-rendering: crispEdges;
  }
  .qr-paper {
    fill: #fff;
  }
  .qr path {
    fill: #000;
  }
`;
