import type { Command, Receipt } from '../../engine/command.js';
import type { ApiContext } from '../env.js';
import { putTag } from '../etag.js';
import { Reader } from '../reader.js';
import { rememberLanguage } from '../views/messages.js';

export { answer } from '../etag.js';

/** What every handler does at its ends. */

/** Answers what a command has led to, with its ETag for the next one. */
export async function done<T extends object>(c: ApiContext, value: T) {
  await putTag(c, value);
  return c.json(value, 200);
}

/**
 * Carries out a command with the rights of the request's user; a repeat of its key changes nothing.
 *
 * @throws {Refusal} As the engine refuses it.
 */
export async function command(c: ApiContext, step: Command, part = ''): Promise<Receipt> {
  const world = await c.get('host').present();
  const receipt = await world.perform(step, { key: c.get('commandKey') + part, user: c.get('grant').user });
  c.get('host').touched();
  const account = c.req.param('account');
  if (account !== undefined && c.req.header('accept-language') !== undefined)
    await rememberLanguage(c.get('host').store, account, c.get('locale'));
  return receipt;
}

/** Opens an account for the request's user. */
export const open = (c: ApiContext, account: string): Promise<Reader> => Reader.open(c, account);
