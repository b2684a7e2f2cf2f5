/** Three dots: further actions. */
export const more =
  'M4.6 10a.4.4 0 1 0 .8 0 .4.4 0 1 0-.8 0M9.6 10a.4.4 0 1 0 .8 0 .4.4 0 1 0-.8 0M14.6 10a.4.4 0 1 0 .8 0 .4.4 0 1 0-.8 0';
