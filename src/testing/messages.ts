import type { Language } from '../i18n/locale.js';
import type { Messages } from '../i18n/messages.js';

type Loaders = Readonly<Record<Language, () => Promise<{ default: Messages }>>>;

/** Loaders for `defineMessages` in a test: Russian, and the same texts for every other language. */
export function loadersOf(ru: Messages, others: Messages): Loaders {
  const other = async () => ({ default: others });
  return { ru: async () => ({ default: ru }), en: other, kk: other, de: other, hu: other, ar: other };
}
