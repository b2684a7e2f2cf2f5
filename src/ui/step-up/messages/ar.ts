import type { Translation } from '../../../i18n/messages.js';
import type ru from './ru.js';

export default {
  heading: 'تأكيد الإجراء',
  why: 'حتى لا يفعل ذلك أحد غيرك نرسل رمزًا. لا يُرسل الرمز إلى الرقم المعني نفسه.',
  where: 'إلى أين نرسل الرمز',
  sms: 'رسالة SMS إلى {contact}',
  email: 'بريد إلكتروني إلى {contact}',
  send: 'إرسال الرمز',
  sent: 'أُرسل الرمز إلى {contact}. وهو صالح حتى {time}',
  code: 'رمز من 6 أرقام',
  codeEmpty: 'أدخل أرقام الرمز الستة',
  wait: 'يمكن طلب رمز آخر بعد {time}',
  again: 'إعادة الإرسال',
  canResend: 'يمكن إرسال الرمز مرة أخرى',
  other: 'جهة اتصال أخرى',
  confirm: 'تأكيد',
  cancel: 'إلغاء',
  nowhere:
    'لا توجد جهة نرسل إليها الرمز: ليست هناك جهة اتصال مؤكدة غير الرقم نفسه. أضف هاتفًا أو بريدًا إلكترونيًا في التنبيهات أو سجّل الدخول من جديد.',
  addContact: 'إضافة جهة اتصال',
  loading: 'جارٍ التحميل…',
} as const satisfies Translation<typeof ru>;
