import { onPostgres } from '../testing/postgres.js';
import { testClosing } from '../testing/closing.js';

await onPostgres('the close of a month', ({ url }) => {
  testClosing('in PostgreSQL, by two processes at once', () => Promise.resolve(url), { seeds: [1, 2], together: 2 });
});
