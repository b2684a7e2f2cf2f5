import type { Translation } from '../../../i18n/messages.js';
import type ru from './ru.js';

export default {
  heading: 'Confirm the action',
  why: 'So that nobody else does this for you, we’ll send a code. It never goes to the number concerned.',
  where: 'Where to send the code',
  sms: 'SMS to {contact}',
  email: 'E-mail to {contact}',
  send: 'Send the code',
  sent: 'The code was sent: {contact}. It works until {time}',
  code: '6-digit code',
  codeEmpty: 'Enter the 6 digits of the code',
  wait: 'You can ask for another one in {time}',
  again: 'Send again',
  canResend: 'You can ask for another code now',
  other: 'Another contact',
  confirm: 'Confirm',
  cancel: 'Cancel',
  nowhere:
    'There is nowhere to send a code: no confirmed contact but the number itself. Add a phone or an e-mail address in alerts, or sign in again.',
  addContact: 'Add a contact',
  loading: 'Loading…',
} as const satisfies Translation<typeof ru>;
