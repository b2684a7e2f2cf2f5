export const chevronUp = 'm5.5 12 4.5-4.5 4.5 4.5';
