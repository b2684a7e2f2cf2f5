import type { FileMime } from '../../engine/documents/command.js';

/** What a file is, by its content and never by its name. @see domain.md DOC-5 */
export type Inspection =
  { readonly mime: FileMime } | { readonly refused: 'FILE_EMPTY' | 'FILE_TYPE' | 'FILE_PROTECTED' | 'FILE_INFECTED' };

/** Brands of ISO media files that hold a picture as phones take it. */
const HEIC: ReadonlySet<string> = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);
/** The harmless text that every scanner of viruses takes for one; in two parts, so that scanners let this file be. @see EICAR */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Checks the content of a whole file. */
export function inspect(bytes: Uint8Array): Inspection {
  if (bytes.byteLength === 0) return { refused: 'FILE_EMPTY' };
  if (contains(bytes, EICAR)) return { refused: 'FILE_INFECTED' };
  const mime = mimeOf(bytes);
  if (mime === null) return { refused: 'FILE_TYPE' };
  return mime === 'application/pdf' && isProtected(bytes) ? { refused: 'FILE_PROTECTED' } : { mime };
}

function mimeOf(bytes: Uint8Array): FileMime | null {
  // A PDF may have some bytes before its header (ISO 32000-1, annex H).
  if (contains(bytes.subarray(0, 1024), '%PDF-')) return 'application/pdf';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes[0] === 0x89 && text(bytes, 1, 8) === 'PNG\r\n\x1a\n') return 'image/png';
  return text(bytes, 4, 8) === 'ftyp' && HEIC.has(text(bytes, 8, 12)) ? 'image/heic' : null;
}

/** An encrypted PDF names its encryption in the trailer, or in the dictionary of the stream that is its cross-reference. */
function isProtected(bytes: Uint8Array): boolean {
  return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(text(bytes, 0, bytes.byteLength));
}

function contains(bytes: Uint8Array, wanted: string): boolean {
  return text(bytes, 0, bytes.byteLength).includes(wanted);
}

const latin1 = new TextDecoder('latin1');
const text = (bytes: Uint8Array, from: number, to: number): string => latin1.decode(bytes.subarray(from, to));

/** SHA-256, hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A name to show and to save under: without folders and control characters, at most 200 characters, its end kept. */
export function fileNameOf(written: string): string {
  const base = written.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- they are what is taken out
  const clean = base.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return [...clean].slice(-200).join('') || 'file';
}
