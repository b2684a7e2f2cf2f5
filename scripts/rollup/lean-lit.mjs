/**
 * Puts shorter modules in the place of two of lit's in the files for pages: sheets without the way around browsers that cannot adopt
 * them (none of those has the `ElementInternals` that every widget needs), and decorators of the one kind that our compiler writes.
 * The package for npm imports lit whole, and tests run with it.
 */
const MODULES = {
  'css-tag.js': `
export const supportsAdoptingStyleSheets = true;
export class CSSResult {
  constructor(cssText) { this._$cssResult$ = true; this.cssText = cssText; }
  get styleSheet() {
    if (!this._sheet) (this._sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this._sheet;
  }
  toString() { return this.cssText; }
}
export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (strings, ...values) =>
  new CSSResult(values.reduce((text, value, index) => text + value + strings[index + 1], strings[0]));
export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style); };
export const getCompatibleStyle = (style) => style;`,
  'decorators/property.js': `
export const standardProperty = undefined;
export const property = (options) => (prototype, name) => {
  const accessor = Object.hasOwn(prototype, name);
  prototype.constructor.createProperty(name, options);
  return accessor ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
};`,
};

/** @returns {import('rollup').Plugin} */
export function leanLit() {
  return {
    name: 'lk-lean-lit',
    transform(code, id) {
      const [, file] = /\/@lit\/reactive-element\/(.+)$/.exec(id.replaceAll('\\', '/')) ?? [];
      const short = MODULES[file];
      if (!short) return null;
      const [theirs, ours] = [code, short].map((text) => exportsOf(this.parse(text)).sort().join());
      if (theirs !== ours)
        this.error(`lit has changed: ${file} exports ${theirs}. Compare scripts/rollup/lean-lit.mjs.`);
      return { code: short, map: null };
    },
  };
}

/** Names that a module exports. */
const exportsOf = ({ body }) =>
  body
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration, specifiers }) => [
      ...specifiers.map(({ exported }) => exported.name),
      ...(declaration?.declarations ?? (declaration ? [declaration] : [])).map(({ id }) => id.name),
    ]);
