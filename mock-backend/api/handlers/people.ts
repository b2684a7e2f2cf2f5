import * as routes from '../contract/people.routes.js';
import type { App, AppParts } from '../app.js';
import { amountOf } from '../amounts.js';
import { pageOf } from '../cursor.js';
import { requireConfirmation } from '../auth/sensitive.js';
import type { ApiContext } from '../env.js';
import { fail } from '../errors.js';
import { checkVersion } from '../etag.js';
import { codeOf, secretBytes, secretOf } from '../password.js';
import type { Reader } from '../reader.js';
import { alertLog, alertsView, auditViews, usersView } from '../views/people.js';
import { answer, command, done, open } from './serve.js';

/** Thresholds that a subscriber begins with (ALR-12). */
const FIRST = { lowBalance: '1000', dayLimit: '200' };

async function alertsOf(c: ApiContext, account: string) {
  const reader = await open(c, account);
  reader.require('alerts.read');
  return { reader, view: alertsView(reader) };
}

async function usersOf(c: ApiContext, account: string) {
  const reader = await open(c, account);
  reader.require('users.read');
  return { reader, view: await usersView(reader) };
}

const e164 = (reader: Reader, numbers: readonly string[] | null) =>
  numbers && numbers.map((number) => reader.number(number).number);

export function addPeople(app: App, parts: AppParts): void {
  addAlerts(app, parts);
  addUsers(app, parts);
}

function addAlerts(app: App, { seal }: AppParts): void {
  /** The code of this command, which proves that a contact is who it says. */
  const code = async (c: ApiContext, account: string, contact: string): Promise<string> =>
    codeOf(await secretBytes(c, seal, 'alert-code', account, contact));
  const valueOf = ({ state }: Reader, contact: string): string =>
    state.contacts.items.find(({ id }) => id === contact)?.value ?? fail('NOT_FOUND');
  const changed = async (c: ApiContext, account: string) => done(c, (await alertsOf(c, account)).view);

  app.openapi(routes.getAlerts, async (c) => answer(c, (await alertsOf(c, c.req.valid('param').account)).view));

  app.openapi(routes.setAlertThresholds, async (c) => {
    const { account } = c.req.valid('param');
    const { lowBalance, dayLimit } = c.req.valid('json');
    const { reader, view } = await alertsOf(c, account);
    await checkVersion(c, () => Promise.resolve(view));
    await command(c, {
      do: 'alert.settings',
      account,
      lowBalance: lowBalance === null ? null : amountOf(lowBalance, reader, 'lowBalance'),
      dayLimit: dayLimit === null ? null : amountOf(dayLimit, reader, 'dayLimit'),
    });
    return changed(c, account);
  });

  app.openapi(routes.addAlertContact, async (c) => {
    const { account } = c.req.valid('param');
    const { view } = await alertsOf(c, account);
    const isFirst = view.contacts.length === 0 && view.lowBalance === null && view.dayLimit === null;
    const contact = c.req.valid('json');
    const step = { ...contact, confirmed: false, code: await code(c, account, contact.value) };
    await command(c, { do: 'alert.contact', account, ...step });
    if (isFirst) await command(c, { do: 'alert.settings', account, ...FIRST }, '/thresholds');
    return changed(c, account);
  });

  app.openapi(routes.changeAlertContact, async (c) => {
    const { account, contact } = c.req.valid('param');
    const { reader } = await alertsOf(c, account);
    const { value, lowBalance, dayLimit, topUp, paused } = c.req.valid('json');
    await command(c, {
      do: 'contact.change',
      account,
      contact,
      code: await code(c, account, value ?? valueOf(reader, contact)),
      ...(value === undefined ? {} : { value }),
      ...(lowBalance === undefined ? {} : { lowBalance }),
      ...(dayLimit === undefined ? {} : { dayLimit }),
      ...(topUp === undefined ? {} : { topUp }),
      ...(paused === undefined ? {} : { paused }),
    });
    return changed(c, account);
  });

  app.openapi(routes.removeAlertContact, async (c) => {
    const { account, contact } = c.req.valid('param');
    await alertsOf(c, account);
    await command(c, { do: 'contact.remove', account, contact });
    return changed(c, account);
  });

  app.openapi(routes.resendAlertCode, async (c) => {
    const { account, contact } = c.req.valid('param');
    const { reader } = await alertsOf(c, account);
    const proof = await code(c, account, valueOf(reader, contact));
    await command(c, { do: 'contact.resend', account, contact, code: proof });
    return changed(c, account);
  });

  app.openapi(routes.confirmAlertContact, async (c) => {
    const { account, contact } = c.req.valid('param');
    await alertsOf(c, account);
    const step = { do: 'contact.confirm', account, contact, code: c.req.valid('json').code } as const;
    const { confirmed, left } = await command(c, step);
    if (confirmed !== true) fail('CODE_WRONG', { params: { n: String(left) } });
    return changed(c, account);
  });

  app.openapi(routes.testAlertContact, async (c) => {
    const { account, contact } = c.req.valid('param');
    await alertsOf(c, account);
    await command(c, { do: 'contact.test', account, contact });
    return changed(c, account);
  });

  app.openapi(routes.getAlertLog, async (c) => {
    const { reader } = await alertsOf(c, c.req.valid('param').account);
    return answer(c, { items: alertLog(reader) });
  });
}

