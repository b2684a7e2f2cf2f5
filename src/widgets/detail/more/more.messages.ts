import { defineMessages } from '../../../i18n/messages.js';
import type { Words } from '../../../ui/parts/say.js';
import type ru from './messages/ru.js';

/** Texts of the widget and of what it loads late. */
export type MoreMessages = typeof ru;
export type MoreWords = Words<MoreMessages>;

export const messages = defineMessages<MoreMessages>('detail', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});
