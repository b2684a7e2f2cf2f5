import type { Translation } from '../../i18n/messages.js';
import words from '../../i18n/words/en.js';
import type ru from './ru.js';

export default {
  ...words,
  retry: 'Try again',
  loading: 'Loading…',
  more: 'Show more',
  expand: 'Expand',
  collapse: 'Collapse',
  escapeAgain: 'What you typed will be lost. Press Esc again to close',
  trace: 'Code for support:',
  stale: 'Data as of {time}, couldn’t refresh',
  offline: 'You are offline. Showing what was saved {time}',
  partial: 'Some data is unavailable',
  closed: 'The contract is closed. Bills and documents can still be read and downloaded',
  failed: 'Couldn’t load the data',
  forbidden: 'No access',
  owner: 'The contract owner grants it',
  minus: 'minus {amount}',
  accrued: 'minus {amount}, credited to you',
  rubles: { one: '{count} rouble', other: '{count} roubles' },
  kopecks: { one: '{count} kopeck', other: '{count} kopecks' },
  pieces: { one: '{count} pc', other: '{count} pcs' },
  msk: 'MSK',
} as const satisfies Translation<typeof ru>;
