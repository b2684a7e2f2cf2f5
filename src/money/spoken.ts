import { absolute, exponentOf, isNegative, type Money, parse } from './format.js';

/** Words of a language for amounts, given by the caller's message file, so that no other language is carried along. */
export interface SpokenWords {
  /** `минус {amount}`. */
  readonly minus: string;
  /** `минус {amount}, начислено вам`: for sums where "-" means credited to the subscriber. */
  readonly accrued: string;
}
type Forms = Readonly<Record<string, string>>;

/** Units and hundredths of roubles; other currencies are named by `Intl`. */
const ROUBLES: Readonly<Record<string, readonly [units: Forms, hundredths: Forms]>> = {
  ru: [
    { one: 'рубль', few: 'рубля', many: 'рублей', other: 'рубля' },
    { one: 'копейка', few: 'копейки', many: 'копеек', other: 'копейки' },
  ],
  en: [
    { one: 'rouble', other: 'roubles' },
    { one: 'kopeck', other: 'kopecks' },
  ],
};
const WORDS: Readonly<Record<string, SpokenWords>> = {
  ru: { minus: 'минус {amount}', accrued: 'минус {amount}, начислено вам' },
  en: { minus: 'minus {amount}', accrued: 'minus {amount}, credited to you' },
};

/**
 * An amount as a screen reader should say it: «минус 100 рублей 00 копеек, начислено вам».
 *
 * @param side - `display`: bill, statement, detail, where "-" means credited to the subscriber; `ledger`: balance and
 *   payments, where it does not. @see domain.md §1.2
 * @see domain.md CC-5
 */
export function spokenMoney(
  money: Money,
  locale: string,
  side: 'display' | 'ledger' = 'ledger',
  words?: SpokenWords,
): string {
  const language = locale.split('-')[0] ?? 'ru';
  const said = words ?? WORDS[language];
  const amount = positive(absolute(money), locale, language);
  if (!isNegative(money.value)) return amount;
  const pattern = side === 'display' ? said?.accrued : said?.minus;
  return (pattern ?? '-{amount}').replace('{amount}', amount);
}

function positive(money: Money, locale: string, language: string): string {
  const names = money.currency === 'RUB' ? ROUBLES[language] : undefined;
  const { whole, fraction } = parse(money.value);
  if (names === undefined || fraction.length > 2) {
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: money.currency,
      currencyDisplay: 'name',
      numberingSystem: 'latn',
      minimumFractionDigits: Math.max(exponentOf(money.currency), fraction.length),
    }).format(`${whole}.${fraction}0` as Intl.StringNumericLiteral);
  }
  const [units, hundredths] = names;
  const part = fraction.padEnd(2, '0');
  return `${whole} ${form(units, whole, locale)} ${part} ${form(hundredths, part, locale)}`;
}

/** Plural by the last digits: exact for amounts of any length. */
function form(forms: Forms, digits: string, locale: string): string {
  const tail = Number(digits.slice(-6)) + (digits.length > 6 ? 1_000_000 : 0);
  return forms[new Intl.PluralRules(locale).select(tail)] ?? forms['other'] ?? '';
}
