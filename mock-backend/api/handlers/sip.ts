import type { SipAccount } from '../../engine/sip/state.js';
import type { App, AppParts } from '../app.js';
import * as routes from '../contract/sip.routes.js';
import { requireConfirmation } from '../auth/sensitive.js';
import type { ApiContext } from '../env.js';
import { fail } from '../errors.js';
import { checkVersion } from '../etag.js';
import { passwordOf, secretBytes } from '../password.js';
import type { Reader } from '../reader.js';
import { digest, type Seal } from '../seal.js';
import { SIP_DOMAIN, sipListView, sipView, softphoneUri } from '../views/sip.js';
import { answer, command, done, open } from './serve.js';

interface OfSip {
  readonly account: string;
  readonly sip: string;
}

async function opened(c: ApiContext, { account, sip: id }: OfSip): Promise<{ reader: Reader; sip: SipAccount }> {
  const reader = await open(c, account);
  const sip = reader.state.sip.accounts.find((candidate) => candidate.id === id) ?? fail('NOT_FOUND');
  reader.require('sip.read', sip.number);
  return { reader, sip };
}

/** The password of this command: the same for its repeat. */
async function passwordFor(c: ApiContext, seal: Seal, account: string): Promise<string> {
  return passwordOf(await secretBytes(c, seal, 'sip-password', account));
}

/** HA1 of digest authentication: the server checks a password by it without keeping the password. @see RFC 8760 */
const ha1 = (login: string, password: string): Promise<string> => digest(`${login}:${SIP_DOMAIN}:${password}`);

export function addSip(app: App, parts: AppParts): void {
  const { seal } = parts;
  app.openapi(routes.listSip, async (c) => {
    const reader = await open(c, c.req.valid('param').account);
    reader.require('sip.read');
    return answer(c, sipListView(reader));
  });

  app.openapi(routes.createSip, async (c) => {
    const { account } = c.req.valid('param');
    const { number: written, name, type } = c.req.valid('json');
    const reader = await open(c, account);
    const { number } = reader.number(written);
    reader.require('sip.read', number);
    const password = await passwordFor(c, seal, account);
    const made = await command(c, { do: 'sip.create', account, number, name, type });
    const id = String(made['sip']);
    const secret = await ha1(String(made['login']), password);
    // Two steps, each with a key of its own: a request that breaks off in between is finished by its repeat.
    await command(c, { do: 'sip.reset', account, number, sip: id, digest: secret }, '/password');
    const { sip } = await opened(c, { account, sip: id });
    return done(c, { account: sipView(sip, reader), password, uri: softphoneUri(sip.login, password) });
  });

  app.openapi(routes.resetSipPassword, async (c) => {
    const path = c.req.valid('param');
    const { sip, reader } = await opened(c, path);
    await checkVersion(c, () => Promise.resolve(sipView(sip, reader)));
    const password = await passwordFor(c, seal, path.account);
    const { number, id, login } = sip;
    const secret = await ha1(login, password);
    const step = { do: 'sip.reset', account: path.account, number, sip: id, digest: secret } as const;
    await requireConfirmation(c, parts, reader, step);
    await command(c, step);
    const after = await opened(c, path);
    return done(c, { account: sipView(after.sip, after.reader), password, uri: softphoneUri(login, password) });
  });

  app.openapi(routes.configureSip, async (c) => {
    const path = c.req.valid('param');
    const { name, callerId, equipment } = c.req.valid('json');
    const { sip, reader } = await opened(c, path);
    await checkVersion(c, () => Promise.resolve(sipView(sip, reader)));
    const { dailySpendLimit } = equipment;
    if (dailySpendLimit && dailySpendLimit.currency !== reader.state.currency) fail('CURRENCY_MISMATCH');
    await command(c, {
      do: 'sip.configure',
      account: path.account,
      number: sip.number,
      sip: sip.id,
      name,
      callerId: reader.number(callerId).number,
      equipment: { ...equipment, dailySpendLimit: dailySpendLimit?.value ?? null },
    });
    const after = await opened(c, path);
    return done(c, sipView(after.sip, after.reader));
  });

  app.openapi(routes.deleteSip, async (c) => {
    const path = c.req.valid('param');
    const { sip, reader } = await opened(c, path);
    await checkVersion(c, () => Promise.resolve(sipView(sip, reader)));
    await command(c, { do: 'sip.delete', account: path.account, number: sip.number, sip: sip.id });
    return done(c, sipListView(await open(c, path.account)));
  });
}
