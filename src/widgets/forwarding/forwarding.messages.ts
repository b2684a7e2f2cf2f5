import { defineMessages } from '../../i18n/messages.js';
import type ru from './messages/ru.js';

export type ForwardingMessages = typeof ru;

export const messages = defineMessages<ForwardingMessages>('forwarding', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
});

declare global {
  interface LkMessageCatalog {
    forwarding: ForwardingMessages;
  }
}
