import type { Account } from '../../core/queries/account.js';
import { may } from '../../core/queries/account.js';

/** Widgets that a cabinet shows, in the owner's order of the sections they stand in. @see domain.md §0.3 */
export const SECTIONS = {
  services: ['services', 'detail'],
  bills: ['bills'],
  telephony: ['forwarding', 'sim', 'sip', 'equipment'],
  products: ['products'],
  documents: ['documents'],
  topup: ['topup'],
  alerts: ['alerts'],
  roles: ['roles'],
} as const;

export type Section = keyof typeof SECTIONS;
export type Widget = (typeof SECTIONS)[Section][number];

/** What a user must be allowed to do for a widget to be of any use to him. */
const NEEDS: Readonly<Record<Widget, string>> = {
  services: 'numbers.read',
  detail: 'detail.read',
  bills: 'bills.read',
  forwarding: 'forwarding.read',
  sim: 'sim.read',
  sip: 'sip.read',
  equipment: 'sip.read',
  products: 'products.read',
  documents: 'card.read',
  topup: 'topup.create',
  alerts: 'alerts.read',
  roles: 'users.read',
};

/** Where in the cabinet: a widget and what to show in it. */
export interface Place {
  readonly widget: Widget;
  readonly params: Readonly<Record<string, string>>;
}

const WIDGETS: readonly Widget[] = Object.values(SECTIONS).flat();
const SECTION_NAMES = Object.keys(SECTIONS).filter((name): name is Section => name in SECTIONS);

export const isWidget = (name: string): name is Widget => WIDGETS.some((widget) => widget === name);

export function sectionOf(widget: Widget): Section {
  return SECTION_NAMES.find((section) => SECTIONS[section].some((name) => name === widget)) ?? 'services';
}

/**
 * Sections for this user, each with its widgets: what the backend does not offer, what he may not see and what is not part of this
 * build is left out.
 *
 * @param built - Widgets that can be loaded.
 */
export function sectionsFor(
  account: Account,
  built: ReadonlySet<string>,
): readonly (readonly [Section, readonly Widget[]])[] {
  const offered = new Set<string>(account.capabilities);
  return SECTION_NAMES.flatMap((section) => {
    const widgets = SECTIONS[section].filter(
      (widget) => built.has(widget) && offered.has(widget) && may(account, NEEDS[widget]),
    );
    return widgets.length > 0 ? [[section, widgets] as const] : [];
  });
}

/**
 * A place from the attribute `view`: `bills`, `detail`, `bills/bill:2026-10`, `forwarding?number=%2B7…`.
 *
 * @returns `null` if it names no widget.
 */
export function placeOf(view: string | undefined): Place | null {
  if (!view) return null;
  const [path = '', query = ''] = view.split('?');
  const [name = '', ...inner] = path.split('/');
  if (!isWidget(name)) return null;
  const params = Object.fromEntries(new URLSearchParams(query));
  return { widget: name, params: inner.length > 0 ? { ...params, view: inner.join('/') } : params };
}

/** The same as text, to come back. */
export function viewOf({ widget, params }: Place): string {
  const { view, ...others } = params;
  const query = new URLSearchParams(others).toString();
  return `${widget}${view ? `/${view}` : ''}${query ? `?${query}` : ''}`;
}
