import { defineElement } from '../core/registry/define.js';
import { LkAlerts } from '../widgets/alerts/alerts.js';

defineElement('lk-alerts', LkAlerts);
