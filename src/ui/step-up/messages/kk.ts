import type { Translation } from '../../../i18n/messages.js';
import type ru from './ru.js';

export default {
  heading: 'Әрекетті растаңыз',
  why: 'Мұны сіздің орныңызға ешкім жасамауы үшін код жібереміз. Ол әңгіме болып отырған нөмірге келмейді.',
  where: 'Кодты қайда жіберейік',
  sms: 'SMS: {contact}',
  email: 'Хат: {contact}',
  send: 'Код жіберу',
  sent: 'Код жіберілді: {contact}. Ол {time} дейін жарамды',
  code: '6 цифрлы код',
  codeEmpty: 'Кодтың 6 цифрын енгізіңіз',
  wait: 'Қайта жіберуге болатын уақыт: {time}',
  again: 'Тағы жіберу',
  canResend: 'Кодты қайта жіберуге болады',
  other: 'Басқа байланыс',
  confirm: 'Растау',
  cancel: 'Бас тарту',
  nowhere:
    'Код жіберетін жер жоқ: нөмірдің өзінен басқа расталған байланыс жоқ. Хабарламаларда телефон немесе e-mail қосыңыз не қайта кіріңіз.',
  addContact: 'Байланыс қосу',
  loading: 'Жүктеп жатырмыз…',
} as const satisfies Translation<typeof ru>;
