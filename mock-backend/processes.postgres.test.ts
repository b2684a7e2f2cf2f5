import { emptyDatabase, onPostgres } from './testing/postgres.js';
import { seeds } from './testing/chance.js';
import { testProcesses } from './testing/processes.js';

await onPostgres('several servers', (database) => {
  testProcesses('one PostgreSQL', () => emptyDatabase(database), seeds([1]));
});
