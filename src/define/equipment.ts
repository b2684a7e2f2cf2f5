import { defineElement } from '../core/registry/define.js';
import { LkEquipment } from '../widgets/equipment/equipment.js';

defineElement('lk-equipment', LkEquipment);
