import type { Translation } from '../../../../i18n/messages.js';
import type ru from './ru.js';

const de: Translation<typeof ru> = {
  collecting: 'Zeilen werden gesammelt: {done} von {all}',
  tooMany:
    'Gedruckt werden höchstens 2.000 Zeilen, hier sind es {events}. Grenzen Sie den Filter ein oder laden Sie eine CSV- oder XLSX-Datei herunter',
  failed: 'Die Zeilen für den Druck konnten nicht gesammelt werden',
};
export default de;
