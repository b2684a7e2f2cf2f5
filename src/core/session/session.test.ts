import { expect } from '@open-wc/testing';
import { LkError } from '../../api/errors.js';
import { problem, tinyBackend, until } from '../../testing/tiny-backend.js';
import { createSession } from './session.js';
import type { LkSession, Token, TokenReason } from './types.js';

const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: unknown) => (error instanceof LkError ? `${error.kind} ${error.code}` : String(error)),
  );
const ask = (session: LkSession) => session.client.get('/v1/accounts', {});

describe('token of a session', () => {
  it('is fetched once for any number of requests at once', async () => {
    const backend = tinyBackend();
    const session = backend.session();
    await Promise.all([ask(session), ask(session), ask(session)]);
    expect(backend.tokens).to.deep.equal(['initial']);
  });

  it('is not fetched before somebody asks for something', () => {
    const backend = tinyBackend();
    backend.session();
    expect(backend.tokens).to.deep.equal([]);
  });

  it('is renewed in the background shortly before it expires, without holding anybody up', async () => {
    const backend = tinyBackend();
    const reasons: TokenReason[] = [];
    let now = Date.now();
    const clock = Date.now;
    Date.now = () => now;
    try {
      const session = backend.session({
        fetchToken: async ({ reason }) => {
          reasons.push(reason);
          backend.valid.add(`t${reasons.length}`);
          return { token: `t${reasons.length}`, expiresAt: now + 100_000 };
        },
      });
      await ask(session);
      now += 70_000;
      await ask(session);
      expect(reasons).to.deep.equal(['initial']);
      now += 25_000;
      await Promise.all([ask(session), ask(session)]);
      expect(reasons).to.deep.equal(['initial', 'expiring']);
      await ask(session);
      expect(reasons.length).to.equal(2);
    } finally {
      Date.now = clock;
    }
  });

  it('is used for a while even if the visitor’s clock says that it has expired long ago', async () => {
    const backend = tinyBackend();
    let count = 0;
    const session = backend.session({
      fetchToken: async () => {
        backend.valid.add(`t${++count}`);
        return { token: `t${count}`, expiresAt: '2020-01-01T00:00:00Z' };
      },
    });
    await ask(session);
    await ask(session);
    expect(count).to.equal(1);
  });

  it('is replaced after a refusal, once for all, and each request is sent once more', async () => {
    const backend = tinyBackend();
    const session = backend.session();
    await ask(session);
    backend.valid.clear();
    expect(await Promise.all([outcome(ask(session)), outcome(ask(session)), outcome(ask(session))])).to.deep.equal([
      'ok',
      'ok',
      'ok',
    ]);
    expect(backend.tokens).to.deep.equal(['initial', 'rejected']);
    expect(backend.requests.length).to.equal(1 + 6);
  });

  it('refused again ends in "expired"; data stay, and the session goes on after renew()', async () => {
    const backend = tinyBackend();
    let good = false;
    const session = backend.session({
      fetchToken: async () => {
        if (good) backend.valid.add('good');
        return { token: good ? 'good' : 'bad', expiresAt: Date.now() + 60_000 };
      },
    });
    const states: string[] = [];
    session.subscribe(() => states.push(session.state));
    expect(await outcome(ask(session))).to.equal('expired EXPIRED');
    expect(backend.requests.length).to.equal(2);
    expect(states).to.deep.equal(['expired']);
    good = true;
    session.renew();
    expect(await outcome(ask(session))).to.equal('ok');
    expect(states).to.deep.equal(['expired', 'active']);
  });

  it('that is accepted again, after a sign-in in another tab, revives the session by itself', async () => {
    const backend = tinyBackend();
    let signedIn = false;
    const session = backend.session({
      fetchToken: async () => {
        if (!signedIn) throw new Error('not signed in');
        backend.valid.add('good');
        return { token: 'good', expiresAt: Date.now() + 60_000 };
      },
    });
    await outcome(ask(session));
    expect(session.state).to.equal('expired');
    signedIn = true;
    expect(await outcome(ask(session))).to.equal('ok');
    expect(session.state).to.equal('active');
  });

  it('is not replaced when the backend asks for another step of the user', async () => {
    const backend = tinyBackend();
    backend.app.get('/v1/me', () => problem(401, 'OTP_REQUIRED'));
    const session = backend.session();
    expect(await outcome(session.client.get('/v1/me', {}))).to.equal('problem OTP_REQUIRED');
    expect(backend.tokens).to.deep.equal(['initial']);
    expect(session.state).to.equal('active');
  });

  it('that the host refuses expires the session; a host that cannot be reached does not', async () => {
    const refused = tinyBackend().session({ fetchToken: () => Promise.reject(new Error('not signed in')) });
    expect(await outcome(ask(refused))).to.equal('expired EXPIRED');
    expect(refused.state).to.equal('expired');
    const offline = tinyBackend().session({ fetchToken: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect(await outcome(ask(offline))).to.equal('network NETWORK');
    expect(offline.state).to.equal('active');
  });

  it('never stands in storage or in the page', async () => {
    const backend = tinyBackend();
    const session = backend.session();
    await ask(session);
    const everything = JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      document.documentElement.outerHTML,
    ]);
    expect(everything).not.to.contain('token-1');
    expect(JSON.stringify(session)).not.to.contain('token-1');
  });
});

