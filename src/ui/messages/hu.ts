import type { Translation } from '../../i18n/messages.js';
import words from '../../i18n/words/hu.js';
import type ru from './ru.js';

export default {
  ...words,
  retry: 'Újra',
  loading: 'Betöltés…',
  more: 'Továbbiak',
  expand: 'Kibontás',
  collapse: 'Összecsukás',
  escapeAgain: 'A beírt szöveg elvész. Bezáráshoz nyomja meg újra az Esc billentyűt',
  trace: 'Kód az ügyfélszolgálatnak:',
  stale: 'Az adatok időpontja: {time}, nem sikerült frissíteni',
  offline: 'Nincs hálózat. A mentett adatok időpontja: {time}',
  partial: 'Az adatok egy része nem érhető el',
  closed: 'A szerződés megszűnt. A számlák és a dokumentumok továbbra is megtekinthetők és letölthetők',
  failed: 'Nem sikerült betölteni az adatokat',
  forbidden: 'Nincs hozzáférés',
  owner: 'A jogosultságot a szerződés tulajdonosa adja',
  minus: 'mínusz {amount}',
  accrued: 'mínusz {amount}, Önnek jóváírva',
  rubles: '{count} rubel',
  kopecks: '{count} kopejka',
  pieces: '{count} db',
  msk: 'MSK',
} as const satisfies Translation<typeof ru>;
