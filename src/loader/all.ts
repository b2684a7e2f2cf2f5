/** `lk-all.js`: everything in one file, for pages that pin one hash and accept its size. */
import '../define/all.js';
import { ownScript } from './config.js';
import * as page from './page.js';
import { start } from './start.js';
import { version, widgets } from './widgets.js';

start({ version, widgets, page: () => Promise.resolve(page), script: ownScript() });
