import { expect } from '@open-wc/testing';
import { formatDate, formatDayMonth, formatMonth, formatMonthName } from './dates.js';
import { dayOf, formatAsOf, formatInstant, formatTime, formatWeekday, zoneLabel } from './times.js';
import { errorText } from './errors.js';
import en from './errors/en.js';
import ru from './errors/ru.js';
import { directionOf, nearestLang, resolveLocale, usableLocale } from './locale.js';
import { loadersOf } from '../testing/messages.js';
import { defineMessages, format, translator } from './messages.js';
import { formatPhone, parsePhone } from './phone.js';
import { pseudo } from './pseudo.js';
import { formatNumber, formatUnit } from './quantities.js';
import { formatClock, formatPercent } from './measures.js';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const MSK = 'Europe/Moscow';

describe('language', () => {
  it('is the first one asked for that the widgets speak', () => {
    expect(resolveLocale(undefined, 'fr', 'en-GB', 'ru')).to.equal('en-GB');
    expect(resolveLocale('ru_RU')).to.equal('ru-RU');
  });
  it('is never taken from nonsense', () => {
    for (const tag of ['', '  ', 'xx', 'en-', 'ru-!!', 'en--GB', 'javascript:'])
      expect(usableLocale(tag), tag).to.equal(null);
  });
  it('is found over the borders of shadow roots and through slots', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<section lang="en"><slot></slot></section><p></p>';
    const child = document.createElement('i');
    host.append(child);
    host.lang = 'ru';
    expect(nearestLang(child)).to.equal('en');
    const inside = root.querySelector('p');
    expect(inside && nearestLang(inside)).to.equal('ru');
  });
  it('has a direction', () => {
    expect([directionOf('ar'), directionOf('ru')]).to.deep.equal(['rtl', 'ltr']);
  });
});

describe('texts', () => {
  const minutes = { one: '{count} минута', few: '{count} минуты', many: '{count} минут', other: '{count} минуты' };
  it('choose the plural form by the language (1 минута, 2 минуты, 5 минут, 21 минута)', () => {
    const all = [1, 2, 5, 11, 21, 1.5].map((count) => plain(format(minutes, { count }, 'ru')));
    expect(all).to.deep.equal(['1 минута', '2 минуты', '5 минут', '11 минут', '21 минута', '1,5 минуты']);
  });
  it('write numbers in the language and leave a missing parameter visible', () => {
    expect(plain(format('{n} из {m}', { n: 12345 }, 'ru'))).to.equal('12 345 из {m}');
  });
  it('never run what a parameter says', () => {
    expect(format('{a}', { a: '{b} $& <b>', b: 'x' }, 'ru')).to.equal('{b} $& <b>');
  });
  it('are replaced by the host for its language only', async () => {
    const set = defineMessages<{ readonly a: 'ру' }>('probe', loadersOf({ a: 'ру' }, { a: 'en' }));
    const strings = JSON.parse('{ "ru": { "probe.a": "своё" } }');
    expect(translator(set, await set.load('ru'), 'ru', strings)('a')).to.equal('своё');
    expect(translator(set, await set.load('en'), 'en', strings)('a')).to.equal('en');
  });
  it('are asked for again after a file could not be loaded', async () => {
    let times = 0;
    const load = async () => {
      if (++times === 1) throw new Error('offline');
      return { default: { a: 'ру' } };
    };
    const set = defineMessages<{ readonly a: 'ру' }>('probe', { ...loadersOf({}, {}), ru: load });
    await set.load('ru').catch(() => undefined);
    expect(await set.load('ru')).to.deep.equal({ a: 'ру' });
  });
  it('grow by a third in the pseudo-locale and keep their placeholders', () => {
    const { total } = pseudo({ total: 'Итого {sum}' });
    expect(total).to.match(/^\[.+\{sum\}·+\]$/);
  });
});

describe('dates', () => {
  it('are written дд.мм.гггг in every language', () => expect(formatDate('2026-11-02')).to.equal('02.11.2026'));
  it('have names of months, alone and with a day', () => {
    expect(formatMonth('2026-11', 'ru')).to.equal('ноябрь 2026');
    expect(formatMonth('2026-11', 'en')).to.equal('November 2026');
    expect(formatMonthName('2026-05', 'ru')).to.equal('май');
    expect(formatWeekday('2026-11-22', 'ru')).to.equal('воскресенье');
    expect(formatDayMonth('2026-11-02', 'ru')).to.equal('2 ноября');
    expect(formatDayMonth('2026-11-02', 'en')).to.equal('2 November');
    expect(formatDayMonth('2026-11-02', 'en-US')).to.equal('November 2');
  });
  it('of instants are days of the account’s zone (ex-12: a UTC evening is the next local month)', () => {
    expect(dayOf('2026-10-31T21:30:00Z', MSK)).to.equal('2026-11-01');
    expect(formatInstant('2026-10-31T21:30:00Z', MSK)).to.equal('01.11.2026, 00:30');
    expect(formatTime('2026-10-31T21:00:00Z', MSK)).to.equal('00:00');
  });
  it('say what they are as of, with the zone (BIL-4)', () => {
    expect(formatAsOf('2026-11-22T23:59:59+03:00', MSK, 'ru')).to.equal('22.11.2026, 23:59 (МСК)');
    expect(formatAsOf('2026-11-22T23:59:59+03:00', MSK, 'en')).to.equal('22.11.2026, 23:59 (MSK)');
  });
  it('name Russian zones by their distance from Moscow', () => {
    const at = '2026-11-22T00:00:00Z';
    expect(
      ['Europe/Kaliningrad', 'Asia/Yekaterinburg', 'Asia/Kamchatka'].map((zone) => zoneLabel(zone, 'ru', at)),
    ).to.deep.equal(['МСК\u22121', 'МСК+2', 'МСК+9']);
    expect(zoneLabel('UTC', 'en', at)).to.equal('UTC');
  });
  it('that are none are refused', () => {
    expect(() => formatDate('2026-13-40')).to.throw(RangeError);
    expect(() => formatDate('')).to.throw(RangeError);
  });
});

