import * as routes from '../contract/people.routes.js';
import type { App } from '../app.js';
import { amountOf } from '../amounts.js';
import type { ApiContext } from '../env.js';
import { checkVersion } from '../etag.js';
import { alertLogView, alertsView, usersView } from '../views/people.js';
import { answer, command, done, open } from './serve.js';

async function alertsOf(c: ApiContext, account: string) {
  const reader = await open(c, account);
  reader.require('alerts.read');
  return { reader, view: alertsView(reader) };
}

async function usersOf(c: ApiContext, account: string) {
  const reader = await open(c, account);
  reader.require('users.read');
  return { reader, view: usersView(reader) };
}

export function addPeople(app: App): void {
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
    return done(c, (await alertsOf(c, account)).view);
  });

  app.openapi(routes.addAlertContact, async (c) => {
    const { account } = c.req.valid('param');
    await alertsOf(c, account);
    await command(c, { do: 'alert.contact', account, ...c.req.valid('json'), confirmed: false });
    return done(c, (await alertsOf(c, account)).view);
  });

  app.openapi(routes.getAlertLog, async (c) => {
    const { reader } = await alertsOf(c, c.req.valid('param').account);
    return answer(c, await alertLogView(reader));
  });

  app.openapi(routes.listUsers, async (c) => answer(c, (await usersOf(c, c.req.valid('param').account)).view));

  app.openapi(routes.setGrant, async (c) => {
    const { account, user, product } = c.req.valid('param');
    const { view } = await usersOf(c, account);
    await checkVersion(c, () => Promise.resolve(view));
    await command(c, {
      do: 'user.grant',
      account,
      user,
      product,
      level: c.req.valid('json').level,
      by: c.var.grant.user,
    });
    return done(c, (await usersOf(c, account)).view);
  });
}
