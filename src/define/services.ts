import { defineElement } from '../core/registry/define.js';
import { LkServices } from '../widgets/services/services.js';

defineElement('lk-services', LkServices);
