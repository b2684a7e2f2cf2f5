import type { ApiContext } from './env.js';
import { fail } from './errors.js';

/** What a client saw of a resource: everything but the moment it looked. @param text - The value as JSON. */
function tagOf(value: object, text = JSON.stringify(value)): string {
  const moment = 'asOf' in value ? `"asOf":${JSON.stringify(value.asOf)}` : '';
  return `"${fingerprint(moment === '' ? text : text.replace(moment, () => ''))}"`;
}

/** Other for another text, but for one in 2⁵³: cyrb53. It proves nothing to anybody, so it need not be slow. */
function fingerprint(text: string): string {
  let a = 0xdead_beef;
  let b = 0x41c6_ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return `${((b & 0x1f_ffff) * 0x1_0000_0000 + (a >>> 0)).toString(36)}-${text.length.toString(36)}`;
}

const names = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);

/** Puts the ETag of a resource on the answer. */
export function putTag(c: ApiContext, value: object): void {
  c.header('ETag', tagOf(value));
}

/** Answers a resource with its ETag, or 304 without a body to a reader that has it already. */
export function answer(c: ApiContext, value: object): Response {
  const text = JSON.stringify(value);
  const tag = tagOf(value, text);
  c.header('ETag', tag);
  const header = c.req.header('if-none-match');
  if (header !== undefined && names(header, tag)) return c.body(null, 304);
  return c.body(text, 200, { 'Content-Type': 'application/json' });
}

/**
 * Refuses a change that is based on an older version; without `If-Match` it is not checked.
 *
 * @param current - Reads the resource as it is now.
 * @throws {ApiProblem} VERSION_CONFLICT
 * @see domain.md CC-18
 */
export async function checkVersion(c: ApiContext, current: () => Promise<object>): Promise<void> {
  const header = c.req.header('if-match');
  // What was done by this key already is not refused for having changed things.
  if (header === undefined || (await c.var.host.store.key(c.var.commandKey)) !== null) return;
  if (!names(header, tagOf(await current()))) fail('VERSION_CONFLICT');
}
