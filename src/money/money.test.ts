import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compare, negate, sum } from './arithmetic.js';
import { absolute, formatMoney, isNegative, isZero } from './format.js';
import { parseAmount } from './parse.js';

const rub = (value: string) => ({ value, currency: 'RUB' });
const ru = (value: string, currency = 'RUB'): string => formatMoney({ value, currency }, 'ru').text;

describe('amount on screen (CC-4, CC-5)', () => {
  const cases: [value: string, currency: string, locale: string, text: string][] = [
    ['1234567.50', 'RUB', 'ru', '1 234 567,50 ₽'],
    ['-100.00', 'RUB', 'ru', '-100,00 ₽'],
    ['0.00', 'RUB', 'ru', '0,00 ₽'],
    ['-0.00', 'RUB', 'ru', '0,00 ₽'],
    ['100', 'RUB', 'ru', '100,00 ₽'],
    ['0007.5', 'RUB', 'ru', '7,50 ₽'],
    ['-10000000.00', 'RUB', 'ru', '-10 000 000,00 ₽'],
    ['123456789012345678901234567890.12', 'RUB', 'ru', '123 456 789 012 345 678 901 234 567 890,12 ₽'],
    ['2.5000', 'RUB', 'ru', '2,50 ₽'],
    ['0.125', 'RUB', 'ru', '0,125 ₽'],
    ['1500', 'JPY', 'ru', '1 500 ¥'],
    ['1.5', 'KWD', 'ru', '1,500 KWD'],
    ['-1234.50', 'RUB', 'en', '-₽1,234.50'],
    ['24.00', 'EUR', 'de', '24,00 €'],
    ['1234.00', 'HUF', 'hu', '1 234,00 Ft'],
  ];
  for (const [value, currency, locale, text] of cases) {
    it(`${value} ${currency} in ${locale} is ${text}`, () => {
      expect(formatMoney({ value, currency }, locale).text.replaceAll('\u00a0', ' ')).to.equal(text);
    });
  }

  it('is glued together: no ordinary space, no break between sign and digits', () => {
    expect(ru('-1234567.50')).to.equal('-1\u00a0234\u00a0567,50\u00a0₽');
  });

  it('comes in parts for rendering', () => {
    expect(formatMoney(rub('-1234.50'), 'ru')).to.deep.equal({
      sign: '-',
      integer: '1\u00a0234',
      decimal: ',',
      fraction: '50',
      currency: '₽',
      currencyFirst: false,
      gap: '\u00a0',
      text: '-1\u00a0234,50\u00a0₽',
    });
  });

  it('has Latin digits also in Arabic', () => {
    const { integer, fraction } = formatMoney(rub('-1234.50'), 'ar-EG');
    expect(`${integer}|${fraction}`).to.match(/^1.234\|50$/);
  });

  it('refuses what is no decimal string', () => {
    for (const value of ['', '1,5', '1e5', 'NaN', '+1', '.5', '5.', ' 1'])
      expect(() => ru(value), value).to.throw(RangeError);
    expect(() => ru('1', '₽')).to.throw(RangeError);
  });

  const amounts = fc.tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.integer({ min: 0, max: 99 }));
  it('keeps every digit of any amount, and the sign of all but zero', () =>
    fc.assert(
      fc.property(amounts, ([negative, whole, kopecks]) => {
        const value = `${negative ? '-' : ''}${whole}.${String(kopecks).padStart(2, '0')}`;
        const { text, sign } = formatMoney(rub(value), 'ru');
        expect(text.replace(/[^\d,]/g, '').replace(',', '.')).to.equal(value.replace('-', ''));
        expect(sign).to.equal(negative && (whole > 0n || kopecks > 0) ? '-' : '');
      }),
    ));

  it('as shown can be typed back in', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.integer({ min: 0, max: 99 }), (whole, kopecks) => {
        const value = `${whole}.${String(kopecks).padStart(2, '0')}`;
        for (const locale of ['ru', 'en', 'de', 'hu']) {
          expect(parseAmount(formatMoney(rub(value), locale).text)).to.deep.equal({ ok: true, value });
        }
      }),
    ));
});

