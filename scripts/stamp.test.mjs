import { expect } from 'chai';
import { describe, it } from 'node:test';
import { packageSources, scriptSources } from './stamp.mjs';

describe('what a build is old by', () => {
  it('is for script tags the sources of elements, not those of the backend', () => {
    const sources = scriptSources();
    expect(sources).to.include.members(['src/widgets/bills/bills.ts', 'src/api/openapi.json', 'package-lock.json']);
    expect(sources.filter((path) => /^mock-backend|\.test\./.test(path))).to.deep.equal([]);
  });

  it('is for the package also what its command and its kit are made from', () => {
    const sources = packageSources();
    expect(sources).to.include.members([
      ...scriptSources(),
      'mock-backend/scenarios/cli.ts',
      'mock-backend/engine/rating/voice.ts',
      'mock-backend/docs/CONFORMANCE.md',
    ]);
    expect(sources.some((path) => /^mock-backend\/scenarios\/vectors\/.*\.json$/.test(path))).to.equal(true);
    expect(sources.filter((path) => path.includes('.test.'))).to.deep.equal([]);
  });
});
