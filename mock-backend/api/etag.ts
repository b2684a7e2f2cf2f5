import type { ApiContext } from './env.js';
import { fail } from './errors.js';
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

/** Answers a resource with its ETag, or 304 without a body to a reader that has it already. */
export async function answer(c: ApiContext, value: object): Promise<Response> {
  const text = JSON.stringify(value);
  const tag = await tagOf(value, text);
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
  if (!names(header, await tagOf(await current()))) fail('VERSION_CONFLICT');
}
