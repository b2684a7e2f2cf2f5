import en from './en.js';
import ru from './ru.js';

/** Words of the provider's pages in one language. */
export interface ProviderMessages {
  readonly lang: 'ru' | 'en';
  readonly name: string;
  readonly intro: string;
  readonly account: (account: string) => string;
  readonly card: string;
  readonly sbp: string;
  readonly pay: (sum: string) => string;
  readonly secure: string;
  readonly decline: string;
  readonly poor: string;
  readonly silent: string;
  readonly secureHeading: string;
  readonly secureText: string;
  readonly code: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly silentHeading: string;
  readonly silentText: string;
  readonly answerNow: string;
  readonly done: string;
  readonly doneText: string;
  readonly failed: string;
  readonly failedText: string;
  readonly over: string;
  readonly overText: string;
  readonly unknown: string;
}

export const providerMessages = (acceptLanguage: string | undefined): ProviderMessages =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? en : ru;
