/** Where in the widget the reader is: a tab, or the card of one bill. */
export type Place = { tab: Tab; month?: undefined } | { tab: 'bills'; month: string };
export type Tab = (typeof tabNames)[number];

/** In the order of the tabs. */
export const tabNames = ['statement', 'bills', 'payments', 'documents'] as const;

/**
 * Reads the attribute `view`: `statement`, `bills`, `bill:2026-10`, `payments`, `documents`.
 *
 * @returns `null` for what is none of these.
 */
export function placeOf(view: string): Place | null {
  const month = /^bill:(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(view)?.[1];
  if (month !== undefined) return { tab: 'bills', month };
  const tab = tabNames.find((name) => name === view);
  return tab === undefined ? null : { tab };
}
