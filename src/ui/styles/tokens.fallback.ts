import { css } from 'lit';
export const fallback = css``;
