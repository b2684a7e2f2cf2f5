import type { z } from '@hono/zod-openapi';
import { maskContact } from '../../engine/access/mask.js';
import { isEmail } from '../../engine/contacts/state.js';
import { stepUpContacts, stepUpResendAt, stepUpUntil } from '../../engine/stepup/commands.js';
import type { App, AppParts } from '../app.js';
import { type Challenge, openChallenge, proofOf } from '../auth/sensitive.js';
import type { StepUp } from '../contract/stepup.js';
import * as routes from '../contract/stepup.routes.js';
import { fail } from '../errors.js';
import { codeOf, secretBytes } from '../password.js';
import type { Reader } from '../reader.js';
import { answer, command, done, open } from './serve.js';

/** A code is shown as sent only to the request that it is for. */
function stepUpView(reader: Reader, { mark, target }: Challenge): z.infer<typeof StepUp> {
  const { state, user, zone, now } = reader;
  const contacts = stepUpContacts(state, user, target);
  const found = state.stepUps.asked[user];
  const asked = found?.mark === mark ? found : null;
  const resend = stepUpResendAt({ state, zone, today: zone.dayAt(now) }, user, mark);
  return {
    contacts: contacts.map(({ id, value }) => ({
      id,
      channel: isEmail(value) ? 'EMAIL' : 'SMS',
      masked: maskContact(value),
    })),
    sentTo: contacts.find(({ value }) => value === asked?.to)?.id ?? null,
    codeUntil: asked && zone.format(stepUpUntil(asked)),
    resendAt: resend > now ? zone.format(resend) : null,
    attemptsLeft: asked?.left ?? 0,
    now: zone.format(now),
  };
}

export function addStepUp(app: App, parts: AppParts): void {
  const { seal } = parts;
  app.openapi(routes.getStepUp, async (c) => {
    const reader = await open(c, c.req.valid('param').account);
    return answer(c, stepUpView(reader, await openChallenge(parts, c.req.valid('query').challenge, reader)));
  });

  app.openapi(routes.sendStepUpCode, async (c) => {
    const { account } = c.req.valid('param');
    const { challenge: sealed, contact } = c.req.valid('json');
    const reader = await open(c, account);
    const challenge = await openChallenge(parts, sealed, reader);
    const { mark, action, target } = challenge;
    const to = stepUpContacts(reader.state, reader.user, target).find(({ id }) => id === contact)?.value ?? '';
    const code = codeOf(await secretBytes(c, seal, 'step-up-code', account, mark, to));
    await command(c, { do: 'stepup.send', account, mark, contact, action, target, code });
    return done(c, stepUpView(await open(c, account), challenge));
  });

  app.openapi(routes.confirmStepUp, async (c) => {
    const { account } = c.req.valid('param');
    const { challenge: sealed, code: typed } = c.req.valid('json');
    const challenge = await openChallenge(parts, sealed, await open(c, account));
    const receipt = await command(c, { do: 'stepup.confirm', account, mark: challenge.mark, code: typed });
    if (receipt['passed'] !== true) fail('CODE_WRONG', { params: { n: String(receipt['left']) } });
    return done(c, await proofOf(parts, challenge));
  });
}
