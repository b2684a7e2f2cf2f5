import { onPostgres } from '../testing/postgres.js';
import { seeds } from '../testing/chance.js';
import { testClosing } from '../testing/closing.js';

await onPostgres('the close of a month', ({ url }) => {
  testClosing('in PostgreSQL, by two processes at once', () => Promise.resolve(url), {
    seeds: seeds([1, 2]),
    together: 2,
  });
});
