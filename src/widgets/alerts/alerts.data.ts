import type { Answer } from '../../api/client.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';
import type { Money } from '../../money/format.js';

/** Contacts, thresholds and what was sent. @see domain.md §10 */
export type Alerts = Answer<'/v1/accounts/{account}/alerts'>;
export type Contact = Alerts['contacts'][number];
export type AlertLog = Answer<'/v1/accounts/{account}/alerts/log'>;
export type AlertEvent = AlertLog['items'][number]['event'];
/** A flag of a contact: of which event it is told. */
export type Flag = 'lowBalance' | 'dayLimit' | 'topUp';

interface OfContact {
  readonly account: string;
  readonly contact: string;
}

export const alertsOf = (account: string): Query<Alerts> => ({
  key: `alerts:${account}`,
  tags: ['alerts', 'alert'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/alerts', { path: { account }, signal }),
});

export const alertLogOf = (account: string): Query<AlertLog> => ({
  key: `alert-log:${account}`,
  tags: ['alerts', 'alert'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/alerts/log', { path: { account }, signal }),
});

const invalidates = ['alerts'];

export const addContact: Command<{ account: string; value: string }, Alerts> = {
  name: 'alert.contact',
  invalidates,
  repeats: true,
  run: (client, { account, ...json }, options) =>
    client.post('/v1/accounts/{account}/alerts/contacts', {
      path: { account },
      json: { lowBalance: true, dayLimit: true, topUp: true, ...json },
      ...options,
    }),
};

export interface ContactChange extends OfContact, Partial<Record<Flag | 'paused', boolean>> {
  readonly value?: string;
}

export const changeContact: Command<ContactChange, Alerts> = {
  name: 'contact.change',
  invalidates,
  repeats: true,
  run: (client, { account, contact, ...json }, options) =>
    client.patch('/v1/accounts/{account}/alerts/contacts/{contact}', { path: { account, contact }, json, ...options }),
};

export const removeContact: Command<OfContact, Alerts> = {
  name: 'contact.remove',
  invalidates,
  repeats: true,
  run: (client, path, options) =>
    client.delete('/v1/accounts/{account}/alerts/contacts/{contact}', { path, ...options }),
};

export const confirmContact: Command<OfContact & { code: string }, Alerts> = {
  name: 'contact.confirm',
  invalidates,
  repeats: true,
  run: (client, { code, ...path }, options) =>
    client.post('/v1/accounts/{account}/alerts/contacts/{contact}/confirmation', { path, json: { code }, ...options }),
};

export const resendCode: Command<OfContact, Alerts> = {
  name: 'contact.resend',
  invalidates,
  repeats: true,
  run: (client, path, options) =>
    client.post('/v1/accounts/{account}/alerts/contacts/{contact}/code', { path, ...options }),
};

export const testContact: Command<OfContact, Alerts> = {
  name: 'contact.test',
  invalidates,
  repeats: true,
  run: (client, path, options) =>
    client.post('/v1/accounts/{account}/alerts/contacts/{contact}/test', { path, ...options }),
};

export const setThresholds: Command<{ account: string; lowBalance: Money | null; dayLimit: Money | null }, Alerts> = {
  name: 'alert.settings',
  invalidates,
  repeats: true,
  run: (client, { account, ...json }, options) =>
    client.put('/v1/accounts/{account}/alerts', { path: { account }, json, ...options }),
};
