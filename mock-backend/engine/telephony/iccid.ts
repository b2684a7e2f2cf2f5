const ICCID = /^89\d{16,20}$/;

/**
 * Whether the text is the number printed on a SIM card: 18 to 22 digits that start with 89 and end with a Luhn check digit.
 *
 * @see domain.md CC-15, SIM-7; ITU-T E.118
 */
export function isIccid(text: string): boolean {
  return ICCID.test(text) && luhn(text) === 0;
}

/** The number as it is typed or scanned, without spaces and hyphens. */
export function normaliseIccid(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/** The sum of the digits modulo ten, every second one from the right doubled; 0 when the check digit is right. */
function luhn(digits: string): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10;
}
