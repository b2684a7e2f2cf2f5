import { defineElement } from '../core/registry/define.js';
import { LkRoles } from '../widgets/roles/roles.js';

defineElement('lk-roles', LkRoles);
