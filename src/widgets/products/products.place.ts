/** Where in the widget the reader is: the list, or the wizard of one product. */
export type Place =
  | { readonly at: 'list' }
  | { readonly at: 'connect'; readonly type: string }
  | { readonly at: 'resources'; readonly type: string };

/** Reads the attribute `view`: `products`, `connect:VPBX`, `resources:VPBX`. @returns `null` for what is none of these. */
export function placeOf(view: string): Place | null {
  if (view === 'products') return { at: 'list' };
  const [, at, type] = /^(connect|resources):([\w-]+)$/.exec(view) ?? [];
  if (type === undefined) return null;
  return at === 'connect' ? { at, type } : { at: 'resources', type };
}
