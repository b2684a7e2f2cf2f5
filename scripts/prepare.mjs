/** What `npm ci` by hand runs afterwards: `npx lk-scenario` must work in a checkout that nothing has built. */
import { linkOwnCommands } from './bootstrap.mjs';

linkOwnCommands();
