import { css } from 'lit';

/**
 * Sheets that few pages need. Every widget has them from the start, empty; they are filled where they are wanted, for all at once.
 */

/** Colours for browsers without `light-dark()` or relative colours, see `tokens.fallback.ts`. */
export const older = css``;

/** Widgets under a tab that says their name; a cabinet fills it. */
export const untitled = css``;

let asked = false;

/** Fills `older` in a browser of before 2024. */
export function serveOlder(): void {
  if (asked) return;
  asked = true;
  if (CSS.supports('color', 'light-dark(red, red)') && CSS.supports('color', 'oklch(from red l c h)')) return;
  import('./tokens.fallback.js').then(
    ({ fallback }) => older.styleSheet?.replaceSync(fallback.cssText),
    () => (asked = false),
  );
}
