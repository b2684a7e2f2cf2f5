/** Registers every element. `scripts/define.test.mjs` keeps the list whole. */
import './session.js';
import './alerts.js';
import './balance.js';
import './bills.js';
import './cabinet.js';
import './detail.js';
import './documents.js';
import './equipment.js';
import './forwarding.js';
import './products.js';
import './roles.js';
import './services.js';
import './sim.js';
import './sip.js';
import './topup.js';
