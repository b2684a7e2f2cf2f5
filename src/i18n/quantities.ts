const formats = new Map<string, Intl.NumberFormat>();
function unit(locale: string, name: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${name} ${Object.values(options).join(' ')}`;
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.NumberFormat(locale, { style: 'unit', unit: name, numberingSystem: 'latn', ...options });
    formats.set(key, known);
  }
  return known;
}

/** `1:02:05` or `5:03`, for columns. @param seconds - Whole, ≥ 0. */
export function formatClock(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/**
 * `1 ч 2 мин 5 с`: hours, minutes and seconds, without those that are zero.
 *
 * @param seconds - Whole, ≥ 0.
 * @param style - `short` for text, `long` for screen readers.
 */
export function formatDuration(seconds: number, locale: string, style: 'short' | 'long' = 'short'): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const said = parts.filter(([value], i) => value > 0 || (i === 2 && seconds === 0));
  return said.map(([value, name]) => glue(unit(locale, name, { unitDisplay: style }).format(value))).join(' ');
}

/** `512 КБ`, `1,5 МБ`, `2,25 ГБ`, at most two decimals, 1024 to the next. @param kilobytes - Whole, ≥ 0. */
export function formatData(kilobytes: number, locale: string): string {
  const steps = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'];
  let value = kilobytes;
  let step = 0;
  while (value >= 1024 && step < steps.length - 1) {
    value /= 1024;
    step++;
  }
  return glue(unit(locale, steps[step] ?? 'kilobyte', { maximumFractionDigits: 2 }).format(value));
}

/** `22 %`, `22%`. @param percent - As text, such as `22` or `0.5`. */
export function formatPercent(percent: string, locale: string): string {
  return glue(unit(locale, 'percent', { maximumFractionDigits: 2 }).format(Number(percent)));
}

/** Number and unit stay on one line. */
function glue(text: string): string {
  return text.replace(/[ \u202f]/g, '\u00a0');
}
