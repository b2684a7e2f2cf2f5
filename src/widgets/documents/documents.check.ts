/** What can be said of a file and of a passport before anything is sent. The backend checks again. @see domain.md DOC-3, DOC-5 */

export type FileFault = 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_TYPE' | 'FILE_PROTECTED';

/** For `accept`: a hint to the file dialog, not a check. */
export const ACCEPT = '.pdf,.jpg,.jpeg,.png,.heic,application/pdf,image/jpeg,image/png,image/heic';

const HEIC = /^(heic|heix|hevc|hevx|heim|heis|mif1|msf1)$/;
const latin1 = new TextDecoder('latin1');

/** The first thing that is wrong with a file by its content; `null` = nothing. @param maxBytes - The backend's limit. */
export async function faultOf(file: Blob, maxBytes: number): Promise<FileFault | null> {
  if (file.size === 0) return 'FILE_EMPTY';
  if (file.size > maxBytes) return 'FILE_TOO_LARGE';
  const head = new Uint8Array(await file.slice(0, 1024).arrayBuffer());
  const text = (from: number, to: number) => latin1.decode(head.subarray(from, to));
  if (text(0, 1024).includes('%PDF-')) {
    const whole = latin1.decode(await file.arrayBuffer());
    return /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(whole) ? 'FILE_PROTECTED' : null;
  }
  const jpeg = head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff;
  const png = head[0] === 0x89 && text(1, 8) === 'PNG\r\n\x1a\n';
  const heic = text(4, 8) === 'ftyp' && HEIC.test(text(8, 12));
  return jpeg || png || heic ? null : 'FILE_TYPE';
}

export type PassportField = 'series' | 'number' | 'issuedAt' | 'issuedBy' | 'deptCode';

/** Fields of a new passport that cannot be right, in the order of the form. */
export function passportFaults(draft: Readonly<Record<PassportField, string>>, today: string): PassportField[] {
  const right: Record<PassportField, boolean> = {
    series: /^\d{4}$/.test(draft.series),
    number: /^\d{6}$/.test(draft.number),
    issuedAt: /^\d{4}-\d\d-\d\d$/.test(draft.issuedAt) && draft.issuedAt <= today,
    issuedBy: draft.issuedBy.trim() !== '',
    deptCode: /^\d{3}-\d{3}$/.test(draft.deptCode),
  };
  return PASSPORT_FIELDS.filter((field) => !right[field]);
}

export const PASSPORT_FIELDS: readonly PassportField[] = ['series', 'number', 'issuedAt', 'issuedBy', 'deptCode'];

/** What was typed or pasted, written as the passport writes it: `45 09` → `4509`, `770000` → `770-000`. */
export function tidied(field: PassportField, text: string): string {
  if (field === 'issuedBy' || field === 'issuedAt') return text;
  const digits = text.replace(/[\s-]/g, '');
  // What is no number stays as it was typed.
  if (!/^\d+$/.test(digits)) return text;
  return field === 'deptCode' && digits.length === 6 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : digits;
}
