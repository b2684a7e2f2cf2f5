import { describe, it } from 'node:test';
import { expect } from 'chai';
import { createBackend, type Backend } from '../adapters/backend.js';
import { isSigned, sign } from './signature.js';

const SCENARIO = JSON.stringify({
  scenario: 'topups',
  title: 'One subscriber',
  start: '2026-11-10T12:00:00+03:00',
  steps: [
    { at: '2026-11-10T12:00:00+03:00', do: 'account.open', account: '1', opening: '100.00' },
    { at: '2026-11-10T12:00:00+03:00', do: 'user.grant', account: '1', user: 'anna', product: 'CORE', level: 'OWNER' },
  ],
});
const SECRET = 'secret of these tests';
const BASE = 'https://api.example';

async function start(): Promise<{
  backend: Backend;
  call: (method: string, path: string, body?: object) => Promise<Response>;
}> {
  const backend = await createBackend({ scenario: SCENARIO, secret: SECRET });
  const { token } = await backend.token({ user: 'anna' });
  let keys = 0;
  const call = (method: string, path: string, body?: object) =>
    Promise.resolve(
      backend.app.request(`${BASE}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(method === 'GET' ? {} : { 'Idempotency-Key': `key-0000-${(keys += 1)}` }),
          ...(body ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  return { backend, call };
}

const rub = (value: string) => ({ value, currency: 'RUB' });

async function begun() {
  const { backend, call } = await start();
  const answer = await call('POST', '/v1/accounts/1/topups', {
    amount: rub('500.00'),
    method: 'CARD',
    receipt: 'payer@example.org',
  });
  const order: { id: string; state: string; redirectUrl: string; total: object } = await answer.json();
  const provider = (action: string, form?: Record<string, string>) =>
    Promise.resolve(
      backend.app.request(`${order.redirectUrl}/${action}`, {
        method: 'POST',
        ...(form ? { body: new URLSearchParams(form) } : {}),
      }),
    );
  const state = async (): Promise<{ state: string; reason: string | null; redirectUrl: string | null }> =>
    (await call('GET', `/v1/accounts/1/topups/${order.id}`)).json();
  const balance = async (): Promise<string> => {
    const { balance: money }: { balance: { value: string } } = await (
      await call('GET', '/v1/accounts/1/balance')
    ).json();
    return money.value;
  };
  return { backend, call, order, provider, state, balance };
}

describe('paying on the provider’s page', () => {
  it('posts the money once though the provider tells of it twice, and takes no second payment', async () => {
    const { order, provider, state, balance } = await begun();
    expect(order).to.deep.include({ state: 'PENDING', total: rub('500.00') });
    expect((await provider('pay')).status).to.equal(200);
    expect(await state()).to.deep.include({ state: 'SUCCEEDED', redirectUrl: null });
    await provider('pay');
    expect(await balance()).to.equal('600.00');
  });

  it('asks for the code of 3-D Secure; a wrong one fails the payment and charges nothing', async () => {
    const { provider, state, balance } = await begun();
    expect(await (await provider('secure')).text()).to.contain('3-D Secure');
    await provider('code', { code: '0000' });
    expect(await state()).to.deep.include({ state: 'FAILED', reason: 'THREE_DS_FAILED' });
    expect(await balance()).to.equal('100.00');
  });

  it('may answer after the term: the money is posted all the same', async () => {
    const { backend, provider, state, balance } = await begun();
    await provider('silent');
    await backend.host.advance('2026-11-10T12:30:00+03:00');
    expect((await state()).state).to.equal('EXPIRED');
    await provider('pay');
    expect((await state()).state).to.equal('SUCCEEDED');
    expect(await balance()).to.equal('600.00');
  });

  it('is not opened by a forged address', async () => {
    const { backend, order } = await begun();
    const forged = order.redirectUrl.replace(/.(?=.{8}$)/, (one) => (one === 'A' ? 'B' : 'A'));
    expect((await backend.app.request(forged)).status).to.equal(404);
  });
});

describe('a webhook', () => {
  const body = JSON.stringify({
    world: 'topups',
    account: '1',
    order: '1-T1',
    transaction: 'x',
    amount: '500.00',
    currency: 'RUB',
    status: 'SUCCEEDED',
  });

  it('without a right signature changes nothing', async () => {
    const { backend, state, balance } = await begun();
    for (const signature of ['', 't=1,v1=00', await sign('another secret', body, Date.now())]) {
      const answer = await backend.app.request('/webhooks/payments', {
        method: 'POST',
        headers: { 'Provider-Signature': signature },
        body,
      });
      expect(answer.status, signature).to.equal(401);
    }
    expect((await state()).state).to.equal('PENDING');
    expect(await balance()).to.equal('100.00');
  });

  it('of a chargeback takes the money back, once, and only of a payment that came that way (PAY-1)', async () => {
    const { backend, call, order, provider, balance } = await begun();
    await provider('pay');
    const tell = async (transaction: string) => {
      const text = JSON.stringify({ ...JSON.parse(body), transaction, status: 'REVERSED' });
      const signature = await sign(`webhooks ${SECRET}`, text, Date.now());
      const headers = { 'Provider-Signature': signature };
      return backend.app.request('/webhooks/payments', { method: 'POST', headers, body: text });
    };
    const transaction = `${order.id}-paid`;
    for (let times = 0; times < 2; times += 1) {
      const answer = await tell(transaction);
      expect([answer.status, await answer.json()]).to.deep.equal([200, { state: 'REVERSED', held: false }]);
    }
    expect(await balance()).to.equal('100.00');
    const { items } = await (await call('GET', '/v1/accounts/1/payments')).json();
    expect(items[0]).to.deep.include({ state: 'REVERSED', refundable: rub('0.00') });
    expect((await tell('unknown')).status).to.equal(404);
  });

  it('is trusted for five minutes and for its own body only', async () => {
    const header = await sign('secret', body, 1_000_000_000_000);
    expect(await isSigned('secret', body, header, 1_000_000_299_000)).to.equal(true);
    expect(await isSigned('secret', body, header, 1_000_000_301_000)).to.equal(false);
    expect(await isSigned('secret', body.replace('500.00', '900.00'), header, 1_000_000_000_000)).to.equal(false);
  });
});

describe('auto-payment over the API', () => {
  it('charges the card by itself when the balance is below the threshold', async () => {
    const { call, balance } = await begun();
    const terms = {
      trigger: 'THRESHOLD',
      threshold: rub('200.00'),
      day: null,
      amount: rub('300.00'),
      monthlyCap: null,
    };
    const answer: { autopay: object } = await (await call('PUT', '/v1/accounts/1/autopay', terms)).json();
    expect(answer.autopay).to.deep.include({ trigger: 'THRESHOLD', amount: rub('300.00') });
    for (let tries = 0; tries < 50 && (await balance()) !== '400.00'; tries += 1)
      await new Promise((resolve) => setTimeout(resolve));
    expect(await balance()).to.equal('400.00');
  });
});

describe('an invoice over the API', () => {
  it('is the same one for the same sum (TOP-3)', async () => {
    const { call } = await begun();
    const ask = async (value: string): Promise<{ id: string; existing: boolean }> =>
      (await call('POST', '/v1/accounts/1/invoices', { amount: rub(value) })).json();
    expect(await ask('1500.00')).to.deep.include({ id: '1-P1', existing: false });
    expect(await ask('1500.00')).to.deep.include({ id: '1-P1', existing: true });
    expect(await ask('1500.01')).to.deep.include({ id: '1-P2', existing: false });
  });
});
