import type { Translation } from '../messages.js';
import type ru from './ru.js';

export default {
  monthNames: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  monthNamesInDates: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  weekdayNames: 'الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت',
  dayOfMonth: '{day} {month}',
  daysOfMonth: '{from}–{day} {month}',
  monthOfYear: '{month} {year}',
  unitNames: 'س د ث كيلوبايت م.ب غ.ب تيرابايت',
} as const satisfies Translation<typeof ru>;
