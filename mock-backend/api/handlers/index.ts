import type { App, AppParts } from '../app.js';
import { addConnect } from './connect.js';
import { addMoney } from './money.js';
import { addPeople } from './people.js';
import { addServices } from './services.js';
import { addSession } from './session.js';
import { addSip } from './sip.js';
import { addTelephony } from './telephony.js';
import { addUsage } from './usage.js';

/** Every route of the public contract, subject by subject. */
export function addRoutes(app: App, parts: AppParts): void {
  addSession(app, parts);
  addMoney(app, parts);
  addUsage(app, parts);
  addServices(app);
  addConnect(app, parts);
  addTelephony(app);
  addSip(app, parts);
  addPeople(app);
}
