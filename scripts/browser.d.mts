export const browserArgs: string[];
export function chromiumPath(): Promise<string>;
