import type { App, AppParts } from '../app.js';
import { addConnect } from './connect.js';
import { addDocuments } from './documents.js';
import { addMoney } from './money.js';
import { addPeople } from './people.js';
import { addProducts } from './products.js';
import { addServices } from './services.js';
import { addSession } from './session.js';
import { addSip } from './sip.js';
import { addStepUp } from './stepup.js';
import { addTelephony } from './telephony.js';
import { addTopUps } from './topups.js';
import { addUsage } from './usage.js';

/** Every route of the public contract, subject by subject. */
export function addRoutes(app: App, parts: AppParts): void {
  addSession(app, parts);
  addMoney(app, parts);
  addTopUps(app, parts);
  addUsage(app, parts);
  addServices(app, parts);
  addConnect(app, parts);
  addTelephony(app, parts);
  addSip(app, parts);
  addProducts(app, parts);
  addDocuments(app, parts);
  addPeople(app, parts);
  addStepUp(app, parts);
}
