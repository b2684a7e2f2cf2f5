import { defineMessages } from '../../i18n/messages.js';
import type { Words } from '../../ui/parts/say.js';
import type ru from './messages/ru.js';

export type DocumentsMessages = typeof ru;
export type DocumentsWords = Words<DocumentsMessages>;

export const messages = defineMessages<DocumentsMessages>('documents', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});

declare global {
  interface LkMessageCatalog {
    documents: DocumentsMessages;
  }
}