describe('logout', () => {
  it('ends what is under way, forgets the answers and asks nothing more', async () => {
    const backend = tinyBackend();
    backend.app.get('/v1/me', () => new Promise<Response>(() => undefined));
    const session = backend.session({ account: '1' });
    await ask(session);
    const hanging = outcome(session.client.get('/v1/me', {}));
    await until(() => backend.requests.includes('GET /v1/me'), 'the request');
    session.logout();
    expect(await hanging).to.equal('aborted ABORTED');
    expect(session.account).to.equal(undefined);
    expect(await outcome(ask(session))).to.equal('aborted ABORTED');
    expect(backend.requests.length).to.equal(2);
  });

  it('drops a token that comes too late', async () => {
    let give = (_: Token): void => undefined;
    const backend = tinyBackend();
    const session = backend.session({ fetchToken: () => new Promise((resolve) => (give = resolve)) });
    const waiting = outcome(ask(session));
    await until(() => give.length === 1, 'the question for a token');
    session.logout();
    give({ token: 'late', expiresAt: Date.now() + 60_000 });
    expect(await waiting).to.equal('aborted ABORTED');
    expect(backend.requests).to.deep.equal([]);
  });

  it('in one tab ends the sessions of the same group in the others, and no other', async () => {
    const make = (logoutGroup: string) => tinyBackend().session({ logoutGroup });
    const [one, other, foreign] = [make('a'), make('a'), make('b')];
    one.logout();
    await until(() => other.state === 'closed', 'the other tab');
    expect(foreign.state).to.equal('active');
    foreign.dispose();
  });
});

describe('making a session', () => {
  it('refuses what only a mistake in the program can bring', () => {
    const fetchToken = async (): Promise<Token> => ({ token: 't', expiresAt: 0 });
    expect(() => createSession({ apiUrl: 'http://[', fetchToken })).to.throw(TypeError);
  });

  it('tells the host of errors without what is personal in them', () => {
    const told: string[] = [];
    const session = tinyBackend().session({
      onError: (error, context) => told.push(`${error.message} ${JSON.stringify(error)} ${JSON.stringify(context)}`),
    });
    const params = { amount: '987.65' };
    const fields = [{ field: 'target', code: 'INVALID', message: '+79990000102' }];
    const error = new LkError({
      kind: 'problem',
      code: 'LIMIT',
      status: 422,
      traceId: 't-1',
      detail: '987.65',
      params,
      fields,
    });
    session.reportError(error, { element: 'lk-topup', subject: 'topup' });
    expect(told).to.have.length(1);
    expect(told[0]).to.contain('LIMIT').and.contain('t-1').and.contain('target').and.contain('lk-topup');
    expect(told[0]).not.to.match(/987|9990000102/);
    session.dispose();
  });

  it('survives a host’s callback that throws', async () => {
    const backend = tinyBackend();
    const seen: unknown[] = [];
    const report = globalThis.reportError;
    globalThis.reportError = (error: unknown) => seen.push(error);
    const session = backend.session({
      onEvent: () => {
        throw new Error('host');
      },
    });
    session.report({ name: 'loaded' });
    expect(await outcome(ask(session))).to.equal('ok');
    globalThis.reportError = report;
    expect(seen.join()).to.contain('host');
  });
});
