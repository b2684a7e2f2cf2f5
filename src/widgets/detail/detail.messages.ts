import { defineMessages } from '../../i18n/messages.js';
import type { Words } from '../../ui/parts/say.js';
import type all from './more/messages/ru.js';
import type ru from './messages/ru.js';

export type DetailMessages = typeof ru;
export type DetailWords = Words<DetailMessages>;

export const messages = defineMessages<DetailMessages>('detail', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});

declare global {
  interface LkMessageCatalog {
    detail: typeof all;
  }
}
