/** Path of a call. Mirror it (`flip`) in right-to-left. */
export const forward = 'M3 15v-2.5A4.5 4.5 0 0 1 7.5 8H17M13.5 4.5 17 8l-3.5 3.5';
