/**
 * Puts shorter modules in the place of three of lit's in the files for pages: sheets without the way around browsers that cannot adopt
 * them (none of those has the `ElementInternals` that every widget needs), decorators of the one kind that our compiler writes,
 * `live()` without the helpers of other directives, and `guard()` for a list of values, made anew each time; `repeat()` does not look
 * where it stands. The package for npm imports lit whole, and tests run with it.
 */
const MODULES = {
  '@lit/reactive-element/css-tag.js': `
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
  '@lit/reactive-element/decorators/property.js': `
export const standardProperty = undefined;
export const property = (options) => (prototype, name) => {
  const accessor = Object.hasOwn(prototype, name);
  prototype.constructor.createProperty(name, options);
  return accessor ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
};`,
  'lit-html/directives/guard.js': `
import { noChange } from '../lit-html.js';
import { Directive, directive } from '../directive.js';
export const guard = directive(class extends Directive {
  render(_values, draw) { return draw(); }
  update(_part, [values, draw]) {
    if (this._values?.every((value, index) => value === values[index])) return noChange;
    this._values = values;
    return draw();
  }
});`,
  'lit-html/directives/live.js': `
import { noChange, nothing } from '../lit-html.js';
import { Directive, directive } from '../directive.js';
export const live = directive(class extends Directive {
  render(value) { return value; }
  update(part, [value]) {
    if (value === noChange || value === nothing) return value;
    const { element, name, type } = part;
    const [shown, wanted] =
      type === 3 ? [element[name], value]
      : type === 4 ? [element.hasAttribute(name), !!value]
      : [element.getAttribute(name), String(value)];
    if (shown === wanted) return noChange;
    part._$AH = {};
    return value;
  }
});`,
};

const VERSION = [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'];

/**
 * What is taken out of lit's own files, each exactly once: the ways in for its polyfills and for pages drawn by a server, what only
 * decorators of the other kind use. Copies of lit count one another on the page, to warn a developer; the page's own developer has
 * nothing to do about ours.
 */
const CUTS = {
  'lit-html/lit-html.js': [[/,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\([\w,]+\),/, ';'], VERSION],
  '@lit/reactive-element/reactive-element.js': [
    [/,(\w)=\w\.reactiveElementPolyfillSupport(?=,)/],
    [/,\w\?\.\(\{ReactiveElement:\w\}\)/],
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/],
    [/const (\w)=this\[Symbol\.metadata\];if\(null!==\1\)\{[^{}]*\}/],
    [/static addInitializer\((\w)\)\{[^{}]*\}/],
    [/,void 0!==\w\.l&&\(this\.l=\[\.\.\.\w\.l\]\)/],
    [/,this\.constructor\.l\?\.forEach\(\w=>\w\(this\)\)/],
    VERSION,
  ],
  'lit-element/lit-element.js': [
    [/,\w\.litElementHydrateSupport\?\.\([^)]*\);const (\w)=\w\.litElementPolyfillSupport;\1\?\.\([^)]*\)(?=;)/],
    VERSION,
  ],
};

/** @returns {import('rollup').Plugin} */
export function leanLit() {
  return {
    name: 'lk-lean-lit',
    transform(code, id) {
      const [, file] = /\/node_modules\/(.+)$/.exec(id.replaceAll('\\', '/')) ?? [];
      // Where a part keeps what it has put on the page, by the name that lit's own files agree on.
      if (file === 'lit-html/lit-html.js' && !code.includes('_$AH')) this.error('lit has changed: there is no _$AH.');
      const cuts = CUTS[file];
      if (cuts) {
        let rest = code;
        for (const [pattern, replacement = ''] of cuts) {
          if (rest.match(new RegExp(pattern.source, 'g'))?.length !== 1)
            this.error(
              `lit has changed: ${pattern} is not once in ${file}. Compare scripts/rollup/lean-lit.mjs with it.`,
            );
          rest = rest.replace(pattern, replacement);
        }
        this.parse(rest);
        return { code: rest, map: null };
      }
      if (file === 'lit-html/directives/repeat.js') {
        const rest = code.replace(/constructor\(\w+\)\{[^}]*"repeat\(\)[^}]*\}/, '');
        if (rest === code) this.error(`lit has changed: ${file} does not look where it stands.`);
        return { code: rest, map: null };
      }
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
