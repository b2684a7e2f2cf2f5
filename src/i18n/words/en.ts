import type { Translation } from '../messages.js';
import type ru from './ru.js';

export default {
  monthNames: 'January February March April May June July August September October November December',
  monthNamesInDates: 'January February March April May June July August September October November December',
  weekdayNames: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  dayOfMonth: '{day} {month}',
  daysOfMonth: '{from}–{day} {month}',
  monthOfYear: '{month} {year}',
  unitNames: 'hr min sec kB MB GB TB',
} as const satisfies Translation<typeof ru>;
