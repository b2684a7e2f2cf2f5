import type { Translation } from '../../i18n/messages.js';
import words from '../../i18n/words/kk.js';
import type ru from './ru.js';

export default {
  ...words,
  retry: 'Қайталау',
  loading: 'Жүктеп жатырмыз…',
  more: 'Тағы көрсету',
  expand: 'Жаю',
  collapse: 'Жию',
  escapeAgain: 'Енгізілген мәтін жоғалады. Жабу үшін Esc пернесін тағы бір рет басыңыз',
  trace: 'Қолдау қызметіне арналған код:',
  stale: '{time} жағдайы бойынша деректер, жаңарту мүмкін болмады',
  offline: 'Желі жоқ. Сақталған деректер: {time}',
  partial: 'Деректердің бір бөлігі қолжетімсіз',
  closed: 'Шарт жабылған. Шоттар мен құжаттарды көруге және жүктеп алуға болады',
  failed: 'Деректерді жүктеу мүмкін болмады',
  forbidden: 'Қолжетім жоқ',
  owner: 'Құқықтарды шарт иесі береді',
  minus: 'минус {amount}',
  accrued: 'минус {amount}, сізге есептелді',
  rubles: '{count} рубль',
  kopecks: '{count} тиын',
  pieces: '{count} дана',
  msk: 'МСК',
} as const satisfies Translation<typeof ru>;
