import type { ApiContext } from './env.js';
import { fail } from './errors.js';
import { digest } from './seal.js';

/** What a client saw of a resource: everything but the moment it looked. */
async function tagOf(value: object): Promise<string> {
  const { asOf: _moment, ...rest } = value as { asOf?: unknown };
  return `"${(await digest(JSON.stringify(rest))).slice(0, 22)}"`;
}

const names = (header: string, tag: string): boolean =>
  header.trim() === '*' || header.split(',').some((part) => part.trim().replace(/^W\//, '') === tag);

/** Puts the ETag of a resource on the answer. */
export async function putTag(c: ApiContext, value: object): Promise<string> {
  const tag = await tagOf(value);
  c.header('ETag', tag);
  return tag;
}

/**
 * Puts the ETag of a resource on the answer; a reader that has it already is told so.
 *
 * @returns Whether the reader has it: answer 304 without a body.
 */
export async function unchanged(c: ApiContext, value: object): Promise<boolean> {
  const tag = await putTag(c, value);
  const header = c.req.header('if-none-match');
  return header !== undefined && names(header, tag);
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
