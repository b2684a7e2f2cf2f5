import type { Translation } from '../../../../i18n/messages.js';
import type ru from './ru.js';

const ar: Translation<typeof ru> = {
  collecting: 'جارٍ جمع الصفوف: {done} من {all}',
  tooMany: 'لا نطبع أكثر من 2000 صف، وهنا {events}. ضيّق عامل التصفية أو نزّل ملف CSV أو XLSX',
  failed: 'تعذّر جمع الصفوف للطباعة',
};
export default ar;
