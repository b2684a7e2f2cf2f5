export const incoming = 'M14.5 5.5 6 14M6 8v6h6';
