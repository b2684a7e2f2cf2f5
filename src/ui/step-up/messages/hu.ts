import type { Translation } from '../../../i18n/messages.js';
import type ru from './ru.js';

export default {
  heading: 'Művelet megerősítése',
  why: 'Hogy más ne tehesse meg ezt Ön helyett, kódot küldünk. Az érintett számra a kód nem megy.',
  where: 'Hová küldjük a kódot',
  sms: 'SMS ide: {contact}',
  email: 'E-mail ide: {contact}',
  send: 'Kód küldése',
  sent: 'A kódot elküldtük: {contact}. Eddig érvényes: {time}',
  code: '6 jegyű kód',
  codeEmpty: 'Írja be a kód 6 számjegyét',
  wait: 'Újra kérhető: {time} múlva',
  again: 'Újraküldés',
  canResend: 'Új kód kérhető',
  other: 'Másik kapcsolat',
  confirm: 'Megerősítés',
  cancel: 'Mégse',
  nowhere:
    'Nincs hová küldeni a kódot: a számon kívül nincs megerősített kapcsolat. Adjon meg telefonszámot vagy e-mail-címet az értesítéseknél, vagy jelentkezzen be újra.',
  addContact: 'Kapcsolat hozzáadása',
  loading: 'Betöltés…',
} as const satisfies Translation<typeof ru>;
