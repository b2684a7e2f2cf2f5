import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

describe('define/all', () => {
  it('registers every element that can be registered alone', () => {
    const alone = readdirSync('src/define').filter((file) => file.endsWith('.ts') && file !== 'all.ts');
    const imported = [...readFileSync('src/define/all.ts', 'utf8').matchAll(/import '\.\/([\w-]+)\.js'/g)];
    expect(imported.map(([, name]) => `${name}.ts`)).to.have.members(alone);
  });
});

describe('the module of an element', () => {
  it('exports one class: the loader registers what it finds there', () => {
    const several = readdirSync('src/define')
      .flatMap((file) => [...readFileSync(`src/define/${file}`, 'utf8').matchAll(/from '\.\.\/(widgets\/.+)\.js'/g)])
      .filter(([, path]) => readFileSync(`src/${path}.ts`, 'utf8').match(/^export (abstract )?class /gm)?.length !== 1);
    expect(several).to.deep.equal([]);
  });
});

describe('the version', () => {
  it('is the same in package.json and in the code', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(readFileSync('src/core/version.ts', 'utf8')).to.contain(`'${version}'`);
  });
});

describe('the index', () => {
  it('exports the class of every element and of every event that the manifest names', () => {
    const exported = readFileSync('src/index.ts', 'utf8');
    const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
    for (const { name, events = [] } of modules.flatMap(({ declarations }) => declarations)) {
      for (const one of [name, ...events.map(({ type }) => type.text)])
        expect(exported).to.match(new RegExp(`\\b${one}\\b`));
    }
  });
});
