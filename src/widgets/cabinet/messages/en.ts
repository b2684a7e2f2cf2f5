import type { Translation } from '../../../i18n/messages.js';
import common from '../../../ui/messages/en.js';
import type ru from './ru.js';

const en: Translation<typeof ru> = {
  ...common,
  heading: 'My account',
  sections: 'Sections',
  account: 'Account',
  accountNumber: 'Account {id}',
  'section.services': 'Services',
  'section.bills': 'Bills and payments',
  'section.telephony': 'Telephony',
  'section.products': 'PBX',
  'section.documents': 'Documents',
  'section.topup': 'Top-up',
  'section.alerts': 'Alerts',
  'section.roles': 'Administration',
  'widget.services': 'Numbers and tariffs',
  'widget.detail': 'Detail',
  'widget.forwarding': 'Forwarding',
  'widget.sim': 'SIM cards',
  'widget.sip': 'SIP settings',
  'widget.equipment': 'Equipment',
  loadingSection: 'Opening the section…',
  sectionFailed: "Couldn't open the section",
  sectionFailedHint: 'A part of the page did not load. Check the network and try again.',
  unsaved: 'There are unsaved changes. Leave and lose them?',
  leave: 'Leave without saving',
  stay: 'Stay',
  nothing: 'There is nothing here for you yet',
  nothingHint: 'The contract owner grants access to the sections.',
  failedHeading: "Couldn't open the account",
  forbiddenHeading: 'No access to the account',
};
export default en;
