/** The ten variables that a host may set, as the three ready looks of themes.css set them. */

export const COLOURS = ['accent', 'text', 'surface', 'border', 'danger'] as const;
export const SIZES = {
  radius: { min: 0, max: 24, step: 1, unit: 'px' },
  'font-size': { min: 12, max: 20, step: 0.5, unit: 'px' },
  space: { min: 3, max: 6, step: 0.25, unit: 'px' },
  density: { min: 0.8, max: 1.2, step: 0.01, unit: '' },
} as const;
export type Colour = (typeof COLOURS)[number];
export type Size = keyof typeof SIZES;
export type Variables = Record<Colour | Size | 'font', string>;

export const LOOKS = ['default', 'bank', 'bright'] as const;
export type Look = (typeof LOOKS)[number];

const names = [...COLOURS, 'radius', 'font', 'font-size', 'space', 'density'] as const;

/** What a look sets, read from the sheet itself: there is no second list of it. */
export function variablesOf(look: Look): Variables {
  const rules = [...document.styleSheets].flatMap((sheet) => [...rulesOf(sheet)]);
  const rule = rules.find(
    (one): one is CSSStyleRule => one instanceof CSSStyleRule && one.selectorText === `.host-${look}`,
  );
  if (!rule) throw new Error(`themes.css has no .host-${look}.`);
  const value = (name: string) => rule.style.getPropertyValue(`--lk-${name}`).trim().replace(/\s+/g, ' ');
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Variables;
}

/** A sheet of another origin does not tell its rules. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

/** The two colours of `light-dark(a, b)`, or the one twice. */
export function sidesOf(value: string): readonly [light: string, dark: string] {
  const [, light = value, dark = value] = /^light-dark\((.+), *(.+)\)$/.exec(value) ?? [];
  return [light, dark];
}

export const join = (light: string, dark: string): string => (light === dark ? light : `light-dark(${light}, ${dark})`);
