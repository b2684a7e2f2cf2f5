/** Points to the end of the line: mirror it (`flip`) in right-to-left. */
export const chevronEnd = 'M8 5.5 12.5 10 8 14.5';
