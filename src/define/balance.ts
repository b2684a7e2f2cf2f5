import { defineElement } from '../core/registry/define.js';
import { LkBalance } from '../widgets/balance/balance.js';

defineElement('lk-balance', LkBalance);
