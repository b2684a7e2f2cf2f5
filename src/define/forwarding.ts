import { defineElement } from '../core/registry/define.js';
import { LkForwarding } from '../widgets/forwarding/forwarding.js';

defineElement('lk-forwarding', LkForwarding);
