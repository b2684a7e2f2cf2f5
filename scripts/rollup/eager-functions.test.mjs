import { expect } from 'chai';
import { describe, it } from 'node:test';
import { rollup } from 'rollup';
import { eagerFunctions } from './eager-functions.mjs';

describe('functions that are compiled while they are fetched', () => {
  it('are those of the chunks of the first view: the word stands before everything else', async () => {
    const modules = { core: 'export const a = () => 1;', other: 'export const b = () => 2;' };
    const virtual = { name: 'virtual', resolveId: (id) => id, load: (id) => modules[id] };
    const bundle = await rollup({ input: { core: 'core', other: 'other' }, plugins: [virtual] });
    const { output } = await bundle.generate({ format: 'es', plugins: [eagerFunctions(/^core$/)] });
    const starts = Object.fromEntries(output.map(({ name, code }) => [name, code.split('\n')[0]]));
    expect(starts).to.deep.equal({ core: '//# allFunctionsCalledOnLoad', other: 'const b = () => 2;' });
  });
});
