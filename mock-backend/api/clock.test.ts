import { expect } from 'chai';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { type ReferenceServer, startServer } from '../server.js';
import { steadyClock } from './clock.js';

const SECOND = 1000;
const HOUR = 3_600_000;
const key = 'key-of-a-jumping-clock';

describe('a clock that is set', () => {
  it('goes on from where it stood, and says by how much it was set', () => {
    const now = { wall: 1_774_000_000_000, monotonic: 5 };
    const jumps: number[] = [];
    const clock = steadyClock({
      wall: () => now.wall,
      monotonic: () => now.monotonic,
      onJump: (ms) => jumps.push(ms),
    });
    const after = (wall: number, monotonic: number) => {
      now.wall += wall;
      now.monotonic += monotonic;
      return clock() - 1_774_000_000_000;
    };
    expect(after(10 * SECOND, 10 * SECOND)).to.equal(10_000);
    // A day without anybody looking is a day.
    expect(after(24 * HOUR, 24 * HOUR)).to.equal(86_410_000);
    // A correction of four minutes is followed.
    expect(after(240 * SECOND, 0)).to.equal(86_650_000);
    expect(after(-240 * SECOND, 0)).to.equal(86_410_000);
    expect(jumps).to.deep.equal([]);
    expect(after(8760 * HOUR + SECOND, SECOND)).to.equal(86_411_000);
    expect(after(SECOND, SECOND)).to.equal(86_412_000);
    expect(after(-2 * HOUR + SECOND, SECOND)).to.equal(86_413_000);
    expect(jumps).to.deep.equal([8760 * HOUR, -2 * HOUR]);
  });
});

describe('a server whose clock is set', () => {
  const now = { wall: 0, monotonic: 0 };
  let log: string[] = [];
  let server: ReferenceServer;

  const call = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const response = await fetch(new URL(`/admin/worlds${path}`, server.url), {
      method,
      headers: { 'X-Admin-Key': key, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    expect(response.ok, await response.clone().text()).to.equal(true);
    return (await response.json()) as Record<string, unknown>;
  };
  const days = async () => {
    const { items } = (await call('GET', '/w/outbox?limit=1000')) as { items: { type: string }[] };
    return items.filter(({ type }) => type === 'day.began').length;
  };

  beforeEach(async () => {
    now.wall = 1_774_000_000_000;
    now.monotonic = 0;
    log = [];
    mock.method(console, 'error', (...words: unknown[]) => log.push(words.join(' ')));
    const clocks = { wall: () => now.wall, monotonic: () => now.monotonic };
    server = await startServer({ port: 0, dataDir: null, adminKey: key, world: null, ...clocks });
    const start = '2026-11-16T10:00:00+03:00';
    await call('POST', '', { id: 'w', start, running: true });
    await call('POST', '', { id: 'other', start, running: true });
    await call('POST', '/w/steps', { at: start, do: 'account.open', account: '1' });
  });
  afterEach(async () => {
    mock.restoreAll();
    await server.close();
  });

  for (const [title, jump, said] of [
    ['a year ahead', 8760 * HOUR, 'jumped by +8760.0 hours'],
    ['two hours back', -2 * HOUR, 'jumped by -2.0 hours'],
  ] as const) {
    it(`${title} bills nothing of it, stands not still, and says so once`, async () => {
      now.wall += 30 * SECOND;
      now.monotonic += 30 * SECOND;
      expect((await call('GET', '/w/clock'))['now']).to.equal('2026-11-16T07:00:30Z');
      now.wall += jump + 5 * SECOND;
      now.monotonic += 5 * SECOND;
      for (const world of ['w', 'other', 'w']) {
        expect((await call('GET', `/${world}/clock`))['now']).to.equal('2026-11-16T07:00:35Z');
      }
      now.wall += SECOND;
      now.monotonic += SECOND;
      expect((await call('GET', '/w/clock'))['now']).to.equal('2026-11-16T07:00:36Z');
      expect(await days()).to.equal(0);
      expect(log).to.deep.equal([`The clock of this machine ${said}: running worlds go on from where they stood.`]);
    });
  }
});
