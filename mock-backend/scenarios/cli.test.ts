import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const cli = fileURLToPath(new URL('cli.mjs', import.meta.url));
const vector = fileURLToPath(new URL('vectors/ex-15-per-minute.json', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lk-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const start = '2026-11-01T00:00:00+03:00';
const write = (name: string, scenario: object) => {
  writeFileSync(join(folder, name), JSON.stringify(scenario));
  return name;
};
/** Runs it from another folder: it must not matter where it is called. */
const lk = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, lines: stdout.trimEnd().split('\n'), stderr };
};

describe('lk-scenario', () => {
  it('runs files and ends with the count', () => {
    const { status, lines } = lk('run', vector);
    expect(lines).to.deep.equal(['✓ ex-15-per-minute', '1 passed, 0 failed']);
    expect(status).to.equal(0);
  });

  it('runs a folder twice on one database, each scenario in a world of its own', () => {
    const steps = [{ at: start, do: 'account.open', account: '1', expect: [{ get: 'bills', account: '1', is: [] }] }];
    for (const name of ['one', 'two']) write(`${name}.json`, { scenario: name, title: name, start, steps });
    for (let run = 0; run < 2; run += 1) {
      const { status, lines } = lk('run', '.', '--store', 'sqlite:worlds.db');
      expect(lines).to.deep.equal(['✓ one', '✓ two', '2 passed, 0 failed']);
      expect(status).to.equal(0);
    }
  });

  it('serves, and runs against what it serves as the printed line says', async () => {
    const server = spawn(process.execPath, [cli, 'serve', '--port', '0'], { cwd: folder });
    try {
      const [line] = await once(createInterface({ input: server.stdout }), 'line');
      const [, key = '', address = ''] = /^LK_ADMIN_KEY=(\S+) .* --via (http:\S+)$/.exec(String(line)) ?? [];
      const run = (env: NodeJS.ProcessEnv) =>
        spawnSync(process.execPath, [cli, 'run', vector, '--via', address], { env, encoding: 'utf8' });
      expect(run({ ...process.env, LK_ADMIN_KEY: key }).stdout).to.match(/1 passed, 0 failed\n$/);
      expect(run({ ...process.env, LK_ADMIN_KEY: '' }).stderr).to.include('needs the key');
      expect(run({ ...process.env, LK_ADMIN_KEY: 'guess' }).status).to.equal(1);
    } finally {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  });

  it('says once that a server is not there', () => {
    const args = [cli, 'run', vector, '--via', 'http://127.0.0.1:1'];
    const env = { ...process.env, LK_ADMIN_KEY: 'key' };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    expect(stderr).to.match(/^lk-scenario: --via http:\/\/127\.0\.0\.1:1 does not answer: .+\n$/);
    expect(stdout).to.equal('');
    expect(status).to.equal(2);
  });

  it('tells what failed, as text and as JSON', () => {
    const is = { balance: '1.00' };
    const open = { at: start, do: 'account.open', account: '1', expect: [{ get: 'balance', account: '1', is }] };
    const file = write('bad.json', { scenario: 'bad', title: 'b', start, steps: [open] });
    const text = lk('run', file);
    expect(text.status).to.equal(1);
    expect(text.lines.at(-1)).to.equal('0 passed, 1 failed');
    expect(text.lines[1]).to.include('bad.json: $.steps[0].expect[0].is.balance (account.open, 2026-11-01');
    const json = lk('run', file, '--json');
    expect(json.status).to.equal(1);
    expect(JSON.parse(json.lines[0] ?? '')).to.deep.equal({
      scenario: 'bad',
      ok: false,
      failures: [{ step: 0, path: 'expect[0].is.balance', expected: '1.00', actual: '0.00' }],
    });
    rmSync(join(folder, file));
  });

  it('refuses a file that is no scenario with status 2', () => {
    const file = write('none.json', {
      scenario: 'none',
      title: 'n',
      start,
      steps: [{ at: start, do: 'usage.import', file: 'no.csv' }],
    });
    const { status, stderr, lines } = lk('run', file);
    expect(status).to.equal(2);
    expect(stderr).to.equal('none.json: $.steps[0].file expected a file beside none.json: there is no "no.csv"\n');
    expect(lines).to.deep.equal(['0 passed, 1 failed']);
    write('none.json', { scenario: 'none', title: 7, start });
    expect(lk('run', file).stderr).to.include('none.json: $.title expected a text');
    rmSync(join(folder, file));
  });

  it('refuses a command line that cannot be followed with status 2', () => {
    for (const [args, reason] of [
      [['run'], 'run what?'],
      [['walk', vector], 'there is no command "walk"'],
      [['run', 'nowhere.json'], 'no such file or folder'],
      [['run', vector, '--store', 'floppy'], '--store floppy is not supported'],
      [['run', vector, '--via', 'pigeon'], '--via pigeon'],
      [['run', vector, '--fast'], "'--fast'"],
    ] as const) {
      const { status, stderr } = lk(...args);
      expect(stderr, reason).to.include(reason);
      expect(status, reason).to.equal(2);
    }
  });

  it('names a database that cannot be used once, without its password', () => {
    for (const args of [['run', vector], ['serve']]) {
      const { status, stderr, lines } = lk(...args, '--store', 'postgres://me:secret@localhost:1/lk');
      expect([status, lines]).to.deep.equal([2, ['']]);
      expect(stderr).to.match(/^lk-scenario: the database postgres:\/\/me@localhost:1\/lk does not answer: [^\n]+\n$/);
    }
  });
});
