import { defineElement } from '../core/registry/define.js';
import { LkTopUp } from '../widgets/topup/topup.js';

defineElement('lk-topup', LkTopUp);
