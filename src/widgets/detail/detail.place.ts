/** Where in the widget the reader is. */
export type Place =
  { readonly tab: 'detail'; readonly from?: string; readonly to?: string } | { readonly tab: 'summary' };
export type Tab = Place['tab'];

/** In the order of the tabs. */
export const tabNames = ['detail', 'summary'] as const satisfies readonly Tab[];

/**
 * Reads the attribute `view`: `detail`, `summary`, `detail:2026-10` (a month), `detail:2026-10-28` (a day).
 *
 * @returns `null` for what is none of these.
 */
export function placeOf(view: string): Place | null {
  const period = /^detail:(\d{4}-(?:0[1-9]|1[0-2]))(-\d\d)?$/.exec(view);
  const [, month, day] = period ?? [];
  if (month !== undefined) {
    return day === undefined
      ? { tab: 'detail', from: `${month}-01`, to: lastDayOf(month) }
      : { tab: 'detail', from: month + day, to: month + day };
  }
  const tab = tabNames.find((name) => name === view);
  return tab === undefined ? null : { tab };
}

/** @param month - `2026-02`. @returns `2026-02-28`. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
}
