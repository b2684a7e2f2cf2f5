import type { ApiContext } from './env.js';
import type { Seal } from './seal.js';

/**
 * What the secret of a command is made of: the same for its repeat, and another one for another user, account or world, and for
 * another end, whatever key that came with.
 *
 * @param purpose - Sort of secret.
 * @param ends - What it is for, such as the contact that it proves.
 */
export function secretBytes(
  c: ApiContext,
  seal: Seal,
  purpose: string,
  ...ends: readonly string[]
): Promise<Uint8Array> {
  return seal.derive(purpose, JSON.stringify([c.get('host').id, c.get('commandKey'), ...ends]));
}

/** Characters that nobody takes for one another when reading aloud or from a screen (SIP-3). */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 15;

/**
 * A password of three groups of five characters, such as `tK7wp-Qm4xS-R9baH`, made from sealed bytes: the same command repeated with
 * its key gives the same password, though nobody keeps it.
 *
 * @param bytes - At least 15 random-looking bytes.
 */
export function passwordOf(bytes: Uint8Array): string {
  const characters = Array.from(bytes.slice(0, LENGTH), (byte) => ALPHABET[byte % ALPHABET.length] ?? '');
  return [0, 5, 10].map((from) => characters.slice(from, from + 5).join('')).join('-');
}

/** Six digits that prove a telephone or an address (ALR-5). @param bytes - At least four random-looking bytes. */
export function codeOf(bytes: Uint8Array): string {
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return String(number % 1_000_000).padStart(6, '0');
}

/** Eight digits that unlock a SIM card; a real operator has them from the maker. @param bytes - At least four random-looking bytes. */
export function pukOf(bytes: Uint8Array): string {
  const number = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return String(number % 100_000_000).padStart(8, '0');
}

/** What the link of an invitation proves: 32 hexadecimal digits. @param bytes - At least 16 random-looking bytes. */
export function secretOf(bytes: Uint8Array): string {
  return Array.from(bytes.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
