import type { Translation } from '../messages.js';
import type ru from './ru.js';

/** Chromium carries no data of Kazakh and would fall back on the browser's own language. */
export default {
  monthNames: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  monthNamesInDates: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
  weekdayNames: 'жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі',
  dayOfMonth: '{day} {month}',
  daysOfMonth: '{from}–{day} {month}',
  monthOfYear: '{year} ж. {month}',
  unitNames: 'сағ мин с КБ МБ ГБ ТБ',
} as const satisfies Translation<typeof ru>;
