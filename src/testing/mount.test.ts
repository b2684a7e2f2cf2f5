import { expect } from '@open-wc/testing';
import { type Mounted, mountWithBackend } from './mount.js';

const ONE_ACCOUNT = {
  scenario: 'probe',
  title: 'One account',
  timezone: 'Europe/Moscow',
  currency: 'RUB',
  start: '2026-11-01T00:00:00+03:00',
  catalog: { tariffs: [], packages: [], options: [] },
  steps: [
    { at: '2026-11-01T00:00:00+03:00', do: 'account.open', account: '1', opening: '100.00' },
    { at: '2026-11-01T00:00:00+03:00', do: 'user.grant', account: '1', user: 'anna', product: 'CORE', level: 'OWNER' },
  ],
};

describe('a world in the page', () => {
  let mounted: Mounted | undefined;
  afterEach(() => mounted?.close());

  it('answers the typed client as the server would', async () => {
    mounted = await mountWithBackend({ world: 'demo' });
    const { client } = mounted.session;
    const { items } = await client.get('/v1/accounts', {});
    expect(items.map(({ id }) => id)).to.deep.equal(['200417']);
    const bills = await client.get('/v1/accounts/{account}/bills', { path: { account: '200417' } });
    expect(bills.items.length).to.equal(3);
    expect(bills.items[0]?.total.currency).to.equal('RUB');
  });

  it('plays a scenario of the test’s own, with what goes wrong', async () => {
    mounted = await mountWithBackend({
      scenario: ONE_ACCOUNT,
      faults: [{ kind: 'forbidden', route: 'GET /v1/accounts/1/bills' }],
    });
    const { client } = mounted.session;
    const balance = await client.get('/v1/accounts/{account}/balance', { path: { account: '1' } });
    expect(balance.balance?.value).to.equal('100.00');
    const error = await client
      .get('/v1/accounts/{account}/bills', { path: { account: '1' } })
      .catch((reason: unknown) => reason);
    expect(error).to.include({ kind: 'problem', status: 403, unavailable: true });
  });
});
