import type { Command } from '../engine/command.js';
import { KEY_MS, type KeyRecord } from '../store/port.js';
import { canonical } from '../world/canonical.js';
import type { ApiContext } from './env.js';
import { fail } from './errors.js';

/** What the journal knows of the key of this request, for as long as that counts (CC-17). */
export async function knownAnswer(c: ApiContext): Promise<KeyRecord | null> {
  const { store, world } = c.get('host');
  const known = await store.key(c.get('commandKey'));
  return known !== null && world.instant - known.at < KEY_MS ? known : null;
}

/**
 * Whether the command of this request was carried out already, by its key.
 *
 * @param step - The command, or what is known of it.
 * @throws {ApiProblem} IDEMPOTENCY_KEY_REUSED when it was another command.
 */
export async function isDone(c: ApiContext, step: object): Promise<boolean> {
  const known = await knownAnswer(c);
  if (known === null || !('receipt' in known.answer)) return false;
  const [user, command] = JSON.parse(known.body) as readonly [string | null, Command];
  if (user !== c.get('grant').user || canonical({ ...command, ...step }) !== canonical(command))
    fail('IDEMPOTENCY_KEY_REUSED');
  return true;
}