function addUsers(app: App, parts: AppParts): void {
  const { seal } = parts;
  const changed = async (c: ApiContext, account: string) => done(c, (await usersOf(c, account)).view);
  const secret = async (c: ApiContext, account: string): Promise<string> =>
    secretOf(await secretBytes(c, seal, 'invitation', account));

  app.openapi(routes.listUsers, async (c) => answer(c, (await usersOf(c, c.req.valid('param').account)).view));

  app.openapi(routes.setGrant, async (c) => {
    const { account, user, product } = c.req.valid('param');
    const { view } = await usersOf(c, account);
    await checkVersion(c, () => Promise.resolve(view));
    const { level } = c.req.valid('json');
    await command(c, { do: 'user.grant', account, user, product, level, by: c.get('grant').user });
    return changed(c, account);
  });

  app.openapi(routes.changeUser, async (c) => {
    const { account, user } = c.req.valid('param');
    const { levels: wanted, numbers, selfManage } = c.req.valid('json');
    const { reader, view } = await usersOf(c, account);
    await checkVersion(c, () => Promise.resolve(view));
    await command(c, {
      do: 'user.change',
      account,
      user,
      levels: levelsIn(wanted),
      ...(numbers === undefined ? {} : { numbers: e164(reader, numbers) }),
      ...(selfManage === undefined ? {} : { selfManage }),
    });
    return changed(c, account);
  });

  app.openapi(routes.removeUser, async (c) => {
    const { account, user } = c.req.valid('param');
    await usersOf(c, account);
    await command(c, { do: 'user.remove', account, user });
    return changed(c, account);
  });

  app.openapi(routes.inviteUser, async (c) => {
    const { account } = c.req.valid('param');
    const { contact, name, levels, numbers } = c.req.valid('json');
    const { reader } = await usersOf(c, account);
    await command(c, {
      do: 'user.invite',
      account,
      contact,
      name,
      levels: levelsIn(levels),
      numbers: e164(reader, numbers),
      secret: await secret(c, account),
    });
    return changed(c, account);
  });

  app.openapi(routes.resendInvitation, async (c) => {
    const { account, invitation } = c.req.valid('param');
    await usersOf(c, account);
    await command(c, { do: 'invite.resend', account, invitation, secret: await secret(c, account) });
    return changed(c, account);
  });

  app.openapi(routes.revokeInvitation, async (c) => {
    const { account, invitation } = c.req.valid('param');
    await usersOf(c, account);
    await command(c, { do: 'invite.revoke', account, invitation });
    return changed(c, account);
  });

  app.openapi(routes.offerOwnership, async (c) => {
    const { account } = c.req.valid('param');
    const { reader } = await usersOf(c, account);
    const step = { do: 'owner.offer', account, to: c.req.valid('json').to } as const;
    await requireConfirmation(c, parts, reader, step);
    await command(c, step);
    return changed(c, account);
  });

  app.openapi(routes.acceptOwnership, async (c) => {
    const { account } = c.req.valid('param');
    const { reader } = await usersOf(c, account);
    const step = { do: 'owner.accept', account } as const;
    await requireConfirmation(c, parts, reader, step);
    await command(c, step);
    return changed(c, account);
  });

  app.openapi(routes.declineOwnership, async (c) => {
    const { account } = c.req.valid('param');
    await usersOf(c, account);
    await command(c, { do: 'owner.decline', account });
    return changed(c, account);
  });

  app.openapi(routes.listAudit, async (c) => {
    const { account } = c.req.valid('param');
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { reader } = await usersOf(c, account);
    const list = `audit ${account} ${JSON.stringify(filter)}`;
    return answer(c, await pageOf(auditViews(reader, filter), ({ id }) => id, list, { cursor, limit }, seal));
  });
}

/** Without what is absent. */
function levelsIn<T extends object>(levels: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  return Object.assign(given, Object.fromEntries(Object.entries(levels).filter(([, level]) => level !== undefined)));
}
