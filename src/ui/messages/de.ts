import type { Translation } from '../../i18n/messages.js';
import words from '../../i18n/words/de.js';
import type ru from './ru.js';

export default {
  ...words,
  retry: 'Erneut versuchen',
  loading: 'Wird geladen…',
  more: 'Mehr anzeigen',
  expand: 'Aufklappen',
  collapse: 'Zuklappen',
  escapeAgain: 'Die Eingabe geht verloren. Zum Schließen Esc noch einmal drücken',
  trace: 'Code für den Support:',
  stale: 'Daten vom {time}, Aktualisierung fehlgeschlagen',
  offline: 'Sie sind offline. Angezeigt wird der Stand von {time}',
  partial: 'Einige Daten sind nicht verfügbar',
  closed: 'Der Vertrag ist beendet. Rechnungen und Dokumente können Sie weiterhin ansehen und herunterladen',
  failed: 'Die Daten konnten nicht geladen werden',
  forbidden: 'Kein Zugriff',
  owner: 'Zugriff gewährt der Vertragsinhaber',
  minus: 'minus {amount}',
  accrued: 'minus {amount}, Ihnen gutgeschrieben',
  rubles: '{count} Rubel',
  kopecks: { one: '{count} Kopeke', other: '{count} Kopeken' },
  pieces: '{count} St.',
  msk: 'MSK',
} as const satisfies Translation<typeof ru>;