describe('amount as typed', () => {
  const good: [string, string][] = [
    ['1 000,50 ₽', '1000.50'],
    ['1000.5', '1000.50'],
    ['1000', '1000.00'],
    ['1\u00a0000\u202f000,00', '1000000.00'],
    ['1.000,50', '1000.50'],
    ['1,000.50', '1000.50'],
    ['1 000 000', '1000000.00'],
    ['1.000.000', '1000000.00'],
    ['500 руб.', '500.00'],
    ['500 р.', '500.00'],
    ['500р', '500.00'],
    ['RUB 500', '500.00'],
    ['₽1,234.50', '1234.50'],
    ['007', '7.00'],
    ['0,5', '0.50'],
    ['12,3400', '12.34'],
    ['0', '0.00'],
  ];
  for (const [text, value] of good) {
    it(`«${text}» is ${value}`, () => expect(parseAmount(text)).to.deep.equal({ ok: true, value }));
  }
  const bad: [string, string][] = [
    ['', 'empty'],
    ['  ₽ ', 'empty'],
    ['-100', 'negative'],
    ['\u2212100', 'negative'],
    ['100,505', 'format'],
    ['1000,505', 'scale'],
    ['1.000', 'format'],
    ['1,000', 'format'],
    ['100,5051', 'scale'],
    ['1 00', 'format'],
    ['1 000 50', 'format'],
    ['1,00,00', 'format'],
    ['1..5', 'format'],
    ['5,', 'format'],
    [',5', 'format'],
    ['сто', 'format'],
    ['1e5', 'format'],
    ['1 000.000,50.1', 'format'],
    ['٣٫', 'format'],
  ];
  for (const [text, error] of bad) {
    it(`«${text}» is refused: ${error}`, () => expect(parseAmount(text)).to.deep.equal({ ok: false, error }));
  }

  it('may be in Arabic digits, as the keyboards of its readers have them', () =>
    expect(parseAmount('٣')).to.deep.equal({ ok: true, value: '3.00' }));

  it('of any text is an exact decimal at the scale, or an error, and never throws', () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d .,₽-]{0,12}$/)),
        fc.constantFrom(0, 2, 3),
        (text, scale) => {
          const parsed = parseAmount(text, scale);
          if (parsed.ok) expect(parsed.value).to.match(scale === 0 ? /^\d+$/ : new RegExp(`^\\d+\\.\\d{${scale}}$`));
        },
      ),
    ));
});

describe('amounts added up', () => {
  it('give the sum of the seed’s two examples with its sign (CC-8)', () => {
    expect(sum([rub('-100.00'), rub('200.00')])).to.deep.equal(rub('100.00'));
    expect(sum([rub('-200.00'), rub('100.00')])).to.deep.equal(rub('-100.00'));
    expect(sum([rub('-150.00'), rub('150.00')])).to.deep.equal(rub('0.00'));
  });
  it('of two currencies are refused', () => {
    expect(() => sum([rub('1.00'), { value: '1.00', currency: 'EUR' }])).to.throw(RangeError);
    expect(() => compare(rub('1.00'), { value: '1.00', currency: 'EUR' })).to.throw(RangeError);
    expect(() => sum([])).to.throw(RangeError);
  });
  it('are ordered as numbers, not as text', () => {
    expect(compare(rub('9.00'), rub('10.00'))).to.equal(-1);
    expect(compare(rub('-9.00'), rub('-10.00'))).to.equal(1);
    expect(compare(rub('1.0'), rub('1.00'))).to.equal(0);
  });
  it('agree with kopecks counted as whole numbers', () =>
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), { minLength: 1 }), (kopecks) => {
        const text = (minor: bigint): string => {
          const digits = String(minor < 0n ? -minor : minor).padStart(3, '0');
          return `${minor < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        };
        expect(sum(kopecks.map((one) => rub(text(one)))).value).to.equal(text(kopecks.reduce((a, b) => a + b)));
      }),
    ));
  it('know their sign without arithmetic', () => {
    expect([isNegative('-0.01'), isNegative('-0.00'), isZero('-0.00'), isZero('0.001')]).to.deep.equal([
      true,
      false,
      true,
      false,
    ]);
    expect([negate(rub('1.00')).value, negate(rub('-1.00')).value, negate(rub('-0.00')).value]).to.deep.equal([
      '-1.00',
      '1.00',
      '0.00',
    ]);
    expect(absolute(rub('-5.00')).value).to.equal('5.00');
  });
});
