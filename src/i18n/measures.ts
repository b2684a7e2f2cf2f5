import { numberFormat } from './intl.js';
import { nameOf, type Unit } from './quantities.js';

/** The word of a unit alone, for a figure that is drawn apart from it. @param value - Decides its form. */
export function unitWord(value: number, unit: Unit, locale: string): string {
  const name = nameOf(unit, locale);
  if (name !== undefined) return name;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  const parts = numberFormat(locale, options).formatToParts(value);
  return parts.find(({ type }) => type === 'unit')?.value ?? unit;
}

/** `1:02:05` or `5:03`, for columns. @param seconds - Whole, ≥ 0. */
export function formatClock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/** `22 %`, `22%`. @param percent - As text, such as `22` or `0.5`. */
export function formatPercent(percent: string, locale: string): string {
  const text = numberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 2 }).format(
    Number(percent),
  );
  return text.replace(/[ \u202f]/g, '\u00a0');
}
