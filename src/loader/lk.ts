/**
 * `lk.js`: the one script a page needs. It loads the chunk of a widget when the widget's tag appears.
 *
 * It is written to run as `<script src>` and as `<script type="module" src>` alike.
 */
import { ownScript } from './config.js';
import { start } from './start.js';
import { texts, version, widgets } from './widgets.js';

start({ version, widgets, page: () => import('./page.js'), texts, script: ownScript() });
