/** Several server processes on one database, of which one dies: what every store must stand. Node only. */
import { expect } from 'chai';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chance } from './chance.js';

const CLI = fileURLToPath(new URL('../scenarios/cli.mjs', import.meta.url));
const KEY = 'key-of-the-processes';
const AT = '2026-11-01T10:00:00+03:00';
const ACCOUNTS = ['1', '2', '3', '4', '5'];
/** Numbers that three accounts want at once. */
const NUMBERS = Array.from({ length: 12 }, (_, index) => `+799900000${index + 10}`);
const CATALOG = {
  tariffs: [{ code: 'plain', name: 'Plain', voice: [] }],
};

/** A server in a process of its own. */
class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(database: string): Promise<ServerProcess> {
    const child = spawn(process.execPath, [CLI, 'serve', '--port', '0', '--store', database], {
      env: { ...process.env, LK_ADMIN_KEY: KEY },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      const url = /--via (\S+)\n/.exec(said)?.[1];
      if (url !== undefined) return new ServerProcess(child, url);
    }
    throw new Error(`the server ended: ${said}`);
  }

  /** @returns What was answered; `null` if that is not known, for the connection broke. */
  async post(path: string, body: object): Promise<{ readonly status: number; readonly text: string } | null> {
    try {
      const response = await fetch(new URL(`/admin/worlds${path}`, this.url), {
        method: 'POST',
        headers: { 'X-Admin-Key': KEY, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(60_000),
      });
      return { status: response.status, text: await response.text() };
    } catch {
      return null;
    }
  }

  /** @throws {Error} For anything but an answer. */
  async ask(query: object): Promise<unknown> {
    const answer = await this.post('/shared/queries', query);
    expect(answer?.status, answer?.text).to.equal(200);
    return (JSON.parse(answer?.text ?? '') as { readonly answer: unknown }).answer;
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}

interface Command {
  readonly key: string;
  readonly step: Readonly<Record<string, string>>;
}
type Outcome = 'done' | 'refused' | 'unknown';

/** Charges, each of an amount of its own, and among them orders of numbers that three accounts want. */
function commands(): readonly Command[] {
  const account = (index: number) => ACCOUNTS[index % ACCOUNTS.length] ?? '';
  const charges = Array.from({ length: 144 }, (_, index): Command => {
    const amount = amountOf(index);
    return { key: amount, step: { do: 'correction', account: account(index), amount, reason: 'test' } };
  });
  const orders = NUMBERS.flatMap((number, index) =>
    [0, 1, 2].map((turn): Command => ({
      key: `${number} ${turn}`,
      step: { do: 'number.add', account: account(index + turn), number, tariff: 'plain' },
    })),
  );
  // Those who want one number come one right after another.
  return charges.flatMap((charge, index) => [
    charge,
    ...(index % 12 === 0 ? orders.slice(index / 4, index / 4 + 3) : []),
  ]);
}

const amountOf = (index: number) => ((index + 1) / 100).toFixed(2);

/**
 * Three processes on one database, commands at the same and at other accounts through all of them; one is killed in the middle.
 *
 * @param name - What they share: `one SQLite file`.
 * @param open - Gives the address of an empty database.
 * @param seeds - One for each time.
 */
export function testProcesses(name: string, open: () => Promise<string>, seeds: readonly number[]): void {
  describe(`three servers on ${name}, one of which is killed`, () => {
    for (const seed of seeds) {
      it(`find what was acknowledged exactly once, and nothing by half (seed ${seed})`, () => killed(open, seed));
    }
  });
}

async function killed(open: () => Promise<string>, seed: number): Promise<void> {
  const database = await open();
  const random = chance(seed);
  const servers: ServerProcess[] = [];
  after(() => Promise.all(servers.map((server) => server.end('SIGKILL'))));
  const start = async (): Promise<ServerProcess> => {
    const server = await ServerProcess.start(database);
    servers.push(server);
    return server;
  };
  const first = await start();
  const world = { id: 'shared', start: AT, timezone: 'Europe/Moscow', currency: 'RUB', catalog: CATALOG };
  expect((await first.post('', world))?.status).to.equal(201);
  for (const account of ACCOUNTS) {
    expect((await first.post('/shared/steps', { at: AT, do: 'account.open', account }))?.status).to.equal(200);
  }
  const [second, third] = await Promise.all([start(), start()]);

  const all = commands();
  const outcomes = new Map<string, Outcome>();
  const send = async (server: ServerProcess, { key, step }: Command): Promise<Outcome> => {
    const answer = await server.post('/shared/steps', { at: AT, key, ...step });
    if (answer === null || answer.status >= 500) return 'unknown';
    if (answer.status === 409 && answer.text.includes('REQUEST_IN_PROGRESS')) return 'unknown';
    return answer.status === 200 ? 'done' : 'refused';
  };
  const killAt = Math.floor(all.length * (0.3 + 0.4 * random()));
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) {
      if (index === killAt) void third.end('SIGKILL');
      const command = all[index];
      if (!command) return;
      const to = [first, second, third][Math.floor(random() * 3)] ?? first;
      // Some are sent twice at once, with the same key, to two servers.
      const twice = random() < 0.2;
      const told = await Promise.all([
        send(to, command),
        ...(twice ? [send(to === first ? second : first, command)] : []),
      ]);
      let outcome: Outcome = told.find((one) => one !== 'unknown') ?? 'unknown';
      // Half of those whose outcome is not known ask again with the same key.
      if (outcome === 'unknown' && random() < 0.5) outcome = await send(first, command);
      outcomes.set(command.key, outcome);
    }
  };
  await Promise.all(Array.from({ length: 12 }, worker));

  // Whoever starts now, and whoever was there, see the same.
  const fourth = await start();
  for (const server of [first, fourth]) {
    const found: string[] = [];
    for (const account of ACCOUNTS) {
      const postings = (await server.ask({ get: 'postings', account })) as readonly { readonly amount: string }[];
      found.push(...postings.map(({ amount }) => amount.replace('-', '')));
    }
    const wrong = all
      .filter(({ step }) => step['do'] === 'correction')
      .map(({ key }) => ({ key, outcome: outcomes.get(key), times: found.filter((amount) => amount === key).length }))
      .filter(({ outcome, times }) =>
        outcome === 'done' ? times !== 1 : outcome === 'refused' ? times !== 0 : times > 1,
      );
    expect(wrong).to.deep.equal([]);
    expect(await server.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
  }
  for (const number of NUMBERS) {
    const orders = all.filter(({ step }) => step['number'] === number);
    const done = orders.filter(({ key }) => outcomes.get(key) === 'done');
    expect(done.length, `${number} was given to ${done.length} accounts`).to.be.at.most(1);
    if (done.length === 1) expect(await fourth.ask({ get: 'change', number })).to.equal(null);
  }
  const counts = { done: 0, refused: 0, unknown: 0 };
  for (const outcome of outcomes.values()) counts[outcome] += 1;
  expect(outcomes.size).to.equal(all.length);
  expect(counts.done, JSON.stringify(counts)).to.be.above(all.length / 2);
  await Promise.all([first, second, fourth].map((server) => server.end('SIGTERM')));
}
