/**
 * Journals and states of some scenarios against what was written down of them. The same file is asserted in a browser
 * (src/testing/replay.test.ts): one engine, the same bytes everywhere.
 *
 * When it fails because the fold was changed on purpose: raise STATE_VERSION, then `LK_WRITE_REPLAY=1 npm run test:node -- …/replay.test.ts`.
 */
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { expect } from 'chai';
import { createBackend } from '../adapters/backend.js';
import { STATE_VERSION } from '../engine/version.js';
import { MemoryStore } from '../store/memory.js';
import { type Fingerprint, fingerprintOf } from './fingerprint.js';

interface Written {
  readonly version: number;
  readonly worlds: Readonly<Record<string, Fingerprint>>;
}

const scenarios = new URL('../scenarios/', import.meta.url);
const file = new URL('replay.json', scenarios);
const written = JSON.parse(readFileSync(file, 'utf8')) as Written;

async function played(path: string): Promise<Fingerprint> {
  const url = new URL(path, scenarios);
  const store = new MemoryStore();
  const backend = await createBackend({
    scenario: readFileSync(url, 'utf8'),
    openFile: (name) => createReadStream(new URL(name, url)),
    store,
  });
  try {
    return await fingerprintOf(store);
  } finally {
    await backend.close();
  }
}

describe('the journal of a scenario', () => {
  const found: Record<string, Fingerprint> = {};
  for (const [path, wanted] of Object.entries(written.worlds)) {
    it(`of ${path} is what was written down, and so is the state folded from it`, async () => {
      found[path] = await played(path);
      if (process.env['LK_WRITE_REPLAY'] === undefined) expect(found[path]).to.deep.equal(wanted);
    });
  }

  it('was written down by this version of the state', () => {
    if (process.env['LK_WRITE_REPLAY'] !== undefined) {
      const sameJournal = Object.keys(found).filter((path) => found[path]?.journal === written.worlds[path]?.journal);
      const otherState = sameJournal.filter((path) => found[path]?.state !== written.worlds[path]?.state);
      expect(otherState.length === 0 || STATE_VERSION > written.version, 'STATE_VERSION must go up').to.equal(true);
      writeFileSync(file, `${JSON.stringify({ version: STATE_VERSION, worlds: found }, null, 2)}\n`);
      return;
    }
    expect(written.version).to.equal(STATE_VERSION);
  });
});
