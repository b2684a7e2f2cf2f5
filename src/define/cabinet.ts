import './balance.js';
import { defineElement } from '../core/registry/define.js';
import { LkCabinet } from '../widgets/cabinet/cabinet.js';

LkCabinet.loaders = new Map<string, () => Promise<unknown>>([
  ['services', () => import('./services.js')],
  ['detail', () => import('./detail.js')],
  ['bills', () => import('./bills.js')],
  ['topup', () => import('./topup.js')],
  ['forwarding', () => import('./forwarding.js')],
  ['sim', () => import('./sim.js')],
  ['sip', () => import('./sip.js')],
  ['equipment', () => import('./equipment.js')],
  ['products', () => import('./products.js')],
  ['documents', () => import('./documents.js')],
  ['alerts', () => import('./alerts.js')],
  ['roles', () => import('./roles.js')],
]);

defineElement('lk-cabinet', LkCabinet);
