/** Segments of a message. @see domain.md SRV-22; 3GPP TS 23.038, 23.040 */

const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Characters of the extension table take two septets. */
const GSM_EXTENDED = new Set('\f^{}\\[~]|€');

/**
 * Segments that a text takes: one of up to 160 septets or 70 UCS-2 units, else several of 153 or 67. A character is never cut.
 *
 * @returns At least 1.
 */
export function segmentsOf(text: string): number {
  const characters = [...text];
  const gsm = characters.every((character) => GSM_BASIC.has(character) || GSM_EXTENDED.has(character));
  const widths = characters.map((character) => (gsm ? (GSM_EXTENDED.has(character) ? 2 : 1) : character.length));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= (gsm ? 160 : 70)) return 1;
  const room = gsm ? 153 : 67;
  let segments = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > room) {
      segments += 1;
      used = 0;
    }
    used += width;
  }
  return segments;
}
