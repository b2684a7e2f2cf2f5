import { expect, fixture, html } from '@open-wc/testing';
import { formatMoney, type Money } from '../money/format.js';
import { parseAmount } from '../money/parse.js';
import { loadersOf } from '../testing/messages.js';
import { type Mounted, mountWithBackend } from '../testing/mount.js';
import '../define/balance.js';
import type { LkBalance } from '../widgets/balance/balance.js';
import { formatAsOf, formatDayMonth, formatDays, formatMonth, formatMonthName, formatWeekday } from './dates.js';
import { loadKazakh } from './kazakh.js';
import { type Language, languages } from './locale.js';
import { defineMessages, format, translator } from './messages.js';
import { parsePhone } from './phone.js';
import { pseudo } from './pseudo.js';
import { formatData, formatDuration, formatPercent } from './quantities.js';

/** Spaces of any width as one, marks that only direct the text left out: these differ between versions of a browser. */
const plain = (text: string): string =>
  text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
const rub = (value: string): Money => ({ value, currency: 'RUB' });
const each = (check: (language: Language) => string): Record<string, string> =>
  Object.fromEntries(languages.map((language) => [language, plain(check(language))]));

before(loadKazakh);

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
    expect(each((language) => formatDuration(300, language, 'long'))).to.deep.equal({
      ru: '5 минут',
      en: '5 minutes',
      kk: '5 минут',
      de: '5 Minuten',
      hu: '5 perc',
      ar: '5 دقائق',
    });
    expect(each((language) => formatPercent('22.5', language))).to.deep.equal({
      ru: '22,5 %',
      en: '22.5%',
      kk: '22,5 %',
      de: '22,5 %',
      hu: '22,5%',
      ar: '22.5%',
    });
    expect(each((language) => formatData(2_359_296, language))).to.include({ de: '2,25 GB', hu: '2,25 GB' });
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
