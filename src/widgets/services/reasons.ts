import type { ServicesWords } from './texts.js';

const KNOWN = [
  'TARIFF_NOT_AVAILABLE',
  'TARIFF_WRONG_KIND',
  'CURRENCY_MISMATCH',
  'NOT_VERIFIED',
  'SERVICE_CLOSED',
  'CHANGE_ALREADY_SCHEDULED',
  'TARIFF_CHANGED_TODAY',
  'ACCOUNT_BLOCKED_FINANCE',
  'ACCOUNT_BLOCKED_ADMIN',
  'OPTION_INCOMPATIBLE',
  'NUMBER_HAS_DEPENDENTS',
  'FORBIDDEN',
] as const;

/** Why something on offer cannot be chosen, as the end of a sentence. @param code - Of the error catalogue. */
export function reasonText(code: string, { t }: ServicesWords): string {
  const known = KNOWN.find((one) => one === code);
  return known ? t(`why${known}`) : t('whyOther');
}
