/** Path of a Firefox of this computer. */
export function firefoxPath(): string | undefined;
