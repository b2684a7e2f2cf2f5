import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const project = fileURLToPath(new URL('../../', import.meta.url));
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
/** A clone stands alone with its copies; only beside the originals is there anything to compare. */
const beside = existsSync(shared);

const read = (path: string) => readFileSync(path, 'utf8');
const names = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.(json|csv)$/.test(name))
    .sort();

describe('the copies of the common documents', () => {
  for (const [copy, original] of [
    ['mock-backend/docs/FORMAT.md', 'scenarios/FORMAT.md'],
    ['mock-backend/docs/domain.md', 'domain.md'],
  ] as const) {
    it(`${copy} is the original`, () => {
      const text = read(project + copy);
      expect(text).not.to.equal('');
      if (beside) expect(text === read(shared + original)).to.equal(true);
    });
  }

  for (const [copy, original] of [
    ['mock-backend/scenarios/vectors/', 'scenarios/'],
    ['mock-backend/scenarios/worlds/demo/', 'data/'],
  ] as const) {
    it(`${copy} has the same files`, () => {
      expect(names(project + copy)).not.to.deep.equal([]);
      if (!beside) return;
      for (const name of names(shared + original)) {
        expect(names(project + copy), name).to.include(name);
        expect(read(project + copy + name) === read(shared + original + name), name).to.equal(true);
      }
    });
  }
});
