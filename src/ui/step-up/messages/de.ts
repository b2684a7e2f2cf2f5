import type { Translation } from '../../../i18n/messages.js';
import type ru from './ru.js';

export default {
  heading: 'Vorgang bestätigen',
  why: 'Damit niemand anderes dies für Sie tut, senden wir einen Code. An die betroffene Rufnummer selbst geht er nicht.',
  where: 'Wohin der Code gesendet wird',
  sms: 'SMS an {contact}',
  email: 'E-Mail an {contact}',
  send: 'Code senden',
  sent: 'Code gesendet: {contact}. Er gilt bis {time}',
  code: '6-stelliger Code',
  codeEmpty: 'Geben Sie die 6 Ziffern des Codes ein',
  wait: 'Erneut senden in {time}',
  again: 'Erneut senden',
  canResend: 'Sie können einen neuen Code anfordern',
  other: 'Anderer Kontakt',
  confirm: 'Bestätigen',
  cancel: 'Abbrechen',
  nowhere:
    'Der Code kann nirgends hin gesendet werden: Außer der Rufnummer selbst gibt es keinen bestätigten Kontakt. Fügen Sie unter Benachrichtigungen ein Telefon oder eine E-Mail-Adresse hinzu oder melden Sie sich neu an.',
  addContact: 'Kontakt hinzufügen',
  loading: 'Wird geladen…',
} as const satisfies Translation<typeof ru>;
