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

async function built() {
  const modules = {
    '/src/widgets/a/a.ts': "export const part = () => import('part.ts');",
    '/src/widgets/a/a.messages.ts': "export const texts = () => import('ru.ts');",
    'part.ts': 'export default 1;',
    'ru.ts': 'export default 2;',
    'main.ts': "export * from '/src/widgets/a/a.ts'; export * from '/src/widgets/a/a.messages.ts';",
  };
  const bundle = await rollup({ input: 'main.ts', plugins: [virtual(modules)], output: {} });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    plugins: [askAgain(/\/src\/widgets\/a\/\w+\.ts$/)],
  });
  return output.find(({ fileName }) => fileName === 'main.js').code;
}

describe('asking for a chunk again', () => {
  it('puts what the page has set behind the address of modules that are wanted late, and of no others', async () => {
    const code = await built();
    expect(code).to.contain(`import('./part.js'+(self.lkAgain||""))`);
    expect(code).to.contain(`import('./ru.js')`);
  });
});
