import { defineElement } from '../core/registry/define.js';
import { LkBills } from '../widgets/bills/bills.js';

defineElement('lk-bills', LkBills);
