import { describe, it } from 'node:test';
import { expect } from 'chai';
import { type Answer, newKey, type TestBackend, testBackend } from './testing/world.js';

const DISCONNECT = '/v1/accounts/A1/numbers/%2B79990000002/disconnection';
const STEP = '/v1/accounts/A1/step-up';
const EMAIL = 'owner@example.org';

/** Somebody whose sign-in is long ago. */
const stale = { fresh: false } as const;

async function withContacts(...values: readonly string[]): Promise<TestBackend> {
  const backend = await testBackend();
  for (const value of values) await backend.host.world.perform({ do: 'alert.contact', account: 'A1', value });
  return backend;
}
const disconnect = (backend: TestBackend, key: string, more: object = {}, effective = 'period-end'): Promise<Answer> =>
  backend.call('POST', DISCONNECT, { ...stale, key, body: { effective }, ...more });

const paramsOf = ({ body }: Answer): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(Object(body['params'])).map(([name, value]) => [name, String(value)]));
const challengeOf = (answer: Answer): string => paramsOf(answer)['challenge'] ?? expect.fail('no challenge');

/** What the last message said. */
const codeOf = ({ host }: TestBackend): string =>
  host.world.peek('A1')?.messages.items.at(-1)?.params['code'] ?? expect.fail('no code was sent');
const closing = ({ host }: TestBackend) =>
  host.world.peek('A1')?.numbers.find(({ number }) => number === '+79990000002')?.closing ?? null;
const sendCode = (backend: TestBackend, challenge: string, contact = 'c1') =>
  backend.call('POST', `${STEP}/code`, { ...stale, body: { challenge, contact } });
const confirm = (backend: TestBackend, challenge: string, code: string) =>
  backend.call('POST', `${STEP}/confirmation`, { ...stale, body: { challenge, code } });

describe('the step before a sensitive action (ADM-8)', () => {
  it('asks for a code, and lets the very request through with the proof of it', async () => {
    const backend = await withContacts(EMAIL);
    const key = newKey();
    const refused = await disconnect(backend, key);
    expect([refused.status, refused.body.code]).to.deep.equal([401, 'OTP_REQUIRED']);
    expect(paramsOf(refused)['action']).to.equal('number.disconnect');
    const challenge = challengeOf(refused);

    const asked = await backend.call('GET', `${STEP}?challenge=${encodeURIComponent(challenge)}`, stale);
    expect(asked.body['contacts']).to.deep.equal([{ id: 'c1', channel: 'EMAIL', masked: 'o•••@example.org' }]);
    expect(asked.body['sentTo']).to.equal(null);

    const sent = await sendCode(backend, challenge);
    expect([sent.status, sent.body['sentTo'], sent.body['attemptsLeft']]).to.deep.equal([200, 'c1', 5]);
    const passed = await confirm(backend, challenge, codeOf(backend));
    expect(passed.status).to.equal(200);
    const proof = String(passed.body['proof']);

    expect(closing(backend)).to.equal(null);
    const done = await disconnect(backend, key, { headers: { 'Step-Up-Proof': proof } });
    expect(done.status).to.equal(200);
    expect(closing(backend)).to.not.equal(null);
    // A repeat of the same key needs no other code, with or without the proof.
    expect((await disconnect(backend, key)).status).to.equal(200);
    await backend.close();
  });

  it('serves one request: not another key, not another body, not another user', async () => {
    const backend = await withContacts(EMAIL);
    const key = newKey();
    const challenge = challengeOf(await disconnect(backend, key));
    await sendCode(backend, challenge);
    const { body } = await confirm(backend, challenge, codeOf(backend));
    const headers = { 'Step-Up-Proof': String(body['proof']) };
    expect((await disconnect(backend, newKey(), { headers })).body.code).to.equal('OTP_REQUIRED');
    expect((await disconnect(backend, key, { headers }, 'today')).body.code).to.equal('OTP_REQUIRED');
    expect((await disconnect(backend, key, { headers: { 'Step-Up-Proof': `${challenge}` } })).status).to.equal(401);
    expect((await backend.call('GET', `${STEP}?challenge=made-up`, stale)).body.code).to.equal('CODE_EXPIRED');
    await backend.close();
  });

  it('counts wrong codes, ends after five and after ten minutes, and sends no more than one a minute', async () => {
    const backend = await withContacts(EMAIL);
    const challenge = challengeOf(await disconnect(backend, newKey()));
    expect((await confirm(backend, challenge, '000000')).body.code).to.equal('CODE_EXPIRED');
    await sendCode(backend, challenge);
    const right = codeOf(backend);
    const wrong = right === '000000' ? '000001' : '000000';
    for (const left of ['4', '3', '2', '1', '0']) {
      const answer = await confirm(backend, challenge, wrong);
      expect([answer.status, answer.body.code, paramsOf(answer)['n']]).to.deep.equal([422, 'CODE_WRONG', left]);
    }
    expect((await confirm(backend, challenge, right)).body.code).to.equal('CODE_EXPIRED');
    const soon = await sendCode(backend, challenge);
    expect([soon.status, soon.body.code, paramsOf(soon)['sec']]).to.deep.equal([429, 'CODE_TOO_MANY', '60']);
    await backend.host.advance(new Date(backend.host.world.instant + 60_000).toISOString());
    expect((await sendCode(backend, challenge)).status).to.equal(200);
    const later = codeOf(backend);
    await backend.host.advance(new Date(backend.host.world.instant + 600_000).toISOString());
    expect((await confirm(backend, challenge, later)).body.code).to.equal('CODE_EXPIRED');
    await backend.close();
  });

  it('never sends the code to the number concerned (SIM-6), and says so when there is nowhere else', async () => {
    const backend = await withContacts('+79990000002');
    const refused = await disconnect(backend, newKey());
    expect([refused.status, refused.body.code]).to.deep.equal([401, 'REAUTH_REQUIRED']);
    expect(refused.headers.get('www-authenticate')).to.contain('insufficient_user_authentication');
    await backend.close();
  });

  it('is not asked of a user who has just signed in', async () => {
    const backend = await withContacts();
    expect((await disconnect(backend, newKey(), { fresh: true })).status).to.equal(200);
    await backend.close();
  });

  it('comes after every other refusal: nobody types a code for nothing', async () => {
    const backend = await withContacts(EMAIL);
    const own = '/v1/accounts/A1/numbers/%2B79990000001/forwarding/CFU';
    const forward = (target: string, more: object = {}) =>
      backend.call('PUT', own, { ...stale, body: { target, active: true }, ...more });
    expect((await forward('+79990000001')).body.code).to.equal('FORWARD_SELF');
    expect((await forward('112')).body.code).to.equal('FORWARD_FORBIDDEN');
    expect((await forward('+79990000002')).status).to.equal(200);
    expect((await forward('+79160000170')).body.code).to.equal('OTP_REQUIRED');
    expect((await forward('+79160000170', { user: 'techie' })).status).to.equal(403);
    await backend.close();
  });

  it('stands before a code dialled from the cabinet that leads calls away, not before one that erases', async () => {
    const backend = await withContacts(EMAIL);
    const dial = (code: string) =>
      backend.call('POST', '/v1/accounts/A1/numbers/%2B79990000001/forwarding/mmi', { ...stale, body: { code } });
    expect((await dial('**21*+79160000170#')).body.code).to.equal('OTP_REQUIRED');
    expect((await dial('##002#')).status).to.equal(200);
    await backend.close();
  });
});
