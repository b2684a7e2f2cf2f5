import { expect } from 'chai';
import { describe, it } from 'node:test';
import { search, type StockFilter } from './search.js';
import type { StockNumber } from './showcase.js';

const number = (e164: string, price = '0.00', more: Partial<StockNumber> = {}): StockNumber => ({
  number: e164,
  kind: 'MOBILE',
  city: null,
  class: 'STANDARD',
  price,
  ...more,
});

const stock = [
  number('+79990007712', '9.90'),
  number('+79990001234'),
  number('+74950002277', '100.00', { kind: 'GEOGRAPHIC', city: 'msk', class: 'SILVER' }),
  number('+78120002277', '20.00', { kind: 'GEOGRAPHIC', city: 'spb', class: 'SILVER' }),
];
const found = (filter: StockFilter) => search(stock, filter).map((one) => one.number);

describe('the showcase', () => {
  it('is searched by a mask over the whole national number: digits, ? and * (SRV-54)', () => {
    expect(found({ mask: '*77*' })).to.deep.equal(['+74950002277', '+78120002277', '+79990007712']);
    expect(found({ mask: '*77' })).to.deep.equal(['+74950002277', '+78120002277']);
    expect(found({ mask: '999000?2*' })).to.deep.equal(['+79990001234']);
    expect(found({ mask: '999000??3?' })).to.deep.equal(['+79990001234']);
    expect(found({ mask: '9990001234' })).to.deep.equal(['+79990001234']);
    expect(found({ mask: '1234' })).to.deep.equal([]);
  });

  it('answers a mask of many stars at once', () => {
    const before = performance.now();
    expect(found({ mask: '*1*1*1*1*1*1*1*1*1*' })).to.deep.equal([]);
    expect(performance.now() - before).to.be.below(200);
  });

  it('is narrowed by kind, city, class and price, both ends counted', () => {
    expect(found({ kind: 'GEOGRAPHIC', city: 'spb' })).to.deep.equal(['+78120002277']);
    expect(found({ class: 'SILVER', priceTo: '20' })).to.deep.equal(['+78120002277']);
    expect(found({ priceFrom: '9.90', priceTo: '99.99' })).to.deep.equal(['+78120002277', '+79990007712']);
  });

  it('is ordered by exact prices, equal ones by number', () => {
    expect(found({ sort: 'cheapest' })).to.deep.equal(['+79990001234', '+79990007712', '+78120002277', '+74950002277']);
    expect(found({ sort: 'dearest' })[0]).to.equal('+74950002277');
  });
});
