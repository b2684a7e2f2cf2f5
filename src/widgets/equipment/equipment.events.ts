import { LkEvent } from '../../core/events/event.js';

/** The settings of a device were saved. */
export class LkEquipmentSavedEvent extends LkEvent<'lk-equipment-saved'> {
  constructor() {
    super('lk-equipment-saved');
  }
}

declare global {
  interface HTMLElementEventMap {
    'lk-equipment-saved': LkEquipmentSavedEvent;
  }
}
