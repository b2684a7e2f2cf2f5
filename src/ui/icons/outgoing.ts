export const outgoing = 'M5.5 14.5 14 6M8 6h6v6';
