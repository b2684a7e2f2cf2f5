import * as routes from '../contract/telephony.routes.js';
import type { App } from '../app.js';
import type { ApiContext } from '../env.js';
import { checkVersion } from '../etag.js';
import { RouteAnswer } from '../views/answers.js';
import { checkTarget } from '../../engine/telephony/forwarding.js';
import { eraseCode, forwardingView, legView, simViews } from '../views/telephony.js';
import type { Reader } from '../reader.js';
import { fail } from '../errors.js';
import { ForwardingType } from '../contract/telephony.js';
import { answer, command, done, open } from './serve.js';

interface OfNumber {
  readonly account: string;
  readonly number: string;
}

async function rulesOf(
  c: ApiContext,
  path: OfNumber,
): Promise<{ reader: Reader; number: string; view: ReturnType<typeof forwardingView> }> {
  const reader = await open(c, path.account);
  const state = reader.number(path.number);
  reader.require('forwarding.read', state.number);
  return { reader, number: state.number, view: forwardingView(state, reader) };
}

async function simsOf(c: ApiContext, account: string) {
  const reader = await open(c, account);
  reader.require('sim.read');
  return { reader, view: { items: simViews(reader) } };
}

export function addTelephony(app: App): void {
  app.openapi(routes.getForwarding, async (c) => answer(c, (await rulesOf(c, c.req.valid('param'))).view));

  app.openapi(routes.getLegQuote, async (c) => {
    const { reader, number } = await rulesOf(c, c.req.valid('param'));
    const checked = checkTarget(number, c.req.valid('query').target);
    if ('refused' in checked) return fail(checked.refused);
    return answer(c, legView(reader.number(number), checked.target, reader));
  });

  app.openapi(routes.setForwarding, async (c) => {
    const path = c.req.valid('param');
    const { target, noReplySec, active } = c.req.valid('json');
    const { number, view } = await rulesOf(c, path);
    await checkVersion(c, () => Promise.resolve(view));
    const wait = noReplySec === undefined ? {} : { noReplySec };
    await command(c, { do: 'forwarding.set', number, type: path.type, target, active, ...wait });
    return done(c, (await rulesOf(c, path)).view);
  });

  app.openapi(routes.eraseForwarding, async (c) => {
    const path = c.req.valid('param');
    const { number, view } = await rulesOf(c, path);
    await checkVersion(c, () => Promise.resolve(view));
    await command(c, { do: 'forwarding.mmi', number, code: eraseCode[path.type] });
    return done(c, (await rulesOf(c, path)).view);
  });

  app.openapi(routes.sendMmi, async (c) => {
    const path = c.req.valid('param');
    const { number } = await rulesOf(c, path);
    await command(c, { do: 'forwarding.mmi', number, code: c.req.valid('json').code });
    return done(c, (await rulesOf(c, path)).view);
  });

  app.openapi(routes.getRoute, async (c) => {
    const { reader, number } = await rulesOf(c, c.req.valid('param'));
    const { reaches, by } = RouteAnswer.parse(
      await reader.ask({ get: 'route', number, state: c.req.valid('query').state }),
    );
    return answer(c, { reaches, by: by === null || by === 'DIRECT' ? by : ForwardingType.parse(by) });
  });

  app.openapi(routes.listSims, async (c) => answer(c, (await simsOf(c, c.req.valid('param').account)).view));

  app.openapi(routes.addSim, async (c) => {
    const { account } = c.req.valid('param');
    await simsOf(c, account);
    await command(c, { do: 'sim.add', account, iccid: c.req.valid('json').iccid });
    return done(c, (await simsOf(c, account)).view);
  });

  app.openapi(routes.bindSim, async (c) => {
    const { account, number: written } = c.req.valid('param');
    const { iccid } = c.req.valid('json');
    const { reader, view } = await simsOf(c, account);
    const { number } = reader.number(written);
    await checkVersion(c, () => Promise.resolve(view));
    if (!reader.state.sims.includes(iccid.replace(/\D/g, ''))) fail('SIM_NOT_FOUND');
    await command(c, { do: 'sim.bind', number, iccid: iccid.replace(/\D/g, '') });
    return done(c, (await simsOf(c, account)).view);
  });

  app.openapi(routes.swapSim, async (c) => {
    const { account, number: written } = c.req.valid('param');
    const { iccid, reason } = c.req.valid('json');
    const { reader, view } = await simsOf(c, account);
    const { number } = reader.number(written);
    await checkVersion(c, () => Promise.resolve(view));
    await command(c, { do: 'sim.swap', number, iccid, reason });
    return done(c, (await simsOf(c, account)).view);
  });

  app.openapi(routes.unbindSim, async (c) => {
    const { account, number: written } = c.req.valid('param');
    const { reader, view } = await simsOf(c, account);
    const { number } = reader.number(written);
    await checkVersion(c, () => Promise.resolve(view));
    await command(c, { do: 'sim.unbind', number });
    return done(c, (await simsOf(c, account)).view);
  });
}
