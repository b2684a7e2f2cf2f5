import { describe, it } from 'node:test';
import { expect } from 'chai';
import { MemoryStore } from '../../store/memory.js';
import { World } from '../../world/world.js';
import type { Refusal } from '../errors.js';
import { productTitle } from './offers.js';

const account = '1';
const VPBX = { account, type: 'VPBX', tariff: 'office' } as const;

async function world(opening = '10000.00', more: object = {}): Promise<World> {
  const made = await World.open({
    id: 'products',
    catalog: {},
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start: '2026-11-16T10:00:00+03:00',
    store: new MemoryStore(),
  });
  await made.perform({ do: 'account.open', account, kind: 'LEGAL', opening, ...more });
  return made;
}

const product = (made: World) => made.peek(account)?.products.items[0] ?? expect.fail('no product');
const balance = (made: World) => made.peek(account)?.balance;
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Refusal) => error.code,
  );

async function connected(made: World, resources: Record<string, number> = {}): Promise<void> {
  const { id } = await made.perform({ do: 'product.quote', ...VPBX, resources });
  await made.perform({ do: 'product.connect', ...VPBX, resources, quote: String(id) });
}

async function change(made: World, resources: Record<string, number>): Promise<void> {
  const { id } = await made.perform({ do: 'product.change-quote', account, product: 'p1', resources });
  await made.perform({ do: 'product.change', account, product: 'p1', resources, quote: String(id) });
}

describe('products', () => {
  it('cost their fee for the rest of the month at once, and what the tariff does not include', async () => {
    const made = await world();
    await connected(made, { extensions: 7, record: 1 });
    // 16 … 30 November: 15 of 30 days of 900.00 + 2 × 90.00.
    expect(balance(made)).to.equal('9460.00');
    expect(product(made)).to.deep.include({ state: 'ACTIVE', resources: { extensions: 7, record: 1 } });
  });

  it('are charged whole on the 1st, as lines of the account itself (BIL-11)', async () => {
    const made = await world();
    await connected(made, { extensions: 7, record: 1 });
    await made.advance('2026-12-01T00:00:00+03:00');
    expect(balance(made)).to.equal('8380.00');
    await made.advance('2026-12-02T10:00:00+03:00');
    const bill = (await made.ask({ get: 'bill', account, month: '2026-11' })) as { blocks: unknown[]; total: string };
    expect(bill.total).to.equal('540.00');
    expect(bill.blocks).to.have.length(1);
    expect(bill.blocks[0]).to.deep.include({ number: null, subtotal: '540.00' });
  });

  it('become more at once, for the days that are left (PRD-4)', async () => {
    const made = await world();
    await connected(made);
    await change(made, { extensions: 10 });
    // 450.00 for the half month, then 5 × 90.00 for the same half.
    expect(balance(made)).to.equal('9325.00');
    expect(product(made).resources['extensions']).to.equal(10);
  });

  it('become less with the next period, and not if that is taken back before (PRD-4)', async () => {
    const made = await world();
    await connected(made, { extensions: 10 });
    const paid = balance(made);
    await change(made, { extensions: 5 });
    expect(balance(made)).to.equal(paid);
    expect(product(made)).to.deep.include({ resources: { extensions: 10, record: 1 } });
    expect(product(made).pending?.effective).to.equal('2026-12-01');
    await made.perform({ do: 'product.cancel', account, product: 'p1' });
    expect(product(made).pending).to.equal(null);
    await change(made, { extensions: 5 });
    await made.advance('2026-12-01T00:00:00+03:00');
    expect(product(made)).to.deep.include({ resources: { extensions: 5, record: 1 }, pending: null });
    expect(await refused(made.perform({ do: 'product.cancel', account, product: 'p1' }))).to.equal(
      'CHANGE_NOT_CANCELLABLE',
    );
  });

  it('are closed when what is paid for is used up, and cost nothing after', async () => {
    const made = await world();
    await connected(made);
    const paid = balance(made);
    await made.perform({ do: 'product.close', account, product: 'p1' });
    expect(product(made)).to.deep.include({ state: 'ACTIVE', closing: '2026-12-01' });
    await made.advance('2026-12-01T00:00:00+03:00');
    expect(product(made).state).to.equal('CLOSED');
    expect(balance(made)).to.equal(paid);
    expect(await refused(change(made, { extensions: 9 }))).to.equal('SERVICE_CLOSED');
  });

  it('are connected on the terms that were told, within ten minutes (CC-21)', async () => {
    const made = await world();
    const { id } = await made.perform({ do: 'product.quote', ...VPBX, resources: {} });
    const other = { do: 'product.connect', ...VPBX, resources: { extensions: 6 }, quote: String(id) } as const;
    expect(await refused(made.perform(other))).to.equal('QUOTE_EXPIRED');
    await made.advance('2026-11-16T10:11:00+03:00');
    expect(await refused(made.perform({ ...other, resources: {} }))).to.equal('QUOTE_EXPIRED');
    expect(balance(made)).to.equal('10000.00');
  });

  it('are refused for too little money, and leave everything as it was (SRV-6)', async () => {
    const made = await world('100.00');
    expect(await refused(connected(made))).to.equal('INSUFFICIENT_FUNDS');
    expect(made.peek(account)?.products.items).to.deep.equal([]);
    expect(balance(made)).to.equal('100.00');
  });

  it('are refused out of range, twice, and in another currency', async () => {
    const made = await world();
    expect(await refused(connected(made, { extensions: 0 }))).to.equal('AMOUNT_OUT_OF_RANGE');
    expect(await refused(connected(made, { nothing: 1 }))).to.equal('NOT_FOUND');
    await connected(made);
    expect(await refused(connected(made))).to.equal('TARIFF_NOT_AVAILABLE');
    expect(await refused(connected(await world('10.00', { currency: 'KZT' })))).to.equal('CURRENCY_MISMATCH');
  });

  it('hold the invariants of the world', async () => {
    const made = await world();
    await connected(made, { extensions: 9, record: 3 });
    await made.advance('2027-01-02T10:00:00+03:00');
    expect(await made.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
  });

  it('have names for the lines of a bill', () => {
    expect(productTitle('VPBX/office')).to.equal('Виртуальная АТС, тариф «Офис»');
    expect(productTitle('VPBX/office/extensions')).to.equal('Виртуальная АТС: внутренние номера');
    expect(productTitle('start')).to.equal(null);
  });
});
