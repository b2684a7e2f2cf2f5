import type { Translation } from '../messages.js';
import type ru from './ru.js';

export default {
  monthNames: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  monthNamesInDates: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  weekdayNames: 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag',
  dayOfMonth: '{day}. {month}',
  daysOfMonth: '{from}.–{day}. {month}',
  monthOfYear: '{month} {year}',
  unitNames: 'Std. Min. Sek. kB MB GB TB',
} as const satisfies Translation<typeof ru>;
