import { defineMessages } from '../../i18n/messages.js';
import type ru from './messages/ru.js';

export type BalanceMessages = typeof ru;

export const messages = defineMessages<BalanceMessages>('balance', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});

declare global {
  interface LkMessageCatalog {
    balance: BalanceMessages;
  }
}
