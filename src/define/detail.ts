import { defineElement } from '../core/registry/define.js';
import { LkDetail } from '../widgets/detail/detail.js';

defineElement('lk-detail', LkDetail);
