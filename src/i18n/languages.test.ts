import { expect, fixture, html } from '@open-wc/testing';
import { formatMoney, type Money } from '../money/format.js';
import { parseAmount } from '../money/parse.js';
import { loadersOf } from '../testing/messages.js';
import { type Mounted, mountWithBackend } from '../testing/mount.js';
import '../define/balance.js';
import type { LkBalance } from '../widgets/balance/balance.js';
import { formatDayMonth, formatDays, formatMonth, formatMonthName } from './dates.js';
import { formatAsOf, formatWeekday } from './times.js';
import { type Language, languages } from './locale.js';
import { messages as texts } from '../widgets/balance/balance.messages.js';
import { defineMessages, format, translator } from './messages.js';
import { parsePhone } from './phone.js';
import { pseudo } from './pseudo.js';
import { formatNumber, formatUnit, type Unit } from './quantities.js';
import { formatPercent, unitWord } from './measures.js';

/** Spaces of any width as one, marks that only direct the text left out: these differ between versions of a browser. */
const plain = (text: string): string =>
  text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
const rub = (value: string): Money => ({ value, currency: 'RUB' });
const each = (check: (language: Language) => string): Record<string, string> =>
  Object.fromEntries(languages.map((language) => [language, plain(check(language))]));

before(() => Promise.all(languages.map((language) => texts.load(language))));

describe('amounts and numbers', () => {
  it('have the separators and the place of the sign of each language', () => {
    expect(each((language) => formatMoney(rub('-1234567.50'), language).text)).to.deep.equal({
      ru: '-1 234 567,50 ₽',
      en: '-₽1,234,567.50',
      kk: '-1 234 567,50 ₽',
      de: '-1.234.567,50 ₽',
      hu: '-1 234 567,50 ₽',
      ar: '-1,234,567.50 ₽',
    });
  });
  it('are grouped from four digits on, in every language', () => {
    expect(each((language) => formatMoney({ value: '1200.00', currency: 'EUR' }, language).text)).to.deep.equal({
      ru: '1 200,00 €',
      en: '€1,200.00',
      kk: '1 200,00 €',
      de: '1.200,00 €',
      hu: '1 200,00 €',
      ar: '1,200.00 €',
    });
  });
  it('use Latin digits in Arabic, also with a region that has its own', () => {
    expect(plain(formatMoney(rub('12.30'), 'ar-EG').text)).to.equal('12.30 ₽');
    expect(format('{n}', { n: 1234.5 }, 'ar-EG')).to.equal('1,234.5');
  });
  it('are read in Arabic digits too', () => {
    expect(parseAmount('١٢٣٤٫٥٠')).to.deep.equal({ ok: true, value: '1234.50' });
    expect(parsePhone('+٧ ٤٩٥ ٠٠٠ ٠٠ ٠١')).to.equal('+74950000001');
  });
});

describe('dates and quantities', () => {
  it('name days and months as the language does', () => {
    expect(each((language) => formatDayMonth('2026-11-02', language))).to.deep.equal({
      ru: '2 ноября',
      en: '2 November',
      kk: '2 қараша',
      de: '2. November',
      hu: 'november 2.',
      ar: '2 نوفمبر',
    });
    expect(each((language) => formatMonth('2026-11', language))).to.deep.equal({
      ru: 'ноябрь 2026',
      en: 'November 2026',
      kk: '2026 ж. қараша',
      de: 'November 2026',
      hu: '2026. november',
      ar: 'نوفمبر 2026',
    });
    expect(each((language) => formatDays('2026-11-01', '2026-11-22', language))).to.deep.equal({
      ru: '1–22 ноября',
      en: '1–22 November',
      kk: '1–22 қараша',
      de: '1.–22. November',
      hu: 'november 1–22.',
      ar: '1–22 نوفمبر',
    });
  });
  it('name days of the week, not mixed up with months', () => {
    expect(formatMonthName('2026-11', 'hu')).to.equal('november');
    expect(each((language) => formatWeekday('2026-11-22', language))).to.deep.equal({
      ru: 'воскресенье',
      en: 'Sunday',
      kk: 'жексенбі',
      de: 'Sonntag',
      hu: 'vasárnap',
      ar: 'الأحد',
    });
  });
  it('say Moscow’s time in the reader’s letters', () => {
    const at = '2026-11-22T23:59:59+03:00';
    expect(each((language) => formatAsOf(at, 'Europe/Moscow', language).slice(18))).to.deep.equal({
      ru: '(МСК)',
      en: '(MSK)',
      kk: '(МСК)',
      de: '(MSK)',
      hu: '(MSK)',
      ar: '(MSK)',
    });
  });
  it('measure time, data and shares', () => {
    expect(each((language) => formatUnit(1234.5, 'minute', language, 1))).to.deep.equal({
      ru: '1 234,5 мин',
      en: '1,234.5 min',
      kk: '1 234,5 мин',
      de: '1.234,5 Min.',
      hu: '1234,5 p',
      ar: '1,234.5 د',
    });
    expect(each((language) => formatPercent('22.5', language))).to.deep.equal({
      ru: '22,5 %',
      en: '22.5%',
      kk: '22,5 %',
      de: '22,5 %',
      hu: '22,5%',
      ar: '22.5%',
    });
    expect(each((language) => unitWord(2, 'gigabyte', language))).to.include({ kk: 'ГБ', de: 'GB', ar: 'غ.ب' });
  });
});

