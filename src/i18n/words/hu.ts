import type { Translation } from '../messages.js';
import type ru from './ru.js';

export default {
  monthNames: 'január február március április május június július augusztus szeptember október november december',
  monthNamesInDates:
    'január február március április május június július augusztus szeptember október november december',
  weekdayNames: 'vasárnap hétfő kedd szerda csütörtök péntek szombat',
  dayOfMonth: '{month} {day}.',
  daysOfMonth: '{month} {from}–{day}.',
  monthOfYear: '{year}. {month}',
  unitNames: 'ó p mp kB MB GB TB',
} as const satisfies Translation<typeof ru>;
