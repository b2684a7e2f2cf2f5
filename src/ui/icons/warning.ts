export const warning = 'M10 3.2 17.3 16H2.7ZM10 8v4M10 14.2h.01';
