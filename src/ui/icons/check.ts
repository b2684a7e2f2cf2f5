export const check = 'm4.5 10.5 3.5 3.5 7.5-8';
