import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { seeds } from '../testing/chance.js';
import { testClosing } from '../testing/closing.js';

const folder = await mkdtemp(join(tmpdir(), 'lk-close-'));
after(() => rm(folder, { recursive: true, force: true }));
const open = () => Promise.resolve(`sqlite:${join(folder, `${crypto.randomUUID()}.sqlite`)}`);

testClosing('in a SQLite file', open, { seeds: seeds([1, 2]), together: 1 });
