/** Registers every element. `scripts/define.test.mjs` keeps the list whole. */
import './session.js';
import './balance.js';
import './bills.js';
import './forwarding.js';
import './services.js';
import './sim.js';
