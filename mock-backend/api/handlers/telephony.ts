import * as routes from '../contract/telephony.routes.js';
import type { App, AppParts } from '../app.js';
import { pukOf } from '../password.js';
import { requireConfirmation } from '../auth/sensitive.js';
import type { ApiContext } from '../env.js';
import { checkVersion } from '../etag.js';
import { RouteAnswer } from '../views/answers.js';
import { parseMmi } from '../../engine/telephony/mmi.js';
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

/** Whether calls would be led out of the account, and were not led there before: a thief's first wish (FWD-13). */
const leadsOut = (reader: Reader, number: string, typed: string): boolean => {
  const checked = checkTarget(number, typed);
  if ('refused' in checked) return false;
  const { target } = checked;
  const already = reader.number(number).forwarding.some((rule) => rule.active && rule.target === target);
  return !already && !reader.state.numbers.some((own) => own.number === target);
};

export function addTelephony(app: App, parts: AppParts): void {
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
    const { reader, number, view } = await rulesOf(c, path);
    await checkVersion(c, () => Promise.resolve(view));
    const wait = noReplySec === undefined ? {} : { noReplySec };
    const step = { do: 'forwarding.set', number, type: path.type, target, active, ...wait } as const;
    if (active !== false && leadsOut(reader, number, target)) await requireConfirmation(c, parts, reader, step);
    await command(c, step);
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
    const { reader, number } = await rulesOf(c, path);
    const step = { do: 'forwarding.mmi', number, code: c.req.valid('json').code } as const;
    const away = parseMmi(step.code)?.some((one) => one.kind === 'REGISTER' && leadsOut(reader, number, one.target));
    if (away === true) await requireConfirmation(c, parts, reader, step);
    await command(c, step);
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
    const step = { do: 'sim.swap', number, iccid, reason } as const;
    await requireConfirmation(c, parts, reader, step);
    await command(c, step);
    return done(c, (await simsOf(c, account)).view);
  });

  app.openapi(routes.revealPuk, async (c) => {
    const { account, iccid } = c.req.valid('param');
    const { reader } = await simsOf(c, account);
    const holder = reader.state.numbers.find(({ sim }) => sim === iccid);
    if (holder !== undefined && !reader.sees(holder.number)) fail('SIM_NOT_FOUND');
    await command(c, { do: 'sim.puk', account, iccid });
    return done(c, { iccid, puk: pukOf(await parts.seal.derive('puk', iccid)) });
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
