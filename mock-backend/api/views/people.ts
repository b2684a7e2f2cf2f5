import { z } from '@hono/zod-openapi';
import { AlertEvent, type AlertLog, type AlertSettings } from '../contract/alerts.js';
import type { UserList } from '../contract/users.js';
import { Reader } from '../reader.js';
import { levelsOf } from './account.js';

/** @see domain.md ALR-5 */
const MAX_CONTACTS = 5;

export function alertsView(reader: Reader): z.infer<typeof AlertSettings> {
  const { alerts, contacts } = reader.state;
  return {
    lowBalance: reader.moneyOrNull(alerts.lowBalance),
    dayLimit: reader.moneyOrNull(alerts.dayLimit),
    contacts: contacts.map(({ value, confirmed, lowBalance, dayLimit, topUp }) => ({
      value,
      type: value.includes('@') ? 'EMAIL' : 'PHONE',
      confirmed,
      lowBalance,
      dayLimit,
      topUp,
    })),
    maxContacts: MAX_CONTACTS,
  };
}

const Sent = z.array(z.object({ event: AlertEvent, at: z.string(), value: z.string(), contacts: z.array(z.string()) }));

/** What was sent, newest first. */
export async function alertLogView(reader: Reader): Promise<z.infer<typeof AlertLog>> {
  const sent = Sent.parse(await reader.ask({ get: 'alerts', account: reader.state.id }));
  return { items: sent.reverse().map(({ value, ...entry }) => ({ ...entry, value: reader.money(value) })) };
}

/** Users of the account by id. @see domain.md §11 */
export function usersView(reader: Reader): z.infer<typeof UserList> {
  const { host, state, user } = reader;
  return {
    items: Object.keys(state.users)
      .sort()
      .map((id) => ({ id, name: null, self: id === user, levels: levelsOf(new Reader(host, state, id)) })),
  };
}
