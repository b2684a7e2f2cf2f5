import { warnOnce } from '../core/registry/page.js';
import type { Appearance, AppearanceVariable } from '../core/session/types.js';

const color = (value: string) => CSS.supports('color', value);
const length = (value: string) => CSS.supports('width', value) && !/rem|%|auto|content/.test(value);

/** What a host may set, and what it must look like. */
const VALID: Readonly<Record<AppearanceVariable, (value: string) => boolean>> = {
  accent: color,
  text: color,
  surface: color,
  border: color,
  danger: color,
  radius: length,
  font: (value) => CSS.supports('font-family', value),
  'font-size': length,
  space: length,
  density: (value) => Number(value) >= 0.7 && Number(value) <= 1.5,
};
const THEME = { auto: 'light dark', light: 'light', dark: 'dark' };

const sheets = new WeakMap<Appearance, CSSStyleSheet>();
const adopted = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** Puts the host's appearance on an element: one sheet for all elements of a session. `--lk-*` of the page's own style sheets win, the theme does not give way. */
export function adoptAppearance(root: HTMLElement | DocumentFragment, appearance: Appearance | undefined): void {
  if (!(root instanceof ShadowRoot)) return;
  const before = adopted.get(root);
  const sheet = appearance && sheetOf(appearance);
  if (sheet === before) return;
  const others = root.adoptedStyleSheets.filter((one) => one !== before);
  root.adoptedStyleSheets = sheet ? [...others, sheet] : others;
  if (sheet) adopted.set(root, sheet);
  else adopted.delete(root);
}

function sheetOf(appearance: Appearance): CSSStyleSheet {
  const known = sheets.get(appearance);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  const rule = sheet.cssRules[sheet.insertRule(':host {}')];
  if (rule instanceof CSSStyleRule) {
    for (const [name, value] of declarations(appearance)) {
      // A page's `* { all: unset }` would take the theme off, but not what is written in custom properties.
      rule.style.setProperty(name, value, name === 'color-scheme' ? 'important' : '');
    }
  }
  sheets.set(appearance, sheet);
  return sheet;
}

/** The valid part of an appearance as CSS declarations. What is wrong is left out, with a warning. */
export function declarations({ theme, variables = {} }: Appearance): [name: string, value: string][] {
  const found: [string, string][] = [];
  if (theme !== undefined && Object.hasOwn(THEME, theme)) found.push(['color-scheme', THEME[theme]]);
  else if (theme !== undefined)
    warnOnce(`appearance.theme "${String(theme)}" is none of auto, light, dark.`, 'theming');
  for (const [name, value] of Object.entries(variables)) {
    const valid = Object.hasOwn(VALID, name) ? VALID[name as AppearanceVariable] : null;
    if (valid === null) warnOnce(`appearance.variables.${name} is not known.`, 'theming');
    else if (!valid(String(value))) warnOnce(`appearance.variables.${name}: "${value}" is not valid.`, 'theming');
    else found.push([`--lk-${name}`, String(value)]);
  }
  return found;
}
