import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { seeds } from './testing/chance.js';
import { testProcesses } from './testing/processes.js';

const folder = await mkdtemp(join(tmpdir(), 'lk-processes-'));
after(() => rm(folder, { recursive: true, force: true }));

testProcesses(
  'one SQLite file',
  () => Promise.resolve(`sqlite:${join(folder, `${crypto.randomUUID()}.sqlite`)}`),
  seeds([1]),
);
