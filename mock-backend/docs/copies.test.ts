import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { expect } from 'chai';

const project = fileURLToPath(new URL('../../', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));

const read = (path: string) => readFileSync(path, 'utf8');
const names = (folder: string) => readdirSync(folder).filter((name) => /\.(json|csv)$/.test(name)).sort();

/** A clone stands alone with copies of the common documents; beside the originals they must be the same. */
describe('the copies of the common documents', { skip: !existsSync(shared) && 'there are no originals here' }, () => {
  for (const [copy, original] of [
    ['mock-backend/docs/FORMAT.md', 'scenarios/FORMAT.md'],
    ['mock-backend/docs/domain.md', 'domain.md'],
  ] as const) {
    it(`${copy} is the original`, () => {
      expect(read(project + copy) === read(shared + original)).to.equal(true);
    });
  }

  for (const [copy, original] of [
    ['mock-backend/scenarios/vectors/', 'scenarios/'],
    ['mock-backend/scenarios/worlds/demo/', 'data/'],
  ] as const) {
    it(`${copy} has the same files`, () => {
      for (const name of names(shared + original)) {
        expect(names(project + copy), name).to.include(name);
        expect(read(project + copy + name) === read(shared + original + name), name).to.equal(true);
      }
    });
  }
});
