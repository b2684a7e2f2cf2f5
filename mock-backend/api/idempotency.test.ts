import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { MemoryStore } from '../store/memory.js';
import { testBackend, type TestBackend } from './testing/world.js';

/** A store whose next write takes as long as the test wants. */
class SlowStore extends MemoryStore {
  #held: (() => void) | null = null;
  #released: Promise<void> = Promise.resolve();

  /** @returns Resolved when the next write has come; it goes on when it is released. */
  holdNextWrite(): { readonly came: Promise<void>; release(): void } {
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const came = new Promise<void>((resolve) => (this.#held = resolve));
    this.#released = released;
    return { came, release };
  }
  override async append(...given: Parameters<MemoryStore['append']>): Promise<void> {
    this.#held?.();
    this.#held = null;
    await this.#released;
    return super.append(...given);
  }
}

const numbers = '/v1/accounts/A1/numbers/%2B79990000002';
const order = { package: 'sms50', price: { value: '60.00', currency: 'RUB' } };

describe('idempotency keys (CC-17)', () => {
  const store = new SlowStore();
  let backend: TestBackend;
  let now = Date.parse('2026-11-24T12:00:00Z');
  before(async () => {
    backend = await testBackend({ wall: () => now, store });
  });
  const balance = async () =>
    ((await backend.call('GET', '/v1/accounts/A1/balance')).body['balance'] as { value: string }).value;

  it('make a double click one charge, with the same answer', async () => {
    const before_ = await balance();
    const first = await backend.call('POST', `${numbers}/packages`, { body: order, key: 'key-package-1' });
    const second = await backend.call('POST', `${numbers}/packages`, { body: order, key: 'key-package-1' });
    expect(first.status).to.equal(200);
    expect([second.status, second.body]).to.deep.equal([first.status, first.body]);
    expect(Number(before_) - Number(await balance())).to.equal(60);
  });

  it('are refused with another body', async () => {
    const path = '/v1/accounts/A1/alerts';
    const body = { lowBalance: null, dayLimit: null };
    expect((await backend.call('PUT', path, { body, key: 'key-other-1' })).status).to.equal(200);
    const more = { ...body, dayLimit: { value: '200.00', currency: 'RUB' } };
    const other = await backend.call('PUT', path, { body: more, key: 'key-other-1' });
    expect([other.status, other.body.code]).to.deep.equal([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('say that the first request is still running', async () => {
    const { came, release } = store.holdNextWrite();
    const body = { lowBalance: { value: '150.00', currency: 'RUB' }, dayLimit: null };
    const send = () => backend.call('PUT', '/v1/accounts/A1/alerts', { body, key: 'key-running-1' });
    const first = send();
    await came;
    const second = await send();
    expect([second.status, second.body.code]).to.deep.equal([409, 'REQUEST_IN_PROGRESS']);
    release();
    expect((await first).status).to.equal(200);
    expect((await send()).body).to.deep.equal((await first).body);
  });

  it('remember refusals too', async () => {
    const body = { amount: { value: '9999.00', currency: 'RUB' } };
    const first = await backend.call('POST', '/v1/accounts/A1/promised-payment', { body, key: 'key-refused-1' });
    const second = await backend.call('POST', '/v1/accounts/A1/promised-payment', { body, key: 'key-refused-1' });
    expect(first.body.code).to.equal('AMOUNT_OUT_OF_RANGE');
    expect(second.body).to.deep.equal(first.body);
  });

  it('may be used again when the request did not fit the contract', async () => {
    const bad = await backend.call('PUT', '/v1/accounts/A1/alerts', { body: { lowBalance: 1 }, key: 'key-again-1' });
    expect(bad.body.code).to.equal('REQUEST_INVALID');
    const good = await backend.call('PUT', '/v1/accounts/A1/alerts', {
      body: { lowBalance: null, dayLimit: null },
      key: 'key-again-1',
    });
    expect(good.status).to.equal(200);
  });

  it('tell what became of a command whose answer was lost', async () => {
    for (const kind of ['unknown', 'lost'] as const) {
      backend.faults.add({ kind, route: 'POST /v1/accounts/{account}/numbers/{number}/packages', times: 1 });
      const before_ = Number(await balance());
      const lost = await backend.call('POST', `${numbers}/packages`, { body: order, key: `key-lost-${kind}` });
      expect(lost.status).to.equal(kind === 'unknown' ? 504 : 503);
      const again = await backend.call('POST', `${numbers}/packages`, { body: order, key: `key-lost-${kind}` });
      expect(again.status).to.equal(again.body.code === 'PACKAGE_DUPLICATE' ? 409 : 200);
      expect(before_ - Number(await balance())).to.be.oneOf([0, 60]);
    }
  });

  it('are required, and long enough to be one of a kind', async () => {
    const { token } = await backend.token({ user: 'owner' });
    const send = async (headers: Record<string, string>) => {
      const response = await backend.app.request('/v1/accounts/A1/alerts', {
        method: 'PUT',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
        body: '{"lowBalance":null,"dayLimit":null}',
      });
      return { status: response.status, code: (await response.json()).code };
    };
    expect(await send({})).to.deep.equal({ status: 400, code: 'IDEMPOTENCY_KEY_REQUIRED' });
    expect(await send({ 'Idempotency-Key': 'short' })).to.deep.equal({ status: 422, code: 'IDEMPOTENCY_KEY_INVALID' });
  });

  it('of two users do not meet', async () => {
    const key = 'key-of-two-users';
    const mine = await backend.call('PUT', '/v1/accounts/A1/alerts', {
      body: { lowBalance: null, dayLimit: null },
      key,
    });
    const theirs = await backend.call('PUT', '/v1/accounts/B2/alerts', {
      body: { lowBalance: null, dayLimit: null },
      key,
      user: 'stranger',
    });
    expect([mine.status, theirs.status]).to.deep.equal([200, 200]);
  });

  it('are forgotten after a day by the wall clock, but the journal still knows them', async () => {
    const body = { amount: { value: '9999.00', currency: 'RUB' } };
    now += 25 * 3_600_000;
    const answer = await backend.call('POST', '/v1/accounts/A1/promised-payment', {
      body,
      key: 'key-refused-1',
      accounts: ['A1'],
    });
    expect(answer.body.code).to.equal('AMOUNT_OUT_OF_RANGE');
  });
});
