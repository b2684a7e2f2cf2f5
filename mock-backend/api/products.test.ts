import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { z } from '@hono/zod-openapi';
import { createBackend, type Backend } from '../adapters/backend.js';
import { LaunchLink, ProductList, ProductQuote } from './contract/products.js';

const start = '2026-11-16T10:00:00+03:00';
const scenario = JSON.stringify({
  scenario: 'products',
  title: 'Products',
  start,
  steps: [
    { at: start, do: 'account.open', account: '1', kind: 'INDIVIDUAL', opening: '5000.00' },
    { at: start, do: 'user.grant', account: '1', user: 'owner', product: 'CORE', level: 'OWNER' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'CORE', level: 'USER' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'VPBX', level: 'USER' },
    { at: start, do: 'user.grant', account: '1', user: 'stranger', product: 'CORE', level: 'USER' },
  ],
});
const Problem = z.object({ code: z.string() });

describe('products over the API', () => {
  let backend: Backend;
  let wall = Date.parse('2026-11-16T07:00:00Z');
  before(async () => {
    backend = await createBackend({ scenario, wall: () => wall });
  });

  async function ask(user: string, method: string, path: string, body?: object): Promise<Response> {
    const { token } = await backend.token({ user });
    return backend.app.request(`/v1/accounts/1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'Idempotency-Key': crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
  const code = async (answer: Response) => Problem.parse(await answer.json()).code;

  it('are listed with what can be done and why not', async () => {
    const { items } = ProductList.parse(await (await ask('owner', 'GET', '/products')).json());
    expect(items.map(({ type, state, obstacle }) => [type, state, obstacle])).to.deep.equal([
      ['VPBX', 'AVAILABLE', null],
      ['FMC', 'UNAVAILABLE', 'NEEDS_PRODUCT'],
      ['VOICE_ROBOT', 'AVAILABLE', null],
      ['CHAT_BOT', 'AVAILABLE', null],
      ['CHATOPHONE', 'AVAILABLE', null],
      ['CALL_TRACKING', 'UNAVAILABLE', 'PERSON_KIND'],
    ]);
  });

  it('are hidden without a right, and not for readers to change (ADM-3)', async () => {
    expect((await ask('stranger', 'GET', '/products')).status).to.equal(404);
    const input = { type: 'VPBX', tariff: 'office', resources: {} };
    expect((await ask('reader', 'GET', '/products')).status).to.equal(200);
    expect(await code(await ask('reader', 'POST', '/product-quotes', input))).to.equal('FORBIDDEN');
  });

  it('are connected by a quote, opened once by a link, and closed', async () => {
    const input = { type: 'VPBX', tariff: 'office', resources: { extensions: 7 } };
    const quote = ProductQuote.parse(await (await ask('owner', 'POST', '/product-quotes', input)).json());
    expect([quote.now.value, quote.monthly.value, quote.shortfall.value]).to.deep.equal(['540.00', '1080.00', '0.00']);
    const connected = await ask('owner', 'POST', '/products', { ...input, quoteId: quote.id });
    const { items } = ProductList.parse(await connected.json());
    const id = items[0]?.subscription?.id ?? expect.fail('not connected');
    expect(items.map(({ type, state }) => [type, state])).to.deep.include(['FMC', 'AVAILABLE']);

    const open = async () =>
      LaunchLink.parse(await (await ask('owner', 'POST', `/products/${id}/launches`)).json()).url;
    const url = await open();
    expect((await backend.app.request(url)).status).to.equal(200);
    expect((await backend.app.request(url)).status).to.equal(410);
    const late = await open();
    wall += 60_000;
    expect((await backend.app.request(late)).status).to.equal(410);

    const closing = ProductList.parse(await (await ask('owner', 'POST', `/products/${id}/closing`)).json());
    expect(closing.items[0]?.subscription?.closingOn).to.equal('2026-12-01');
    const kept = ProductList.parse(await (await ask('owner', 'DELETE', `/products/${id}/change`)).json());
    expect(kept.items[0]?.subscription?.closingOn).to.equal(null);
  });
});
