export const fee = 'M4 9a6 6 0 0 1 11-2.5L16.5 8M16.5 4v4h-4M16 11a6 6 0 0 1-11 2.5L3.5 12M3.5 16v-4h4';
