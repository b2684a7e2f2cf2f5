import { expect } from 'chai';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import { onlyTexts, textsHash } from './texts-hash.mjs';

/** Builds modules of one chunk each, named as files of texts. */
async function built(modules, input) {
  const virtual = { name: 'virtual', resolveId: (id) => (modules[id] ? id : null), load: (id) => modules[id] };
  const bundle = await rollup({ input, plugins: [virtual] });
  const output = { format: 'es', entryFileNames: '[name]-abc123.js', plugins: [onlyTexts('abc123')] };
  return (await bundle.generate(output)).output.map(({ fileName }) => fileName);
}

describe('files of texts', () => {
  it('end with the same letters all, which stand in an address as they are', () => {
    expect(textsHash()).to.match(/^\w{6}$/);
    expect(textsHash()).to.equal(textsHash());
  });

  it('hold texts and nothing else: what they hold must not change while their name stays', async () => {
    const modules = {
      '/src/widgets/a/messages/ru.ts': "import common from '/src/ui/messages/ru.ts'; export default { ...common };",
      '/src/ui/messages/ru.ts': 'export default { loading: 1 };',
      '/src/widgets/b/messages/ru.ts': "import b from '/src/b.ts'; export default { b };",
      '/src/b.ts': 'export default 1;',
    };
    expect(await built(modules, { ru: '/src/widgets/a/messages/ru.ts' })).to.deep.equal(['ru-abc123.js']);
    const failure = await built(modules, { ru: '/src/widgets/b/messages/ru.ts' }).catch(({ message }) => message);
    expect(failure).to.contain('ru-abc123.js is named as one of texts, but needs /src/b.ts');
  });
});
