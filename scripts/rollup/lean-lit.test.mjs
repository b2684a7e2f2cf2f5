import { nodeResolve } from '@rollup/plugin-node-resolve';
import { expect } from 'chai';
import { before, describe, it } from 'node:test';
import { rollup } from 'rollup';
import { leanLit } from './lean-lit.mjs';

const ENTRY = `export { css, unsafeCSS, adoptStyles } from '@lit/reactive-element/css-tag.js';
export { property } from '@lit/reactive-element/decorators/property.js';
export { guard } from 'lit-html/directives/guard.js';
export { live } from 'lit-html/directives/live.js';
export { repeat } from 'lit-html/directives/repeat.js';
export { noChange } from 'lit-html';`;

describe('lit as the pages get it', () => {
  let lit;
  before(async () => {
    const entry = { name: 'entry', resolveId: (id) => (id === 'entry' ? `${process.cwd()}/entry.js` : null) };
    const load = (id) => (id.endsWith('/entry.js') ? ENTRY : null);
    const built = await rollup({ input: 'entry', plugins: [{ ...entry, load }, nodeResolve(), leanLit()] });
    const { output } = await built.generate({ format: 'es' });
    globalThis.document ??= { createTreeWalker: () => ({}), createComment: () => ({}) };
    lit = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  });

  it('makes one sheet of a text and what is put into it, and adopts sheets of both kinds', () => {
    globalThis.CSSStyleSheet ??= class {
      replaceSync(text) {
        this.text = text;
      }
    };
    const { css: sheet, unsafeCSS, adoptStyles } = lit;
    const inner = sheet`b{}`;
    const outer = sheet`a{order:${1}}${inner}${unsafeCSS('i{}')}`;
    expect(outer.cssText).to.equal('a{order:1}b{}i{}');
    expect(outer.styleSheet).to.equal(outer.styleSheet);
    const own = new CSSStyleSheet();
    const root = {};
    adoptStyles(root, [inner, own]);
    expect(root.adoptedStyleSheets).to.deep.equal([inner.styleSheet, own]);
  });

  it('declares a property, and leaves an accessor that lit has wrapped in its place', () => {
    const made = [];
    class Element {
      static createProperty(name, options) {
        made.push([name, options]);
        if (name === 'size')
          Object.defineProperty(Element.prototype, name, { get: () => 'wrapped', configurable: true });
      }
      get size() {
        return 'own';
      }
    }
    expect(lit.property({ type: Boolean })(Element.prototype, 'open')).to.equal(undefined);
    expect(lit.property()(Element.prototype, 'size').get()).to.equal('wrapped');
    expect(made).to.deep.equal([
      ['open', { type: Boolean }],
      ['size', undefined],
    ]);
  });

  it('leaves no mark on the page that another copy of lit would warn of', () => {
    expect(Object.keys(globalThis).filter((name) => /^lit|^reactiveElement/.test(name))).to.deep.equal([]);
  });

  it('writes a value that the page has changed meanwhile, and none that is there', () => {
    const { live, noChange } = lit;
    const said = (type, element, value) => {
      const { _$litDirective$: Live, values } = live(value);
      return new Live({ type }).update({ type, element, name: 'value' }, values);
    };
    expect(said(3, { value: 'a' }, 'a')).to.equal(noChange);
    expect(said(3, { value: 'typed' }, 'a')).to.equal('a');
    expect(said(4, { hasAttribute: () => true }, true)).to.equal(noChange);
    expect(said(4, { hasAttribute: () => true }, false)).to.equal(false);
    expect(said(1, { getAttribute: () => '1' }, 1)).to.equal(noChange);
  });

  it('draws again only what depends on something that has changed', () => {
    const { guard, noChange } = lit;
    const { _$litDirective$: Guard } = guard([], () => '');
    const guarded = new Guard({});
    const drawn = (...values) => guarded.update({}, [values, () => values.join()]);
    expect([drawn(1, 'a'), drawn(1, 'a'), drawn(1, 'b'), drawn(1, 'b')]).to.deep.equal([
      '1,a',
      noChange,
      '1,b',
      noChange,
    ]);
  });

  it('repeats what it is given', () => {
    const { _$litDirective$: Repeat, values } = lit.repeat(
      [1, 2],
      (item) => item,
      (item) => item * 2,
    );
    expect(new Repeat({ type: 2 }).render(...values)).to.deep.equal([2, 4]);
  });
});
