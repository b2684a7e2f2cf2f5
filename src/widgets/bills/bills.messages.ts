import { defineMessages } from '../../i18n/messages.js';
import type { Words } from '../../ui/parts/say.js';
import type all from './archive/messages/ru.js';
import type ru from './messages/ru.js';

export type BillsMessages = typeof ru;
export type BillsWords = Words<BillsMessages>;

export const messages = defineMessages<BillsMessages>('bills', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});

declare global {
  interface LkMessageCatalog {
    bills: typeof all;
  }
}