describe('what is written without Intl is as Intl would have it', () => {
  // Of Kazakh Chromium has no data. Bare English is the American one there, of whose dates ours differ.
  const inIntl = languages.filter((language) => language !== 'kk');
  const tag = (language: Language): string => (language === 'en' ? 'en-GB' : language);
  const utc = { timeZone: 'UTC', numberingSystem: 'latn' } as const;
  const days = Array.from(
    { length: 12 },
    (_, month) => `2026-${String(month + 1).padStart(2, '0')}-0${(month % 7) + 1}`,
  );

  for (const language of inIntl) {
    it(`for amounts in ${language}`, () => {
      const values = [
        '0',
        '0.00',
        '7.5',
        '12.30',
        '999.99',
        '1000',
        '1234.50',
        '1234567.5',
        '0.125',
        '98765432109876.5432',
      ];
      for (const currency of ['RUB', 'EUR', 'KZT']) {
        for (const value of values) {
          const minimumFractionDigits = Math.max(2, value.split('.')[1]?.replace(/0+$/, '').length ?? 0);
          const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', useGrouping: true } as const;
          const intl = new Intl.NumberFormat(language, { ...style, numberingSystem: 'latn', minimumFractionDigits });
          const written = plain(formatMoney({ value, currency }, language).text);
          expect(written, value).to.equal(plain(intl.format(value as Intl.StringNumericLiteral)));
        }
      }
    });

    it(`for numbers and units in ${language}`, () => {
      const units: Unit[] = ['hour', 'minute', 'second', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
      for (const value of [
        0, 1, 2, 5, 0.0001, 0.05, 0.25, 1.005, 1.95, 2.5, 137.66, 999.96, 1234, 12345.67, 1234567.89,
      ]) {
        for (const maximumFractionDigits of [0, 1, 3]) {
          // By its spelling Hungarian keeps four digits together; data of 2022, as in WebKitGTK, do not know it yet.
          const useGrouping = language === 'hu' ? 'min2' : 'auto';
          const options = { numberingSystem: 'latn', maximumFractionDigits, useGrouping } as const;
          const number = plain(new Intl.NumberFormat(language, options).format(value));
          expect(plain(formatNumber(value, language, maximumFractionDigits))).to.equal(number);
          for (const unit of units) {
            const intl = new Intl.NumberFormat(language, { ...options, style: 'unit', unit, unitDisplay: 'short' });
            const written = plain(formatUnit(value, unit, language, maximumFractionDigits));
            expect(written).to.equal(plain(intl.format(value)));
          }
        }
      }
    });

    it(`for dates in ${language}`, () => {
      const intl = (day: string, options: Intl.DateTimeFormatOptions) =>
        plain(new Intl.DateTimeFormat(tag(language), { ...utc, ...options }).format(new Date(day)));
      for (const day of days) {
        expect(plain(formatDayMonth(day, language))).to.equal(intl(day, { day: 'numeric', month: 'long' }));
        expect(formatMonthName(day.slice(0, 7), language)).to.equal(intl(day, { month: 'long' }));
        expect(formatWeekday(day, language)).to.equal(intl(day, { weekday: 'long' }));
        expect(formatMonth(day.slice(0, 7), language)).to.equal(
          intl(day, { month: 'long', year: 'numeric' }).replace(/ г\.$/, ''),
        );
        const month = new Intl.DateTimeFormat(tag(language), { ...utc, day: 'numeric', month: 'long' });
        expect(plain(formatDays(day, `${day.slice(0, 8)}28`, language)).replace(/\s/g, '')).to.equal(
          plain(month.formatRange(new Date(day), new Date(`${day.slice(0, 8)}28`))).replace(/\s/g, ''),
        );
      }
    });
  }

  it('and regions with customs of their own go to Intl', () => {
    expect(plain(formatMoney(rub('1234567.50'), 'de-CH').text)).to.equal('₽ 1’234’567.50');
    expect(plain(formatMoney(rub('-5.00'), 'de-AT').text)).to.equal('-₽ 5,00');
    expect(formatDayMonth('2026-01-02', 'de-AT')).to.equal('2. Jänner');
    expect(formatMonthName('2026-01', 'de-DE')).to.equal('Januar');
    expect(plain(formatMoney({ value: '5.00', currency: 'USD' }, 'ar').text)).to.equal('5.00 US$');
  });
});

describe('plural forms', () => {
  const numbers = async (language: Language): Promise<string> => {
    const { messages } = await import('../widgets/services/services.messages.js');
    const t = translator(messages, await messages.load(language), language, undefined);
    return plain([1, 2, 3, 11, 100].map((count) => t('freeFound', { count })).join(', '));
  };
  const expected: Readonly<Record<Language, string>> = {
    ru: '1 номер, 2 номера, 3 номера, 11 номеров, 100 номеров',
    en: '1 number, 2 numbers, 3 numbers, 11 numbers, 100 numbers',
    kk: '1 нөмір, 2 нөмір, 3 нөмір, 11 нөмір, 100 нөмір',
    de: '1 Nummer, 2 Nummern, 3 Nummern, 11 Nummern, 100 Nummern',
    hu: '1 szám, 2 szám, 3 szám, 11 szám, 100 szám',
    ar: 'رقم واحد, رقمان, 3 أرقام, 11 رقمًا, 100 رقم',
  };
  for (const language of languages)
    it(`of ${language}`, async () => expect(await numbers(language)).to.equal(expected[language]));
});

describe('right to left', () => {
  it('keeps numbers and amounts inside a sentence from being turned around', () => {
    expect(format('من {a}', { a: '+7 (495) 000-00-01' }, 'ar')).to.equal('من \u2068+7 (495) 000-00-01\u2069');
    expect(formatMoney(rub('-5.00'), 'ar').text).to.equal('\u2066-5.00\u00a0₽\u2069');
  });
  it('puts nothing into the texts of other languages', () => {
    for (const language of languages.filter((one) => one !== 'ar'))
      expect(format('{a}', { a: '+7' }, language) + formatMoney(rub('-5.00'), language).text).to.not.match(/\p{Cf}/u);
  });
});

describe('an element', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());
  const text = (element: LkBalance): string => plain(element.shadowRoot?.textContent ?? '');
  /** Waits for a word: texts of a language are a file of their own. */
  const says = async (element: LkBalance, word: string): Promise<void> => {
    for (let i = 0; i < 400 && !text(element).includes(word); i++) await new Promise((done) => setTimeout(done, 25));
    expect(text(element)).to.contain(word);
  };

  it('changes its language and direction without a reload, and keeps its data', async () => {
    mounted = await mountWithBackend({ world: 'demo' });
    const element = await fixture<LkBalance>(html`<lk-balance .session=${mounted.session}></lk-balance>`);
    const words: Readonly<Record<Language, string>> = {
      ru: 'Лицевой счёт',
      en: 'Account',
      kk: 'дербес шоты',
      de: 'Kundenkonto',
      hu: 'Folyószámla',
      ar: 'الحساب',
    };
    await says(element, words.ru);
    const before = mounted.requests.length;
    for (const language of languages) {
      mounted.session.locale = language;
      await says(element, words[language]);
      await element.updateComplete;
      expect(element.matches(':dir(rtl)'), language).to.equal(language === 'ar');
    }
    expect(mounted.requests.length).to.equal(before);
  });

  it('shows the host’s own words in the language they are for', async () => {
    const strings = { de: { 'balance.topUp': 'Guthaben laden' } } as const;
    mounted = await mountWithBackend({ world: 'demo', locale: 'de', strings });
    const element = await fixture<LkBalance>(html`<lk-balance .session=${mounted.session}></lk-balance>`);
    await says(element, 'Guthaben laden');
    mounted.session.locale = 'hu';
    await says(element, 'Folyószámla');
    expect(text(element)).to.not.contain('Guthaben');
  });
});

describe('the pseudo-locale', () => {
  it('lengthens every text of every form and keeps what is put in', async () => {
    const { messages } = await import('../widgets/services/services.messages.js');
    const real = await messages.load('de');
    const twisted = pseudo(real);
    expect(Object.keys(twisted)).to.deep.equal(Object.keys(real));
    const set = defineMessages('services', loadersOf(twisted, twisted));
    const t = translator(set, await set.load('de'), 'de', undefined);
    expect(t('freeFound', { count: 2 })).to.match(/^\[2 \P{ASCII}?.+·+\]$/u);
    expect(t('heading', {}).length).to.be.greaterThan('Dienste'.length * 1.3);
  });
});
