import { expect } from 'chai';
import { transform } from 'esbuild';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import { leanDecorators } from './lean-decorators.mjs';

const SOURCE = `
import { property, query, state } from 'decorators';
export class Box {
  static declared: unknown[] = [];
  static createProperty(...args: unknown[]) { this.declared.push(args); }
  @property() plain = 1;
  @property({ attribute: 'token-url' }) named = 2;
  @state() private first = 3;
  @state() private second = 4;
  @property() get seen() { return 5; }
}`;

/** What the class declares, in its order; the decorators that are left say so themselves. */
async function declaredBy(source) {
  const { code } = await transform(source, {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  const modules = {
    entry: code,
    decorators: `export const property = () => (prototype, name) => void prototype.constructor.declared.push([name, 'left']);
      export const state = property;
      export const query = property;`,
  };
  const given = {
    name: 'given',
    resolveId: (id) => (id in modules ? id : null),
    load: (id) => modules[id] ?? null,
  };
  const built = await rollup({ input: 'entry', plugins: [given, leanDecorators()] });
  const { output } = await built.generate({ format: 'es' });
  return {
    code: output[0].code,
    declared: (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)).Box.declared,
  };
}

describe('decorators as the pages get them', () => {
  it('declare properties and states by the class itself, in their order, and leave those of getters', async () => {
    const { declared } = await declaredBy(SOURCE);
    expect(declared).to.deep.equal([
      ['plain'],
      ['named', { attribute: 'token-url' }],
      ['first', { state: true, attribute: false }],
      ['second', { state: true, attribute: false }],
      ['seen', 'left'],
    ]);
  });

  it('bring no helper where none is left', async () => {
    const { code } = await declaredBy(SOURCE.replace('@property() get seen', 'get seen'));
    expect(code).not.to.contain('__decorateClass');
  });
});
