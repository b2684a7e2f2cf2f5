/**
 * Heights of the skeletons, CSS pixels at the default size of text: in a wide page and in a telephone's. Between the tag and its
 * script a widget has nothing that could say how high it will be.
 */
const ROOM: Readonly<Record<string, readonly [wide: number, narrow: number]>> = {
  balance: [122, 189],
  'balance[compact]': [66, 66],
  bills: [566, 998],
  services: [391, 383],
  detail: [694, 811],
  topup: [316, 312],
  forwarding: [275, 267],
  sim: [275, 267],
  sip: [259, 255],
  equipment: [333, 325],
  products: [276, 268],
  documents: [316, 312],
  alerts: [259, 255],
  roles: [308, 304],
  cabinet: [273, 265],
};

/**
 * Keeps room on the page for widgets that are not defined yet, so that what stands below does not move when they come. The rules hold
 * only for the tags of widgets, end with the definition of each, and weigh nothing: any rule of the page wins.
 */
export const roomFor = (prefix = 'lk-'): string => {
  const rules = (at: 0 | 1) =>
    Object.entries(ROOM)
      .map(
        ([tag, room]) =>
          `:where(${prefix}${tag}:not(:defined,[hidden])){min-block-size:calc(var(--lk-font-size,15px)*${room[at]}/15)}`,
      )
      .join('');
  const tags = Object.keys(ROOM).map((tag) => prefix + tag);
  return `:where(${tags}):where(:not(:defined,[hidden])){display:block}${rules(0)}@media(width<544px){${rules(1)}}`;
};

/** Adopts those rules; a page's own policy has no say in sheets that are made by a script. */
export function reserve(root: DocumentOrShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(roomFor());
    root.adoptedStyleSheets.push(sheet);
  } catch {
    // A browser of before 2023: the page moves a little, as it would without.
  }
}
