import { defineMessages } from '../../../i18n/messages.js';
import type { Words } from '../../../ui/parts/say.js';
import type ru from './messages/ru.js';

/** Texts of the archive and of the widget. */
export type ArchiveMessages = typeof ru;
export type ArchiveWords = Words<ArchiveMessages>;

export const messages = defineMessages<ArchiveMessages>('bills', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});
