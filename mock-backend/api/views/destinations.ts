import type { Locale } from '../messages/index.js';

/** Names of groups of destinations; a catalogue has only codes, and an operator of his own names. */
const names: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'ru-mob': { ru: 'Мобильные, Россия', en: 'Mobile, Russia' },
  'ru-geo': { ru: 'Городские, Россия', en: 'Landline, Russia' },
  msk: { ru: 'Москва', en: 'Moscow' },
  spb: { ru: 'Санкт-Петербург', en: 'Saint Petersburg' },
  europe: { ru: 'Европа', en: 'Europe' },
  cis: { ru: 'СНГ', en: 'CIS' },
  world: { ru: 'Остальной мир', en: 'Rest of the world' },
};

/** What a group of destinations is called; one without a name is called by its code. */
export const destinationName = (code: string, locale: Locale): string => names[code]?.[locale] ?? code;
