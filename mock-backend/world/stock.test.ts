import { expect } from 'chai';
import { describe, it } from 'node:test';
import type { Catalog } from '../engine/catalog.js';
import type { Command } from '../engine/command.js';
import { MemoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { moment, Timeline } from './testing.js';
import { World } from './world.js';

const FREE = '+79990002014';
const SECOND = '+79990002137';
const CITY = '+74950002014';

const catalog: Catalog = {
  tariffs: [
    {
      code: 'm',
      name: 'm',
      kinds: ['MOBILE'],
      setupFee: '50.00',
      minSpend: '30.00',
      fee: { amount: '300.00' },
    },
    { code: 'g', name: 'g', kinds: ['GEOGRAPHIC'] },
  ],
  showcase: {
    cities: [{ code: 'msk', name: 'Москва', prefixes: ['+7495'] }],
    numbers: [
      { number: FREE, kind: 'MOBILE', city: null, class: 'STANDARD', price: '100.00' },
      { number: SECOND, kind: 'MOBILE', city: null, class: 'STANDARD', price: '0.00' },
      { number: CITY, kind: 'GEOGRAPHIC', city: 'msk', class: 'STANDARD', price: '0.00' },
    ],
  },
};

const A = 'a';
const B = 'b';
const put = (account: string, number = FREE, tariff = 'm', more: object = {}): Command => ({
  do: 'cart.put',
  account,
  number,
  tariff,
  ...more,
});

/** Two accounts with money on 16 November: half of the month is left. */
async function market(opening = '1000.00', store: Store = new MemoryStore()): Promise<Timeline> {
  const time = await Timeline.begin(catalog, '2026-11-16', store);
  await time.at('2026-11-16', { do: 'account.open', account: A, opening }, { do: 'account.open', account: B, opening });
  return time;
}

const quote = async (time: Timeline, account = A) =>
  String((await time.world.perform({ do: 'cart.quote', account }))['id']);
const numbers = ({ world }: Timeline, account: string) =>
  world.peek(account)?.numbers.map(({ number, status }) => [number, status]);
const balance = ({ world }: Timeline, account: string) => world.peek(account)?.balance;

describe('a number in a cart', () => {
  it('is held for half an hour and is nobody else’s meanwhile (SRV-53)', async () => {
    const time = await market();
    const receipt = await time.world.perform(put(A));
    expect(receipt['reservedUntil']).to.equal(Date.parse(moment('2026-11-16T00:30:00')));
    expect(await time.refusal(put(B))).to.equal('NUMBER_TAKEN');
    await time.at('2026-11-16T00:29:59');
    expect(await time.refusal(put(B))).to.equal('NUMBER_TAKEN');
    await time.at('2026-11-16T00:30:00');
    expect(time.world.peek(A)?.cart.items).to.deep.equal([
      { number: FREE, tariff: 'm', address: null, reservedUntil: null },
    ]);
    expect(await time.refusal(put(B))).to.equal(null);
    expect(await time.refusal(put(A))).to.equal('NUMBER_TAKEN');
  });

  it('keeps its time when its tariff is changed, and gets a new one when it is over', async () => {
    const time = await market();
    await time.world.perform(put(A));
    await time.at('2026-11-16T00:20:00', put(A));
    expect(time.world.peek(A)?.cart.items[0]?.reservedUntil).to.equal(Date.parse(moment('2026-11-16T00:30:00')));
    await time.at('2026-11-16T00:40:00', put(A));
    expect(time.world.peek(A)?.cart.items[0]?.reservedUntil).to.equal(Date.parse(moment('2026-11-16T01:10:00')));
  });

  it('is given back', async () => {
    const time = await market();
    await time.world.perform(put(A));
    await time.world.perform({ do: 'cart.remove', account: A, number: FREE });
    expect(await time.refusal(put(B))).to.equal(null);
  });

  it('is refused when it is not on sale, or the tariff is not for it', async () => {
    const time = await market();
    expect(await time.refusal(put(A, '+79990009999'))).to.equal('NOT_FOUND');
    expect(await time.refusal(put(A, CITY, 'm'))).to.equal('TARIFF_WRONG_KIND');
    expect(await time.refusal(put(A, FREE, 'none'))).to.equal('NOT_FOUND');
  });
});

describe('the checkout', () => {
  it('charges what was quoted: set-up with the number, and the fee for the rest of the month (SRV-5)', async () => {
    const time = await market();
    await time.world.perform(put(A));
    const id = await quote(time);
    const terms = JSON.parse(time.world.peek(A)?.cart.quotes[id]?.terms ?? '{}') as Record<string, unknown>;
    // 50 + 100 + 300 × 15/30, and 30 × 15/30 that must be there and is not charged yet.
    expect(terms).to.deep.include({ total: '315.00', now: '300.00' });
    const done = await time.world.perform({ do: 'cart.confirm', account: A, quote: id });
    expect(done).to.deep.equal({ numbers: [FREE], charged: '300.00' });
    expect(balance(time, A)).to.equal('700.00');
    expect(time.world.peek(A)?.numbers[0]).to.deep.include({ number: FREE, main: true });
    expect(time.world.peek(A)?.cart.items).to.deep.equal([]);
    expect(time.world.peek(A)?.sip.accounts.map(({ number, type }) => [number, type])).to.deep.equal([
      [FREE, 'WEBPHONE'],
      [FREE, 'SOFTPHONE'],
    ]);
    expect(await time.refusal(put(B))).to.equal('NUMBER_TAKEN');
  });

  it('connects all or nothing: one number that is lost keeps the other', async () => {
    const time = await market();
    await time.world.perform(put(A));
    await time.at('2026-11-16T00:10:00', put(A, SECOND));
    const id = await quote(time);
    await time.at('2026-11-16T00:30:00', put(B));
    expect(await time.refusal({ do: 'cart.confirm', account: A, quote: id })).to.equal('NUMBER_TAKEN');
    expect(numbers(time, A)).to.deep.equal([]);
    expect(balance(time, A)).to.equal('1000.00');
  });

  it('asks for everything before it charges anything', async () => {
    const time = await market('480.00');
    await time.world.perform(put(A));
    await time.world.perform(put(A, SECOND));
    const id = await quote(time);
    // 315 + 215
    expect(await time.refusal({ do: 'cart.confirm', account: A, quote: id })).to.equal('INSUFFICIENT_FUNDS');
    expect(numbers(time, A)).to.deep.equal([]);
    await time.world.perform({ do: 'payment', account: A, txn: 'p', amount: '50.00' });
    await time.world.perform({ do: 'cart.confirm', account: A, quote: id });
    expect(numbers(time, A)).to.have.length(2);
    expect(time.world.peek(A)?.numbers.map(({ main }) => main)).to.deep.equal([true, false]);
  });

  it('refuses a reservation that is over, a quote that is over, and terms that are others by now', async () => {
    const time = await market();
    await time.at('2026-11-16T23:50:00', put(A));
    const id = await quote(time);
    const confirm = { do: 'cart.confirm', account: A, quote: id } as const;
    await time.at('2026-11-16T23:59:00');
    await time.world.perform(put(A, SECOND));
    expect(await time.refusal(confirm)).to.equal('QUOTE_EXPIRED');
    await time.world.perform({ do: 'cart.remove', account: A, number: SECOND });
    // The next day its fee is another one, and the ten minutes are over.
    await time.at('2026-11-17T00:00:00');
    expect(await time.refusal(confirm)).to.equal('QUOTE_EXPIRED');
    await time.at('2026-11-17T00:20:00');
    expect(await time.refusal(confirm)).to.equal('RESERVATION_EXPIRED');
  });

  it('asks for an address in the city of the number, and for an identity (SRV-50, SRV-51)', async () => {
    const time = await market();
    await time.world.perform(put(A, CITY, 'g'));
    expect(await time.refusal({ do: 'cart.quote', account: A })).to.equal('ADDRESS_REQUIRED');
    expect(await time.refusal(put(A, CITY, 'g', { address: 'a1' }))).to.equal('NOT_FOUND');
    const { id } = await time.world.perform({ do: 'address.add', account: A, city: 'msk', text: 'Lesnaya 5' });
    await time.world.perform(put(A, CITY, 'g', { address: String(id) }));
    expect(await time.refusal({ do: 'cart.quote', account: A })).to.equal(null);

    await time.world.perform({ do: 'account.open', account: 'c', opening: '1000.00', verified: false });
    await time.world.perform(put('c'));
    expect(await time.refusal({ do: 'cart.quote', account: 'c' })).to.equal('NOT_VERIFIED');
  });
});

describe('two processes on one store', () => {
  it('sell a number once: the first confirmation wins', async () => {
    const store = new MemoryStore();
    const one = await market('1000.00', store);
    const two = await World.open({
      id: 'test',
      catalog,
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      start: moment('2026-11-16'),
      store,
    });
    await one.world.perform(put(A));
    const refused = await two.perform(put(B)).catch((error: unknown) => error);
    expect(refused).to.include({ code: 'NUMBER_TAKEN' });
    const id = await quote(one);
    await one.world.perform({ do: 'cart.confirm', account: A, quote: id });
    expect(await two.perform(put(B)).catch((error: unknown) => error)).to.include({ code: 'NUMBER_TAKEN' });
  });
});

describe('a number on hold', () => {
  const connected = async () => {
    const time = await market();
    await time.world.perform(put(A));
    await time.world.perform({ do: 'cart.confirm', account: A, quote: await quote(time) });
    await time.at('2026-11-18T10:00:00', { do: 'number.disconnect', number: FREE, effective: 'today' });
    return time;
  };

  it('is taken back by its account without paying the set-up again (SRV-57)', async () => {
    const time = await connected();
    expect(await time.refusal(put(B))).to.equal('NUMBER_TAKEN');
    const { id } = await time.world.perform({ do: 'number.reconnect-quote', number: FREE });
    const done = await time.world.perform({ do: 'number.reconnect', number: FREE, quote: String(id) });
    // 300 × 13/30
    expect(done).to.deep.equal({ number: FREE, charged: '130.00' });
    expect(numbers(time, A)).to.deep.equal([[FREE, 'ACTIVE']]);
  });

  it('is sold to anybody when the hold is over', async () => {
    const time = await connected();
    await time.at('2027-01-17T00:00:00');
    expect(await time.refusal({ do: 'number.reconnect-quote', number: FREE })).to.equal('SERVICE_CLOSED');
    expect(await time.refusal(put(B))).to.equal(null);
  });
});

describe('switching an option by its quote', () => {
  const world = async () => {
    const time = await Timeline.begin(
      {
        tariffs: [{ code: 'm', name: 'm' }],
        options: [{ code: 'o', setupFee: '10.00', fee: '90.00' }, { code: 'free' }],
      },
      '2026-11-23',
    );
    await time.connect('2026-11-23', 'm');
    return time;
  };
  const NUMBER = '+79990000001';

  it('charges what was told, once, and is refused on another day', async () => {
    const time = await world();
    const { id } = await time.world.perform({ do: 'option.quote', number: NUMBER, option: 'o', on: true });
    const terms = JSON.parse(time.world.peek('100001')?.cart.quotes[String(id)]?.terms ?? '{}') as object;
    expect(terms).to.deep.include({ now: '34.00', monthly: '90.00', nextCharge: '2026-12-01' });
    const on = { do: 'option.on', number: NUMBER, option: 'o', quote: String(id) } as const;
    await time.at('2026-11-23T23:59:00');
    const { id: late } = await time.world.perform({ do: 'option.quote', number: NUMBER, option: 'o', on: true });
    await time.at('2026-11-24T00:01:00');
    expect(await time.refusal({ ...on, quote: String(late) })).to.equal('QUOTE_EXPIRED');
    const { id: fresh } = await time.world.perform({ do: 'option.quote', number: NUMBER, option: 'o', on: true });
    expect(await time.world.perform({ ...on, quote: String(fresh) })).to.include({ charged: '31.00' });
    expect(await time.world.perform({ ...on, quote: String(fresh) })).to.include({ charged: '0.00' });
  });
});
