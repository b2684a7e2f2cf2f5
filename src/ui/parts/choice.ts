export interface Choice<Value extends string> {
  value: Value;
  label: unknown;
  disabled?: boolean;
}

/** Whether the box that was changed is ticked now. */
export function isChecked(event: Event): boolean {
  return event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked;
}
