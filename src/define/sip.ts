import { defineElement } from '../core/registry/define.js';
import { LkSip } from '../widgets/sip/sip.js';

defineElement('lk-sip', LkSip);
