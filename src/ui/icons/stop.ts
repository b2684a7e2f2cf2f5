/** Goes before an error of a field. */
export const stop = 'M2.8 10a7.2 7.2 0 1 0 14.4 0 7.2 7.2 0 1 0-14.4 0M10 6.3v4.4M10 13.3h.01';
