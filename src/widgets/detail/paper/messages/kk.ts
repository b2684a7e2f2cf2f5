import type { Translation } from '../../../../i18n/messages.js';
import type ru from './ru.js';

const kk: Translation<typeof ru> = {
  collecting: 'Жолдар жиналуда: {done} / {all}',
  tooMany:
    '2 000 жолдан артық басып шығарылмайды, ал мұнда {events}. Сүзгіні тарылтыңыз немесе CSV не XLSX файлын жүктеп алыңыз',
  failed: 'Басып шығаратын жолдарды жинау мүмкін болмады',
};
export default kk;
