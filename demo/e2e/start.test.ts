import { expect } from 'chai';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { emptyFolder, refused, refusedOn, startDemo } from './demo.js';

const NUMBER = '/v1/accounts/200417/numbers/%2B74950000111/forwarding';

/** The API as the operator's page sees it. */
async function signedIn(url: string): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const response = await fetch(new URL('/site/token', url), { method: 'POST' });
  const { token }: { token: string } = await response.json();
  return (path, init = {}) =>
    fetch(new URL(path, url), { ...init, headers: { ...init.headers, Authorization: `Bearer ${token}` } });
}

const forwardAll = (api: Awaited<ReturnType<typeof signedIn>>) =>
  api(`${NUMBER}/CFU`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'e2e-forward-1' },
    body: JSON.stringify({ target: '+79990000101' }),
  });

describe('npm start', () => {
  it('prints one address, ends on Ctrl-C with 0, keeps what was done, and forgets it when asked to', async () => {
    const folder = await emptyFolder();
    try {
      const first = await startDemo('--port', '0', '--data', folder.path);
      expect(first.printed().match(/http:\/\//g)).to.have.length(1);
      const changed = await forwardAll(await signedIn(first.url));
      expect(changed.ok, await changed.clone().text()).to.equal(true);
      // The routes of engineers are open only with `--admin-key`.
      expect((await fetch(new URL('/admin/worlds', first.url))).status).to.equal(404);
      expect(await first.interrupt()).to.equal(0);

      const second = await startDemo('--port', '0', '--data', folder.path);
      const kept = await (await signedIn(second.url))(NUMBER);
      expect(await kept.text()).to.contain('+79990000101');
      expect(await second.interrupt()).to.equal(0);

      const third = await startDemo('--port', '0', '--data', folder.path, '--fresh');
      const anew = await (await signedIn(third.url))(NUMBER);
      expect(anew.ok).to.equal(true);
      expect(await anew.text()).not.to.contain('+79990000101');
      expect(await third.interrupt()).to.equal(0);
    } finally {
      await folder.remove();
    }
  });

  it('says that a port is taken and takes the next free one', async () => {
    const folder = await emptyFolder();
    const squatter = createServer();
    const port = await new Promise<number>((resolve) =>
      squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as AddressInfo).port)),
    );
    try {
      const demo = await startDemo('--port', String(port), '--data', folder.path);
      expect(demo.printed()).to.contain(`Port ${port} is taken`);
      expect(Number(new URL(demo.url).port)).to.be.greaterThan(port);
      expect((await fetch(demo.url)).status).to.equal(200);
      expect(await demo.interrupt()).to.equal(0);
    } finally {
      squatter.close();
      await folder.remove();
    }
  });

  it('says in one line what is wrong with its database, and starts nothing', async () => {
    const folder = await emptyFolder();
    try {
      const cases = [
        ['postgres://me:secret@127.0.0.1:1/db', 'the database postgres://me@127.0.0.1:1/db does not answer'],
        ['sqlite:/no/such/folder/worlds.sqlite', '/no/such/folder/worlds.sqlite cannot be opened for writing'],
        ['mysql://me:secret@host/db', 'mysql://…@host/db is not supported; there are memory, sqlite:PATH'],
      ] as const;
      for (const [database, sentence] of cases) {
        const { status, printed } = await refusedOn(database, '--port', '0', '--data', folder.path);
        expect(status, database).to.equal(1);
        expect(printed.trim().split('\n'), printed).to.have.length(1);
        expect(printed).to.contain(sentence).and.not.contain('secret');
      }
      const fresh = await refusedOn('sqlite:worlds.sqlite', '--fresh');
      expect(fresh.status).to.equal(1);
      expect(fresh.printed).to.contain('--fresh empties the folder, not the database of LK_DATABASE_URL');
    } finally {
      await folder.remove();
    }
  });

  it('names what it does not understand and starts nothing', async () => {
    const port = await refused('--port', 'http');
    expect(port).to.deep.include({ status: 1 });
    expect(port.printed).to.contain('--port http');
    const unknown = await refused('--frehs');
    expect(unknown.status).to.equal(1);
    expect(unknown.printed).to.contain('--frehs');
  });
});
