import { before, describe, it } from 'node:test';
import { expect } from 'chai';
import { z } from '@hono/zod-openapi';
import { createBackend, type Backend } from '../adapters/backend.js';
import { Cart, ConnectQuote, ConnectResult, OptionQuote, Showcase, ShowcasePage } from './contract/connect.js';

const start = '2026-11-16T10:00:00+03:00';
const OWN = '+79990009001';
const scenario = JSON.stringify({
  scenario: 'connect',
  title: 'Connecting numbers',
  start,
  catalog: {
    tariffs: [{ code: 'm', name: 'M', kinds: ['MOBILE'], fee: { amount: '300.00' } }],
    options: [{ code: 'record', name: 'Record', fee: '30.00' }],
  },
  steps: [
    { at: start, do: 'account.open', account: '1', opening: '5000.00' },
    { at: start, do: 'user.grant', account: '1', user: 'owner', product: 'CORE', level: 'OWNER' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'CORE', level: 'USER' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'TELEPHONY', level: 'USER' },
    { at: start, do: 'number.add', account: '1', number: OWN, tariff: 'm', main: true },
  ],
});
const Problem = z.object({ code: z.string() });

describe('connecting numbers over the API', () => {
  let backend: Backend;
  before(async () => {
    backend = await createBackend({ scenario });
  });

  async function ask(method: string, path: string, body?: object, user = 'owner'): Promise<Response> {
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
  const read = async <T>(schema: z.ZodType<T>, answer: Promise<Response>): Promise<T> => {
    const response = await answer;
    expect(response.status, await response.clone().text()).to.equal(200);
    return schema.parse(await response.json());
  };
  const code = async (answer: Promise<Response>) => Problem.parse(await (await answer).json()).code;

  it('pages the showcase by cursors that belong to their filter (CC-20, SRV-54)', async () => {
    const { kinds, cities } = await read(Showcase, ask('GET', '/showcase'));
    expect(kinds).to.include.members(['MOBILE', 'GEOGRAPHIC', 'TOLL_FREE']);
    expect(cities.map(({ code: city }) => city)).to.include('msk');
    const first = await read(ShowcasePage, ask('GET', '/showcase/numbers?kind=MOBILE&limit=20'));
    expect(first.total).to.equal(34);
    const rest = `/showcase/numbers?kind=MOBILE&limit=20&cursor=${first.nextCursor}`;
    const second = await read(ShowcasePage, ask('GET', rest));
    expect(second.items).to.have.length(14);
    expect(second.nextCursor).to.equal(null);
    expect(new Set([...first.items, ...second.items].map(({ number }) => number)).size).to.equal(34);
    expect(await code(ask('GET', rest.replace('MOBILE', 'TOLL_FREE')))).to.equal('CURSOR_INVALID');
    expect(await code(ask('GET', '/showcase/numbers?mask=a'))).to.equal('REQUEST_INVALID');
  });

  it('goes from the cart to connected numbers, and takes them off the showcase', async () => {
    const path = `/cart/${encodeURIComponent('8 999 000-21-21')}`;
    expect(await code(ask('PUT', path, { tariff: 'm' }, 'reader'))).to.equal('FORBIDDEN');
    const { items } = await read(Cart, ask('PUT', path, { tariff: 'm' }));
    expect(items[0]).to.deep.include({ main: false, problems: [], reservedUntil: '2026-11-16T10:30:00+03:00' });
    const quote = await read(ConnectQuote, ask('POST', '/connection-quotes', {}));
    expect(quote.total.value).to.equal('300.00');
    expect(quote.items[0]?.lines.map(({ kind, amount }) => [kind, amount.value])).to.deep.equal([
      ['NUMBER', '150.00'],
      ['FEE', '150.00'],
    ]);
    const done = await read(ConnectResult, ask('POST', '/connections', { quoteId: quote.id }));
    expect(done.charged.value).to.equal('300.00');
    expect(done.items[0]?.sip.map(({ type }) => type)).to.deep.equal(['WEBPHONE', 'SOFTPHONE']);
    expect((await read(ShowcasePage, ask('GET', '/showcase/numbers?mask=9990002121'))).total).to.equal(0);
    expect(await code(ask('POST', '/connections', { quoteId: quote.id }))).to.equal('NOT_FOUND');
  });

  it('switches on what costs money only by a quote (SRV-61)', async () => {
    const number = `/numbers/${encodeURIComponent(OWN)}`;
    expect(await code(ask('PUT', `${number}/options/record`, { on: true }))).to.equal('REQUEST_INVALID');
    const quote = await read(OptionQuote, ask('POST', `${number}/option-quotes`, { option: 'record', on: true }));
    expect(quote).to.deep.include({ now: { value: '15.00', currency: 'RUB' }, nextCharge: '2026-12-01' });
    const answer = await ask('PUT', `${number}/options/record`, { on: true, quoteId: quote.id });
    expect(answer.status).to.equal(200);
  });
});
