/** `node scripts/run.mjs TASK [arguments]`: installs what is missing, then runs one task of scripts/tasks.mjs. */
import { ensureModules } from './bootstrap.mjs';

ensureModules();
const { runTask } = await import('./tasks.mjs');
const [name = '', ...args] = process.argv.slice(2);
const { status } = await runTask(name, args);
process.exit(status);
