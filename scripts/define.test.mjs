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

describe('the version', () => {
  it('is the same in package.json and in the code', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(readFileSync('src/core/version.ts', 'utf8')).to.contain(`'${version}'`);
  });
});
