/** Back. Mirror it (`flip`) in right-to-left. */
export const chevronStart = 'M12 5.5 7.5 10l4.5 4.5';
