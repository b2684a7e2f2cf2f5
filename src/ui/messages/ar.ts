import type { Translation } from '../../i18n/messages.js';
import words from '../../i18n/words/ar.js';
import type ru from './ru.js';

export default {
  ...words,
  retry: 'إعادة المحاولة',
  loading: 'جارٍ التحميل…',
  more: 'عرض المزيد',
  expand: 'توسيع',
  collapse: 'طيّ',
  escapeAgain: 'سيُفقد ما كتبته. اضغط Esc مرة أخرى للإغلاق',
  trace: 'رمز للدعم الفني:',
  stale: 'البيانات بتاريخ {time}، وتعذّر تحديثها',
  offline: 'لا يوجد اتصال. نعرض البيانات المحفوظة في {time}',
  partial: 'بعض البيانات غير متاحة',
  closed: 'العقد مغلق. لا يزال بإمكانك عرض الفواتير والمستندات وتنزيلها',
  failed: 'تعذّر تحميل البيانات',
  forbidden: 'لا توجد صلاحية وصول',
  owner: 'يمنح الصلاحيةَ مالكُ العقد',
  minus: 'سالب {amount}',
  accrued: 'سالب {amount}، أُضيفت إلى حسابك',
  rubles: {
    zero: '{count} روبل',
    one: '{count} روبل',
    two: '{count} روبل',
    few: '{count} روبلات',
    many: '{count} روبلًا',
    other: '{count} روبل',
  },
  kopecks: {
    zero: '{count} كوبيك',
    one: '{count} كوبيك',
    two: '{count} كوبيك',
    few: '{count} كوبيكات',
    many: '{count} كوبيكًا',
    other: '{count} كوبيك',
  },
  pieces: {
    zero: '{count} رسالة',
    one: '{count} رسالة',
    two: '{count} رسالة',
    few: '{count} رسائل',
    many: '{count} رسالة',
    other: '{count} رسالة',
  },
  msk: 'توقيت موسكو',
} as const satisfies Translation<typeof ru>;
