import type { CSSResult } from 'lit';

/** Adds sheets to a shadow root for a part of a widget that comes late. */
export function adopt(root: ParentNode, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...styles.flatMap(({ styleSheet }) => styleSheet ?? [])];
}
