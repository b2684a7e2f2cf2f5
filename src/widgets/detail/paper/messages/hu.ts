import type { Translation } from '../../../../i18n/messages.js';
import type ru from './ru.js';

const hu: Translation<typeof ru> = {
  collecting: 'Sorok gyűjtése: {done} / {all}',
  tooMany:
    'Legfeljebb 2000 sort nyomtatunk, itt viszont {events} van. Szűkítse a szűrőt, vagy töltsön le CSV- vagy XLSX-fájlt',
  failed: 'Nem sikerült összegyűjteni a nyomtatandó sorokat',
};
export default hu;
