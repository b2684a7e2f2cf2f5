import { expect } from 'chai';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import { askAgain } from './ask-again.mjs';

/** Modules by name, as if they were files. */
const virtual = (modules) => ({
  name: 'virtual',
  resolveId: (id) => (modules[id.replace(/^\.\//, '')] ? id.replace(/^\.\//, '') : null),
  load: (id) => modules[id],
});

async function built(modules) {
  const bundle = await rollup({ input: 'main.ts', plugins: [virtual(modules)], output: {} });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    plugins: [askAgain({ modules: /\/src\/widgets\//, owner: /\/online\.ts$/ })],
  });
  return output.find(({ fileName }) => fileName === 'main.js').code;
}

describe('asking for a chunk again', () => {
  const widget = {
    '/src/widgets/a/a.ts': "export const part = () => import('part.ts');",
    '/src/core/b.ts': "export const other = () => import('other.ts');",
    'part.ts': 'export default 1;',
    'other.ts': 'export default 2;',
    'main.ts': "export * from '/src/widgets/a/a.ts'; export * from '/src/core/b.ts';",
  };

  it('puts what the page has set behind the address of modules that are wanted late, nothing until it is set', async () => {
    const code = await built({
      ...widget,
      '/src/widgets/a/a.ts': `export * from '/src/api/online.ts'; ${widget['/src/widgets/a/a.ts']}`,
      '/src/api/online.ts': 'export const whileOnline = 3;',
    });
    expect(code).to.contain(`import('./part.js'+lkAgain)`);
    expect(code).to.contain(`import('./other.js')`);
    expect(code).to.match(/^self\.lkAgain\?\?="";/);
  });

  it('fails the build where nothing could have set it', async () => {
    const failure = await built(widget).catch(({ message }) => message);
    expect(failure).to.contain('main.js asks for chunks again');
  });
});
