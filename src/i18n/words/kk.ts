/** Words of Kazakh that no browser brings, see `../kazakh.ts`. */
export const MONTHS = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
export const WEEKDAYS = 'жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі'.split(' ');

/** Units, short and long. */
export const UNITS = {
  hour: ['сағ', 'сағат'],
  minute: ['мин', 'минут'],
  second: ['с', 'секунд'],
  kilobyte: ['КБ', 'килобайт'],
  megabyte: ['МБ', 'мегабайт'],
  gigabyte: ['ГБ', 'гигабайт'],
  terabyte: ['ТБ', 'терабайт'],
} as const;

export type Unit = keyof typeof UNITS;
