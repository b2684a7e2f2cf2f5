import { intlTag, pluralTag } from './words.js';

/** Formatters are kept: making one takes a hundred times as long as using it. */
function kept<O, F>(make: (locale: string, options: O) => F): (locale: string, options: O) => F {
  const made = new Map<string, F>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = make(locale, options)));
    return known;
  };
}

/** In Latin digits, also in regions that have their own. */
const numberingSystem = 'latn';

export const numberFormat = kept(
  (locale, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(intlTag(locale), { numberingSystem, ...options }),
);

export const dateFormat = kept(
  (locale, options: Intl.DateTimeFormatOptions) =>
    // Days before months, "1–22 November", which bare English is not.
    new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : intlTag(locale), {
      numberingSystem,
      calendar: 'gregory',
      ...options,
    }),
);

export const pluralRules = kept(
  (locale, options: Intl.PluralRulesOptions) => new Intl.PluralRules(pluralTag(locale), options),
);
