export const edit = 'm4 13.5-.8 3.3 3.3-.8L16.5 6 14 3.5ZM12 5.5l2.5 2.5';
