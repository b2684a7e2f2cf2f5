import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { page } from '../../core/registry/page.js';
import { defineElement } from '../../core/registry/define.js';
import type { Token } from '../../core/session/types.js';
import { tinyBackend, type TinyBackend, until } from '../../testing/tiny-backend.js';
import { LkElement } from '../../ui/element.js';
import { LkSessionElement } from './session.js';

class Sees extends LkElement {
  get seen() {
    return this.scoped;
  }
}
defineElement('lk-session', LkSessionElement);
defineElement('lk-sees', Sees);

const inside = async (root: Element): Promise<Sees> => {
  const element = root.querySelector('lk-sees');
  if (!(element instanceof Sees)) throw new Error('no element');
  await element.updateComplete;
  return element;
};

describe('lk-session', () => {
  let backend: TinyBackend;
  let asked: Request[];
  const real = window.fetch;

  /** The host's own server gives tokens at `/token`; everything else is the backend. */
  const serve = (answer: () => Response | Token): void => {
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).pathname !== '/token') return backend.fetch(request);
      asked.push(request);
      const given = answer();
      return given instanceof Response ? given : Response.json(given);
    };
  };
  beforeEach(() => {
    backend = tinyBackend();
    backend.valid.add('t');
    asked = [];
    serve(() => ({ token: 't', expiresAt: new Date(Date.now() + 900_000).toISOString() }));
  });
  afterEach(() => {
    window.fetch = real;
  });
  const fromAttributes = (): Promise<LkSessionElement> =>
    fixture<LkSessionElement>(html`
      <lk-session id="main" api-url="http://backend.test/" token-url="/token" account="7" locale="en" theme="dark">
        <lk-sees></lk-sees>
      </lk-session>
    `);

  it('makes a session of its attributes for the widgets inside and, by its id, for those elsewhere', async () => {
    const element = await fromAttributes();
    const seen = await inside(element);
    await until(() => seen.seen.scope !== null, 'the scope');
    expect(seen.seen.scope).to.include({ session: element.session, account: '7', locale: 'en' });
    expect(element.session?.appearance).to.deep.equal({ theme: 'dark' });
    const outside = await fixture<Sees>(html`<lk-sees session="main"></lk-sees>`);
    await until(() => outside.seen.session === element.session, 'the session by id');
  });

  it('asks the host’s own server by POST, with the page’s cookies and nothing in the address', async () => {
    const element = await fromAttributes();
    await element.session?.client.get('/v1/accounts', {});
    expect(asked.length).to.equal(1);
    expect(asked[0]).to.include({ method: 'POST', credentials: 'same-origin', url: `${location.origin}/token` });
    expect(await asked[0]?.json()).to.deep.equal({ reason: 'initial', account: '7' });
  });

  it('has expired when that server says that nobody is signed in, and tells the host once', async () => {
    serve(() => new Response('', { status: 401 }));
    const element = await fromAttributes();
    let times = 0;
    element.addEventListener('lk-expired', () => times++);
    await element.session?.client.get('/v1/accounts', {}).catch(() => undefined);
    await element.session?.client.get('/v1/accounts', {}).catch(() => undefined);
    expect(times).to.equal(1);
    expect(element.session?.state).to.equal('expired');
  });

  it('has not expired when that server is out of order or answers nonsense', async () => {
    for (const broken of [
      new Response('', { status: 500 }),
      new Response('<html>', { status: 200 }),
      Response.json({}),
    ]) {
      serve(() => broken.clone());
      const element = await fromAttributes();
      const error = await element.session?.client.get('/v1/accounts', {}).catch((reason: unknown) => reason);
      expect(error).to.include({ kind: 'problem', code: 'TOKEN_ENDPOINT' });
      expect(element.session?.state).to.equal('active');
    }
  });

  it('passes on what changes: account, language, theme', async () => {
    const element = await fromAttributes();
    const seen = await inside(element);
    element.account = '8';
    element.locale = 'ru';
    element.theme = 'light';
    await until(() => seen.seen.scope?.account === '8', 'the account');
    expect(seen.seen.scope?.locale).to.equal('ru');
    expect(element.session?.appearance?.theme).to.equal('light');
    element.removeAttribute('account');
    await until(() => seen.seen.scope?.account === '100001', 'the first account');
  });

  it('warns of wrong values and stays usable', async () => {
    const element = await fixture<LkSessionElement>(html`
      <lk-session api-url="http://[" token-url="/token" locale="klingon" theme="pink"><lk-sees></lk-sees></lk-session>
    `);
    expect(element.session).to.equal(null);
    element.apiUrl = 'http://backend.test';
    await element.updateComplete;
    expect(element.session?.state).to.equal('active');
    expect([...page.warned].filter((text) => /klingon|pink|http:\/\/\[/.test(text)).length).to.equal(3);
  });

  it('leaves a session given by property as its maker set it, and never ends it', async () => {
    const session = backend.session({ account: '5' });
    const element = await fixture<LkSessionElement>(
      html`<lk-session .session=${session}><lk-sees></lk-sees></lk-session>`,
    );
    const seen = await inside(element);
    await until(() => seen.seen.scope?.account === '5', 'the scope');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.state).to.equal('active');
    session.dispose();
  });

  it('keeps its session when it is moved, ends it when it is gone, and makes another when it comes back', async () => {
    const element = await fromAttributes();
    const parent = element.parentElement;
    const { session } = element;
    parent?.prepend(element);
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.session).to.equal(session);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(session?.state).to.equal('closed');
    expect(page.sessions.has('main')).to.equal(false);
    parent?.append(element);
    await element.updateComplete;
    expect(element.session?.state).to.equal('active');
    expect(element.session).not.to.equal(session);
  });

  it('tells the host of a logout', async () => {
    const element = await fromAttributes();
    setTimeout(() => element.session?.logout());
    await oneEvent(element, 'lk-logout');
  });

  it('does not disturb the layout of the page', async () => {
    expect(getComputedStyle(await fromAttributes()).display).to.equal('contents');
  });
});
