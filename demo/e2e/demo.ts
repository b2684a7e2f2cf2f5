import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const READY_MS = 120_000;

/** The demo as `npm start` runs it: a process of its own, told only by its arguments and signals. */
export interface RunningDemo {
  url: string;
  /** What it has printed so far. */
  printed(): string;
  /** Presses Ctrl-C. @returns The exit status. */
  interrupt(): Promise<number | null>;
}

export interface Ended {
  status: number | null;
  printed: string;
}

function launch(
  args: readonly string[],
  database = '',
): { child: ChildProcess; printed: () => string; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: root,
    env: { ...process.env, LK_DATABASE_URL: database },
  });
  let text = '';
  child.stdout?.on('data', (data) => (text += String(data)));
  child.stderr?.on('data', (data) => (text += String(data)));
  const ended = new Promise<Ended>((resolve) => child.on('exit', (status) => resolve({ status, printed: text })));
  return { child, printed: () => text, ended };
}

/** Runs it with arguments that it refuses. */
export const refused = (...args: string[]): Promise<Ended> => launch(args).ended;

/** Runs it on a database that it refuses. */
export const refusedOn = (database: string, ...args: string[]): Promise<Ended> => launch(args, database).ended;

/** Starts it and waits until it says that it is ready. @throws {Error} with what it printed, if it does not get there */
export async function startDemo(...args: string[]): Promise<RunningDemo> {
  const { child, printed, ended } = launch(args);
  const limit = Date.now() + READY_MS;
  let gone = false;
  void ended.then(() => (gone = true));
  while (!/Ready in/.test(printed())) {
    if (gone || Date.now() > limit) {
      child.kill('SIGKILL');
      throw new Error(`The demo did not start:\n${printed()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const url = /http:\/\/localhost:\d+\//.exec(printed())?.[0];
  if (!url) throw new Error(`The demo printed no address:\n${printed()}`);
  const pipes = [child.stdout, child.stderr].filter((pipe) => pipe instanceof Socket);
  // A test that fails leaves it behind: it must not keep the tests from ending, nor outlive them.
  for (const handle of [child, ...pipes]) handle.unref();
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    url,
    printed,
    async interrupt() {
      for (const handle of [child, ...pipes]) handle.ref();
      child.kill('SIGINT');
      return (await ended).status;
    },
  };
}

/** A folder for a database that nobody has used. */
export async function emptyFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lk-demo-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

interface Expected {
  get: string;
  month?: string;
  is: { total?: string; closing?: string; balance?: string; blocks?: { number: string; subtotal: string }[] };
}

/** What must come out of the demo world, as its file states it. */
export async function expectations(): Promise<Expected[]> {
  const file = join(root, 'mock-backend/scenarios/worlds/demo/world-demo.json');
  const world: { steps: { expect?: Expected[] }[] } = JSON.parse(await readFile(file, 'utf8'));
  return world.steps.at(-1)?.expect ?? [];
}

/** `-4256.12` as a Russian reader sees it: `-4 256,12`, with plain spaces. */
export function inRussian(amount: string): string {
  const [whole = '', part = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ' ')},${part}`;
}
