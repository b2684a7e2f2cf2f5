import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { z } from '@hono/zod-openapi';
import { expect } from 'chai';
import { createBackend, type Backend } from '../adapters/backend.js';
import { openBeside } from '../worlds/files.js';
import { Balance } from './contract/balance.js';
import { Bill, BillPage, Statement, Summary } from './contract/bills.js';
import { Me } from './contract/me.js';
import { NumberList, PackageList } from './contract/numbers.js';
import { UsagePage } from './contract/usage.js';

const file = new URL('../scenarios/worlds/demo/world-demo.json', import.meta.url);
const scenario = readFileSync(file, 'utf8');

/** What the demo world says must come out, by question. */
const Expectations = z.object({
  steps: z.array(
    z.object({
      expect: z.array(z.looseObject({ get: z.string(), month: z.string().optional(), is: z.unknown() })).default([]),
    }),
  ),
});
const expected = Expectations.parse(JSON.parse(scenario)).steps.flatMap((step) => step.expect);

/** An answer of the API as FORMAT writes it: amounts are bare strings. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 2 && 'value' in value && 'currency' in value) return value.value;
  return Object.fromEntries(entries.map(([key, item]) => [key, bare(item)]));
}

/** The parts of `actual` that `wanted` speaks about. */
function same(wanted: unknown, actual: unknown): unknown {
  if (Array.isArray(wanted) && Array.isArray(actual))
    return actual.map((item, i) => (i < wanted.length ? same(wanted[i], item) : item));
  if (typeof wanted !== 'object' || wanted === null || typeof actual !== 'object' || actual === null) return actual;
  return Object.fromEntries(
    Object.keys(wanted).map((key) => [key, same(Reflect.get(wanted, key), Reflect.get(actual, key))]),
  );
}

describe('the demo world over the API', () => {
  let backend: Backend;
  let token: string;
  before(async () => {
    backend = await createBackend({ scenario, openFile: openBeside('demo') });
    ({ token } = await backend.token({ user: 'director' }));
  });
  const get = async <T>(path: string, schema: z.ZodType<T>, as = token): Promise<T> => {
    const response = await backend.fetch(`/v1${path}`, { headers: { Authorization: `Bearer ${as}` } });
    expect(response.status, path).to.equal(200);
    return schema.parse(await response.json());
  };

  it('gives exactly the bills, the statement and the balance that it states', async () => {
    for (const { get: question, month, is } of expected) {
      if (question === 'bill') {
        const bill = bare(await get(`/accounts/200417/bills/${month}`, Bill));
        expect(same(is, bill)).to.deep.equal(is);
      }
      if (question === 'statement') {
        expect(same(is, bare(await get('/accounts/200417/statement', Statement)))).to.deep.equal(is);
      }
    }
    const balance = await get('/accounts/200417/balance', Balance);
    expect(balance.balance?.value).to.equal('3151.38');
    expect(balance.parts.available?.value).to.equal('6151.38');
    expect([balance.status, balance.toUnlock]).to.deep.equal(['ACTIVE', null]);
  });

  it('explains the difference between statement and balance (BIL-8)', async () => {
    const { reconciliation, previous } = await get('/accounts/200417/statement', Statement);
    expect(bare(reconciliation)).to.deep.equal({
      opening: '2928.16',
      payments: '4500.00',
      total: '4256.12',
      byStatement: '3172.04',
      today: '20.66',
      balance: '3151.38',
    });
    expect(previous).to.equal(null);
  });

  it('names things as people know them', async () => {
    const { blocks } = await get('/accounts/200417/bills/2026-10', Bill);
    expect(blocks[0]?.tariffName).to.equal('Бизнес Мобильный');
    const option = blocks[0]?.lines.find(({ kind }) => kind === 'OPTION');
    expect([option?.title, option?.unit]).to.deep.equal(['Подключение к ВАТС (FMC)', 'PIECE']);
    expect(blocks[0]?.lines[0]?.period).to.deep.equal({ from: '2026-10-01', to: '2026-10-31' });
  });

  it('lists bills newest first, by year', async () => {
    const page = await get('/accounts/200417/bills', BillPage);
    expect(page.items.map(({ month, number }) => `${month} ${number}`)).to.deep.equal([
      '2026-10 202611-0001',
      '2026-09 202610-0001',
      '2026-08 202609-0001',
    ]);
    expect(page.years).to.deep.equal([2026]);
    expect((await get('/accounts/200417/bills?year=2025', BillPage)).items).to.deep.equal([]);
  });

  it('sums expenses by month and service to the totals of the bills (DET-4)', async () => {
    const { months, total } = await get('/accounts/200417/summary', Summary);
    expect(months.map(({ total: { value } }) => value)).to.deep.equal(['3745.21', '4080.84', '4245.79', '4256.12']);
    expect(total.value).to.equal('16327.96');
    expect(months[0]?.byService.map(({ service, amount }) => `${service} ${amount.value}`)).to.include(
      'MIN_SPEND 88.01',
    );
  });

  it('details a number over the whole filter, whatever the page (DET-4)', async () => {
    const page = await get(
      '/accounts/200417/usage?from=2026-10-01&to=2026-10-31&number=%2B74950000110&limit=5',
      UsagePage,
    );
    expect(page.items.length).to.equal(5);
    expect([page.totals.count, page.totals.charges.value, page.totals.accruals.value]).to.deep.equal([
      95,
      '1191.02',
      '-18.33',
    ]);
  });

  it('lists numbers with what is connected and what is to come', async () => {
    const { items } = await get('/accounts/200417/numbers', NumberList);
    expect(items.map(({ number }) => number).length).to.equal(6);
    expect(items[0]?.change).to.include({ state: 'SCHEDULED', to: 'business-mobile-plus', effective: '2026-12-01' });
    expect(items[0]?.sim).to.deep.equal({ iccid: '8970100000000000120', state: 'BOUND' });
    const packages = await get('/accounts/200417/numbers/%2B79990000102/packages', PackageList);
    expect(packages.items.map(({ source, remaining }) => `${source} ${remaining}`)).to.deep.equal([
      'CARRY 0',
      'BASE 28426',
      'BASE 4961845',
    ]);
  });

  it('shows each user what he was granted, and nothing else', async () => {
    const accountant = (await backend.token({ user: 'buhgalter' })).token;
    const me = await get('/me', Me, accountant);
    expect(me.accounts[0]?.levels).to.deep.equal({
      CORE: 'USER',
      BILLING: 'ADMIN',
      TELEPHONY: 'NONE',
      VPBX: 'NONE',
      DOCS: 'NONE',
    });
    expect(me.accounts[0]?.permissions).to.include({
      'bills.read': true,
      'documents.download': true,
      'numbers.read': false,
    });
    const response = await backend.fetch('/v1/accounts/200417/numbers', {
      headers: { Authorization: `Bearer ${accountant}` },
    });
    expect(response.status).to.equal(404);
  });
});
