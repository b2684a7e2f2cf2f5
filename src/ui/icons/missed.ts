/** A call nobody answered. */
export const missed = 'm4 6 6 6 6-6M4 10.5V6h4.5';
