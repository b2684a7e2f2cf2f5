import { formatMoney } from '../../../money/format.js';
import { kilobytesText, secondsText } from '../../../ui/parts/quantity.js';
import type { MoreMessages, MoreWords } from './more.messages.js';
import type { ExplanationNode } from '../detail.query.js';

/** A step of an explanation in words: what was counted, and what kind of step it is. */
export interface Step {
  readonly label: string;
  readonly note: string;
}

type Told = keyof MoreMessages & `step${string}`;

const NOTES: Readonly<Record<string, Told>> = {
  PACKAGE: 'stepPackage',
  INCREMENTS: 'stepIncrements',
  SEGMENTS: 'stepSegments',
  VOLUME: 'stepVolume',
  SETUP: 'stepSetup',
  CAP: 'stepCap',
  MONTHLY_CAP: 'stepMonthlyCap',
  ROUNDING: 'stepRounding',
  VAT: 'stepVat',
  FEE: 'stepFee',
  OPTION: 'stepFee',
};

/**
 * Writes a step of the engine's arithmetic as the reader writes it. Nothing is reckoned here: the numbers are those of the formula.
 * A step or a formula that is not known is shown as it came.
 */
export function stepOf({ label, formula }: ExplanationNode, currency: string, { t, locale }: MoreWords): Step {
  const note = NOTES[label];
  const price = (value: string) => formatMoney({ value, currency }, locale).text;
  const said = formula === null ? '' : written(label, formula, price, { t, locale });
  if (note === undefined) return { label: said || label, note: '' };
  return said === '' ? { label: t(note), note: '' } : { label: said, note: t(note) };
}

function written(label: string, formula: string, price: (value: string) => string, { t, locale }: MoreWords): string {
  const time = (seconds: string) => secondsText(Number(seconds), locale);
  const found = (pattern: RegExp) => pattern.exec(formula)?.slice(1) ?? null;
  switch (label) {
    case 'INCREMENTS': {
      // "2 × 60 s × 2.50 / 60 s": increments of equal length, each at its price.
      const call = found(/^(\d+) × (\d+) s × ([\d.]+) \/ (\d+) s$/);
      if (call) {
        const [count = '', length = '', cost = '', per = ''] = call;
        return length === per
          ? `${count} × ${price(cost)}`
          : t('stepTimes', { count, time: time(length), price: price(cost), per: time(per) });
      }
      const [seconds, cost] = found(/^[-−](\d+) s × ([\d.]+) \/ 60 s$/) ?? [];
      return seconds && cost
        ? t('stepBonus', { time: time(seconds), price: price(cost), per: time('60') })
        : plain(formula);
    }
    case 'SEGMENTS': {
      const [count, cost] = found(/^(\d+) × ([\d.]+)$/) ?? [];
      return count && cost ? `${count} × ${price(cost)}` : plain(formula);
    }
    case 'VOLUME': {
      const [volume, cost] = found(/^(\d+) KB × ([\d.]+) \/ 1024 KB$/) ?? [];
      return volume && cost
        ? t('stepPerMegabyte', { volume: kilobytesText(Number(volume), locale), price: price(cost) })
        : plain(formula);
    }
    case 'PACKAGE': {
      const [amount, unit] = found(/^(\d+)(?: (s|KB))?$/) ?? [];
      if (amount === undefined) return plain(formula);
      if (unit === 's') return time(amount);
      return unit === 'KB' ? kilobytesText(Number(amount), locale) : t('pieces', { count: amount });
    }
    case 'FEE':
    case 'OPTION': {
      const [fee, days, inMonth] = found(/^([\d.]+) × (\d+) \/ (\d+)$/) ?? [];
      if (fee && days && inMonth) return t('stepDays', { price: price(fee), days, inMonth });
      return /^-?[\d.]+$/.test(formula) ? price(formula) : plain(formula);
    }
    case 'SETUP':
      return /^[\d.]+$/.test(formula) ? price(formula) : plain(formula);
    case 'CAP':
    case 'MONTHLY_CAP':
      return plain(formula).replace(/[\d.,]+$/, (cost) => price(cost.replace(',', '.')));
    default:
      return plain(formula);
  }

  function plain(text: string): string {
    return locale.startsWith('en') ? text : text.replace(/(\d)\.(\d)/g, '$1,$2');
  }
}
