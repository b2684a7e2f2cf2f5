/** `i•••@example.org`, `+7900•••0010`: enough to know one's own, too little to write to. */
export function maskContact(value: string): string {
  const at = value.lastIndexOf('@');
  if (at > 0) return `${[...value][0] ?? ''}•••${value.slice(at)}`;
  return value.length > 8 ? `${value.slice(0, 5)}•••${value.slice(-4)}` : value;
}

/** `8970 1** *** *** 1234` (§7.2). */
export const maskIccid = (iccid: string): string =>
  `${iccid.slice(0, 4)} ${iccid.slice(4, 5)}** *** *** ${iccid.slice(-4)}`;
