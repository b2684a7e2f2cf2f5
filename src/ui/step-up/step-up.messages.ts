import { defineMessages, type Translate } from '../../i18n/messages.js';
import type ru from './messages/ru.js';

export type StepMessages = typeof ru;
export type StepTexts = Translate<StepMessages>;

export const messages = defineMessages<StepMessages>('step-up', {
  ru: () => import('./messages/ru.js'),
  en: () => import('./messages/en.js'),
  kk: () => import('./messages/kk.js'),
  de: () => import('./messages/de.js'),
  hu: () => import('./messages/hu.js'),
  ar: () => import('./messages/ar.js'),
});

declare global {
  interface LkMessageCatalog {
    'step-up': StepMessages;
  }
}
