import { LkEvent } from '../../core/events/event.js';

/** Who may use the account was changed. */
export class LkRolesChangedEvent extends LkEvent<'lk-roles-changed'> {
  constructor(readonly change: 'changed' | 'removed' | 'invited' | 'revoked' | 'offered' | 'transferred' | 'declined') {
    super('lk-roles-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-roles-changed': LkRolesChangedEvent;
  }
}
