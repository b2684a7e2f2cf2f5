export const file =
  'M5 3.5A1 1 0 0 1 6 2.5h5.5L15 6v10.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1ZM11.5 2.5V6H15M7.8 10h4.4M7.8 13h4.4';
