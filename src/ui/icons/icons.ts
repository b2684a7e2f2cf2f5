/**
 * The icon set: own drawings on a 20 px grid, 1.5 stroke, round caps, no fills (look §11). Each icon is the `d` of one path,
 * a plain string, so that a bundle carries only the icons it names. Draw them with `icon()` of `src/ui/parts/icon.ts`.
 */
export const phone =
  'M6.2 3H4.3C3.6 3 3 3.6 3.1 4.4c.5 6.8 5.7 12 12.5 12.5.8.1 1.4-.5 1.4-1.3v-1.8c0-.5-.3-.9-.8-1.1l-2.4-.9c-.4-.1-.8 0-1.1.3l-.9.9c-1.9-1-3.4-2.5-4.4-4.4l.9-.9c.3-.3.4-.7.3-1.1l-.9-2.4C7.2 3.3 6.7 3 6.2 3Z';
export const handset = 'M7.5 2.5h5a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2ZM9 14.8h2';
export const sim =
  'M5 4.5A1.5 1.5 0 0 1 6.5 3h5L15 6.5v9a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 5 15.5ZM8.5 9h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1ZM7.5 11.5h5';
export const sms =
  'M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3h-1A1.5 1.5 0 0 1 3 12.5ZM6.5 8h7M6.5 10.5h4';
export const internet =
  'M3 10a7 7 0 1 0 14 0 7 7 0 1 0-14 0M3 10h14M10 3c2 2 3 4.4 3 7s-1 5-3 7c-2-2-3-4.4-3-7s1-5 3-7Z';
export const bill = 'M5 2.8h10v14.4l-2-1.4-1.7 1.4L10 15.8l-1.3 1.4L7 15.8l-2 1.4ZM7.8 7h4.4M7.8 10h4.4';
export const wallet =
  'M4 5.5h11.5A1.5 1.5 0 0 1 17 7v8a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15V5a1.5 1.5 0 0 1 1.5-1.5H14M13.5 11h.01';
export const list = 'M7 5h10M7 10h10M7 15h10M3.5 5h.01M3.5 10h.01M3.5 15h.01';
/** Path of a call. Mirror it (`flip`) in right-to-left. */
export const forward = 'M3 15v-2.5A4.5 4.5 0 0 1 7.5 8H17M13.5 4.5 17 8l-3.5 3.5';
export const headset =
  'M4 11.5V10a6 6 0 0 1 12 0v1.5M4 11h.8a1.2 1.2 0 0 1 1.2 1.2v2.4a1.2 1.2 0 0 1-1.2 1.2h-.8a1.2 1.2 0 0 1-1.2-1.2v-2.4a1.2 1.2 0 0 1 1.2-1.2ZM15.2 11h.8a1.2 1.2 0 0 1 1.2 1.2v2.4a1.2 1.2 0 0 1-1.2 1.2h-.8a1.2 1.2 0 0 1-1.2-1.2v-2.4a1.2 1.2 0 0 1 1.2-1.2ZM15.5 15.8c0 1-1 1.7-2.3 1.7H11.5';
export const sliders =
  'M3 6h7.5M14.5 6H17M3 14h2.5M9.5 14H17M10.5 6a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5.5 14a2 2 0 1 0 4 0 2 2 0 1 0-4 0';
export const file =
  'M5 3.5A1 1 0 0 1 6 2.5h5.5L15 6v10.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1ZM11.5 2.5V6H15M7.8 10h4.4M7.8 13h4.4';
export const bell =
  'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 3.5-1.5 5-1.5 6.5h12c0-1.5-1.5-3-1.5-6.5A4.5 4.5 0 0 0 10 3ZM8.3 16.5a1.8 1.8 0 0 0 3.4 0';
export const users =
  'M4.7 7a2.8 2.8 0 1 0 5.6 0 2.8 2.8 0 1 0-5.6 0M2.5 16c.3-2.9 2.3-4.7 5-4.7s4.7 1.8 5 4.7M12.5 4.5a2.6 2.6 0 0 1 0 5M14 11.7c2 .5 3.3 2.1 3.5 4.3';
export const pbx =
  'M8 4.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M2.5 15a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8 15a2 2 0 1 0 4 0 2 2 0 1 0-4 0M13.5 15a2 2 0 1 0 4 0 2 2 0 1 0-4 0M10 6.5V13M4.5 13v-1.5a1.5 1.5 0 0 1 1.5-1.5h8a1.5 1.5 0 0 1 1.5 1.5V13';
export const chevronDown = 'm5.5 8 4.5 4.5L14.5 8';
export const chevronUp = 'm5.5 12 4.5-4.5 4.5 4.5';
/** Points to the end of the line: mirror it (`flip`) in right-to-left. */
export const chevronEnd = 'M8 5.5 12.5 10 8 14.5';
/** Back. Mirror it (`flip`) in right-to-left. */
export const chevronStart = 'M12 5.5 7.5 10l4.5 4.5';
export const check = 'm4.5 10.5 3.5 3.5 7.5-8';
export const cross = 'm5.5 5.5 9 9M14.5 5.5l-9 9';
export const warning = 'M10 3.2 17.3 16H2.7ZM10 8v4M10 14.2h.01';
export const info = 'M2.8 10a7.2 7.2 0 1 0 14.4 0 7.2 7.2 0 1 0-14.4 0M10 9.3v4M10 6.7h.01';
/** Goes before an error of a field. */
export const stop = 'M2.8 10a7.2 7.2 0 1 0 14.4 0 7.2 7.2 0 1 0-14.4 0M10 6.3v4.4M10 13.3h.01';
export const lock =
  'M6 9h8a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-8a1.5 1.5 0 0 1-1.5-1.5v-5a1.5 1.5 0 0 1 1.5-1.5ZM7 9V6.5a3 3 0 0 1 6 0V9';
