/** Folder with a folder for each page of another host. */
export function buildHosts(): Promise<string>;
export const hostsFolder: string;
export const OTHER_VERSION: string;
