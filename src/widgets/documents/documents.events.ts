import { LkEvent } from '../../core/events/event.js';

/** A file was uploaded or deleted, a request was sent or withdrawn. It names no person. */
export class LkDocumentsChangedEvent extends LkEvent<'lk-documents-changed'> {
  constructor(readonly change: 'uploaded' | 'deleted' | 'requested' | 'withdrawn') {
    super('lk-documents-changed');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-documents-changed': LkDocumentsChangedEvent;
  }
}