export const refresh = 'M16.5 10a6.5 6.5 0 1 1-2-4.7L16.5 7M16.5 3v4h-4';
export const download = 'M10 3v7.5M6.8 7.7 10 10.9l3.2-3.2M3.5 13v2.5A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5V13';
export const upload = 'M10 11V3.5M6.8 6.5 10 3.3l3.2 3.2M3.5 13v2.5A1.5 1.5 0 0 0 5 17h10a1.5 1.5 0 0 0 1.5-1.5V13';
export const search = 'M3.5 9a5.5 5.5 0 1 0 11 0 5.5 5.5 0 1 0-11 0M13.2 13.2 17 17';
export const plus = 'M10 4v12M4 10h12';
export const copy =
  'M8.5 7h7a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-7a1.5 1.5 0 0 1-1.5-1.5v-7a1.5 1.5 0 0 1 1.5-1.5ZM4.5 13A1.5 1.5 0 0 1 3 11.5v-7A1.5 1.5 0 0 1 4.5 3h7A1.5 1.5 0 0 1 13 4.5';
export const eye =
  'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5ZM7.8 10a2.2 2.2 0 1 0 4.4 0 2.2 2.2 0 1 0-4.4 0';
export const clock = 'M2.8 10a7.2 7.2 0 1 0 14.4 0 7.2 7.2 0 1 0-14.4 0M10 6v4.3l2.8 1.7';
export const offline =
  'M3 3l14 14M6.3 12.7a5.2 5.2 0 0 1 5-1.3M3.5 9.5A9.5 9.5 0 0 1 7 7.3M10.5 6.5a9.5 9.5 0 0 1 6 3M10 15.8h.01';
export const incoming = 'M14.5 5.5 6 14M6 8v6h6';
export const outgoing = 'M5.5 14.5 14 6M8 6h6v6';
/** A call nobody answered. */
export const missed = 'm4 6 6 6 6-6M4 10.5V6h4.5';
export const card =
  'M4 4.5h12a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-12a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5ZM2.5 8.5h15M5.5 12.5h3';
export const qr =
  'M4 3h3.5a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-3.5a1 1 0 0 1-1-1v-3.5a1 1 0 0 1 1-1ZM12.5 3h3.5a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-3.5a1 1 0 0 1-1-1v-3.5a1 1 0 0 1 1-1ZM4 11.5h3.5a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-3.5a1 1 0 0 1-1-1v-3.5a1 1 0 0 1 1-1ZM11.5 11.5h2v2M17 11.5v2.5M11.5 17h2.5M17 17h.01';
export const help =
  'M2.8 10a7.2 7.2 0 1 0 14.4 0 7.2 7.2 0 1 0-14.4 0M8 8.2A2 2 0 1 1 10.7 10c-.5.2-.7.6-.7 1.2M10 13.7h.01';
/** Three dots: further actions. */
export const more = 'M5 10h.01M10 10h.01M15 10h.01';
export const edit = 'm4 13.5-.8 3.3 3.3-.8L16.5 6 14 3.5ZM12 5.5l2.5 2.5';
export const trash =
  'M4 5.5h12M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M5.5 5.5 6.2 16a1 1 0 0 0 1 1h5.6a1 1 0 0 0 1-1l.7-10.5';
export const printer =
  'M6 7V3h8v4M6 14H4.5A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5v4a1.5 1.5 0 0 1-1.5 1.5H14M6 11.5h8V17H6Z';
export const mail =
  'M4 4.5h12a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-12a1.5 1.5 0 0 1-1.5-1.5v-8a1.5 1.5 0 0 1 1.5-1.5ZM3 6l7 5 7-5';
export const calendar =
  'M4.5 4.5h11a1.5 1.5 0 0 1 1.5 1.5v9.5a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-9.5a1.5 1.5 0 0 1 1.5-1.5ZM3 8.5h14M7 2.8v3M13 2.8v3';
export const swap = 'M4 7h11.5M12.5 4l3 3-3 3M16 13H4.5M7.5 10l-3 3 3 3';
export const link =
  'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-.8.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l.8-.8';
export const bank = 'M3 7.5 10 3.5l7 4v1H3ZM5 8.5V14M8.3 8.5V14M11.7 8.5V14M15 8.5V14M3 16.5h14M3.5 14h13';
export const key = 'M3.5 13a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M9.5 10.5l6-6M13.5 6.5l2 2';
export const fee = 'M4 9a6 6 0 0 1 11-2.5L16.5 8M16.5 4v4h-4M16 11a6 6 0 0 1-11 2.5L3.5 12M3.5 16v-4h4';
export const bolt = 'M11 2.5 4.5 11.5H9.5L9 17.5l6.5-9h-5Z';
