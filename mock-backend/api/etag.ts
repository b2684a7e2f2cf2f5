import { wholeAnswer } from './answer.js';
import type { ApiContext } from './env.js';
import { fail } from './errors.js';
import { knownAnswer } from './known.js';
import { digest } from './seal.js';

/** What a client saw of a resource: everything but the moment it looked. @param text - The value as JSON. */
async function tagOf(value: object, text = JSON.stringify(value)): Promise<string> {
  const moment = 'asOf' in value ? `"asOf":${JSON.stringify(value.asOf)}` : '';
  return `"${(await digest(moment === '' ? text : text.replace(moment, () => ''))).slice(0, 22)}"`;
}

const names = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);

/** Puts the ETag of a resource on the answer. */
export async function putTag(c: ApiContext, value: object): Promise<void> {
  c.header('ETag', await tagOf(value));
}

/** A resource as it is sent. */
export interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tag: string;
}

/** Writes a resource. */
export async function write(value: object): Promise<Written> {
  const text = JSON.stringify(value);
  return { bytes: new TextEncoder().encode(text), tag: await tagOf(value, text) };
}

/** Sends a resource with its ETag, or 304 without a body to a reader that has it already. */
export function send(c: ApiContext, { bytes, tag }: Written): Response {
  const header = c.req.header('if-none-match');
  if (header !== undefined && names(header, tag)) return wholeAnswer(c, null, 304, { ETag: tag });
  return wholeAnswer(c, bytes, 200, { 'Content-Type': 'application/json', ETag: tag });
}

/** Answers a resource. */
export async function answer(c: ApiContext, value: object): Promise<Response> {
  return send(c, await write(value));
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
  if (header === undefined || (await knownAnswer(c)) !== null) return;
  if (!names(header, await tagOf(await current()))) fail('VERSION_CONFLICT');
}
