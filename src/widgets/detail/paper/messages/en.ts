import type { Translation } from '../../../../i18n/messages.js';
import type ru from './ru.js';

const en: Translation<typeof ru> = {
  collecting: 'Collecting rows: {done} of {all}',
  tooMany: 'Up to 2,000 rows are printed, and here are {events}. Narrow the filter or download a CSV or XLSX file',
  failed: 'Couldn’t collect the rows to print',
};
export default en;
