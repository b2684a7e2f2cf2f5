import { defineMessages } from '../../i18n/messages.js';
import type { Words } from '../../ui/parts/say.js';
import type ru from './messages/ru.js';

export type CabinetMessages = typeof ru;
export type CabinetWords = Words<CabinetMessages>;

export const messages = defineMessages<CabinetMessages>('cabinet', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});

declare global {
  interface LkMessageCatalog {
    cabinet: CabinetMessages;
  }
}
