import { defineMessages } from '../../i18n/messages.js';
import type { Words } from '../../ui/parts/say.js';
import type ru from './messages/ru.js';

export type SipMessages = typeof ru;
export type SipWords = Words<SipMessages>;

export const messages = defineMessages<SipMessages>('sip', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});

declare global {
  interface LkMessageCatalog {
    sip: SipMessages;
  }
}