describe('quantities and phones', () => {
  it('write durations for columns', () => {
    expect([formatClock(3725), formatClock(303), formatClock(0)]).to.deep.equal(['1:02:05', '5:03', '0:00']);
  });
  it('write units and percents', () => {
    expect([1, 48, 1234.56].map((minutes) => plain(formatUnit(minutes, 'minute', 'ru', 1)))).to.deep.equal([
      '1 мин',
      '48 мин',
      '1 234,6 мин',
    ]);
    expect(formatUnit(1, 'minute', 'en-GB')).to.equal('1 min');
    expect(formatUnit(2, 'minute', 'en-GB')).to.equal('2 mins');
    expect(plain(formatPercent('22', 'ru'))).to.equal('22 %');
  });
  it('round half up at the decimals asked for, and write no zeros after them', () => {
    expect([0.05, 0.25, 1.95, 2, 999.96].map((value) => formatNumber(value, 'ru', 1))).to.deep.equal([
      '0,1',
      '0,3',
      '2',
      '2',
      '1\u00a0000',
    ]);
    expect([0.5, 1.5, 1234567].map((value) => formatNumber(value, 'en'))).to.deep.equal(['1', '2', '1,234,567']);
    expect(plain(formatNumber(-1234.5, 'ru', 1))).to.equal('-1 234,5');
  });
  it('write Russian numbers as Russians do (CC-14)', () => {
    expect(plain(formatPhone('+74950000001'))).to.equal('+7 (495) 000-00-01');
    expect(formatPhone('+4930123456')).to.equal('+4930123456');
  });
  it('read numbers as they are typed (CC-14)', () => {
    const good = [
      '8 (495) 000-00-01',
      '7 495 000 00 01',
      '+7 495 0000001',
      '4950000001',
      '495\u2011000\u201100\u201101',
    ];
    expect(new Set(good.map(parsePhone))).to.deep.equal(new Set(['+74950000001']));
    expect(parsePhone('+49 30 123456')).to.equal('+4930123456');
    for (const bad of ['', '112', '+7495', '+0123456789', 'abc', '+749500000012'])
      expect(parsePhone(bad), bad).to.equal(null);
  });
});

describe('texts of errors (§15)', () => {
  const error = { kind: 'problem', code: 'INSUFFICIENT_FUNDS', status: 402, params: {}, detail: null, traceId: null };
  const funds = { need: '90.00', available: '-10.50', short: '100.50' };
  it('write amounts and dates in the reader’s way', () => {
    expect(plain(errorText(ru, { ...error, params: funds }, 'ru'))).to.equal(
      'Недостаточно средств: нужно 90,00 ₽, доступно -10,50 ₽. Пополните на 100,50 ₽',
    );
    expect(errorText(en, { ...error, code: 'PROMISED_ACTIVE', params: { date: '2026-11-30' } }, 'en')).to.equal(
      'A promised payment is in effect until 30.11.2026',
    );
  });
  it('prefer the backend’s sentence to one with a hole', () => {
    expect(errorText(ru, { ...error, detail: 'Недостаточно средств' }, 'ru')).to.equal('Недостаточно средств');
  });
  it('say for unknown codes what is known, and name the trace', () => {
    expect(errorText(ru, { ...error, code: 'HTTP_500', status: 500, traceId: 'abc' }, 'ru')).to.equal(
      'Сервис временно недоступен. Код обращения: abc',
    );
    expect(errorText(en, { ...error, code: 'ODD' }, 'en')).to.equal('The request failed');
  });
  it('have the same codes and placeholders in every language', () => {
    const names = (text: unknown): string => (JSON.stringify(text).match(/\{\w+\}/g) ?? []).sort().join();
    expect(Object.keys(en)).to.deep.equal(Object.keys(ru));
    for (const [code, text] of Object.entries(ru))
      expect(names(Object.entries(en).find(([key]) => key === code)?.[1]), code).to.equal(names(text));
  });
});
