import { productOf, type Action } from '../../engine/access/policy.js';
import type { Product } from '../../engine/command.js';
import type { Scope } from '../contract/tokens.js';

const names = {
  CORE: 'core',
  BILLING: 'billing',
  TELEPHONY: 'telephony',
  VPBX: 'vpbx',
  DOCS: 'docs',
} as const satisfies Record<Product, string>;

/** The scope that an action needs: to read its product or to write it. */
export function scopeOfAction(action: Action): Scope {
  const reads = action.endsWith('.read') || action === 'documents.download' || action === 'detail.export';
  return `${names[productOf(action)]}:${reads ? 'read' : 'write'}`;
}
