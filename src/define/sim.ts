import { defineElement } from '../core/registry/define.js';
import { LkSim } from '../widgets/sim/sim.js';

defineElement('lk-sim', LkSim);
