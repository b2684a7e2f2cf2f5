import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Query } from '../core/resource/query.js';
import { defineElement } from '../core/registry/define.js';
import { page } from '../core/registry/page.js';
import { init } from '../core/session/lk.js';
import type { LkSession } from '../core/session/types.js';
import { defineMessages } from '../i18n/messages.js';
import { loadersOf } from '../testing/messages.js';
import { problem, tinyBackend, type TinyBackend, until } from '../testing/tiny-backend.js';
import { LkSessionElement } from '../widgets/session/session.js';
import { ResourceController } from './controllers/resource.js';
import { LkElement } from './element.js';

const ru = {
  total: 'Итого: {sum}',
  minutes: { one: '{count} минута', few: '{count} минуты', other: '{count} минут' },
} as const;
const en = { total: 'Total: {sum}', minutes: { one: '{count} minute', other: '{count} minutes' } } as const;
const messages = defineMessages<typeof ru>('probe', loadersOf(ru, en));

const sumOf = (account: string): Query<string> => ({
  key: `sum:${account}`,
  tags: ['sum'],
  maxAge: 0,
  load: async (client, { signal }) => {
    const { balance } = await client.get('/v1/accounts/{account}/balance', { path: { account }, signal });
    return balance?.value ?? '';
  },
});

class Probe extends LkElement<typeof ru> {
  static override readonly messages = messages;
  readonly sum = new ResourceController(this, () => this.scope && sumOf(this.scope.account));

  protected override render(): unknown {
    return this.sum.render({
      pending: () => 'pending',
      ready: (sum): TemplateResult => html`${this.t('total', { sum })}, ${this.t('minutes', { count: 3 })}`,
    });
  }
  get shown(): string {
    return this.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }
}
defineElement('lk-probe', Probe);

/** Russian texts that come when the test lets them. */
const late = (() => {
  let resolve: (module: { default: typeof ru }) => void = () => undefined;
  const promise = new Promise<{ default: typeof ru }>((done) => (resolve = done));
  return { promise, resolve };
})();

/** Derives something before it draws, as a form does what stands in its fields. */
class Deriving extends LkElement<typeof ru> {
  static override readonly messages = defineMessages<typeof ru>('deriving', {
    ...loadersOf(ru, en),
    ru: () => late.promise,
  });
  readonly sum = new ResourceController(this, () => this.scope && { ...sumOf(this.scope.account), maxAge: 60_000 });
  derived = '';

  protected override willUpdate(): void {
    if (this.texts.ready && this.sum.value) this.derived ||= this.t('total', { sum: this.sum.value });
  }
  protected override render(): unknown {
    return this.sum.render({ pending: () => 'pending', ready: () => this.derived });
  }
}
defineElement('lk-deriving', Deriving);

function backendWithSums(): TinyBackend {
  const backend = tinyBackend();
  backend.app.get('/v1/accounts/:account/balance', (c) =>
    c.json({ balance: { value: `${c.req.param('account')}.00`, currency: 'RUB' } }),
  );
  return backend;
}
const probe = async (template: TemplateResult): Promise<Probe> => {
  const root = await fixture<HTMLElement>(template);
  const found = root instanceof Probe ? root : root.querySelector('lk-probe');
  if (!(found instanceof Probe)) throw new Error('no probe');
  return found;
};

describe('finding the session', () => {
  afterEach(() => page.fallback?.dispose());

  it('takes the one set as a property and shows the first account of the user', async () => {
    const element = await probe(html`<lk-probe .session=${backendWithSums().session()}></lk-probe>`);
    await until(() => element.shown.includes('100001.00'), 'the sum');
    expect(element.shown).to.equal('Итого: 100001.00, 3 минуты');
    expect(element.matches(':state(ready)')).to.equal(true);
  });

  it('lets a widget derive what it shows, whichever comes last: the answer or the texts', async () => {
    const session = backendWithSums().session();
    // On a page in another language a widget says its own, and is drawn once more for that.
    const page = await fixture<HTMLElement>(html`<div lang="ru"><lk-deriving .session=${session}></lk-deriving></div>`);
    const element = page.querySelector<Deriving>('lk-deriving') ?? expect.fail('no widget');
    await until(() => element.sum.value !== undefined, 'the answer');
    expect(element.derived).to.equal('');
    late.resolve({ default: ru });
    await until(() => element.shadowRoot?.textContent.includes('Итого: 100001.00') === true, 'what is derived');
    const next = await fixture<Deriving>(html`<lk-deriving .session=${session}></lk-deriving>`);
    await until(() => next.shadowRoot?.textContent.includes('Итого: 100001.00') === true, 'what is derived at once');
  });

  it('waits for a session named by id that comes later', async () => {
    const element = await probe(html`<lk-probe session="later" account="7"></lk-probe>`);
    expect(element.status).to.equal('pending');
    const session = backendWithSums().session({ id: 'later' });
    await until(() => element.shown.includes('7.00'), 'the sum');
    session.dispose();
  });

  it('waits for an lk-session that is not upgraded yet, and takes no other one', async () => {
    const wrong = tinyBackend();
    init({
      apiUrl: 'http://wrong.test',
      fetchToken: async () => ({ token: 'x', expiresAt: 0 }),
      fetch: wrong.fetch,
      logoutGroup: false,
    });
    const element = await probe(
      html`<lk-session-late
        ><p><lk-probe account="5"></lk-probe></p
      ></lk-session-late>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(element.status).to.equal('pending');
    expect(wrong.requests).to.deep.equal([]);
    customElements.define('lk-session-late', class extends LkSessionElement {});
    const scope = element.closest('lk-session-late');
    if (scope instanceof LkSessionElement) scope.session = backendWithSums().session();
    await until(() => element.shown.includes('5.00'), 'the sum');
  });

  it('falls back to the default of the page, also when that comes later', async () => {
    const element = await probe(html`<lk-probe account="6"></lk-probe>`);
    expect(element.status).to.equal('pending');
    const backend = backendWithSums();
    backend.valid.add('t');
    init({
      apiUrl: 'http://backend.test',
      fetch: backend.fetch,
      logoutGroup: false,
      fetchToken: async () => ({ token: 't', expiresAt: Date.now() + 60_000 }),
    });
    await until(() => element.shown.includes('6.00'), 'the sum');
  });

  it('follows when it is moved from one lk-session to another', async () => {
    defineElement('lk-session', LkSessionElement);
    const root = await fixture<HTMLElement>(
      html`<div>
        <lk-session .session=${backendWithSums().session({ account: '1' })}><lk-probe></lk-probe></lk-session>
        <lk-session .session=${backendWithSums().session({ account: '2' })}></lk-session>
      </div>`,
    );
    const element = root.querySelector('lk-probe');
    if (!(element instanceof Probe)) throw new Error('no probe');
    await until(() => element.shown.includes('Итого: 1.00'), 'the first');
    root.lastElementChild?.append(element);
    await until(() => element.shown.includes('Итого: 2.00'), 'the second');
  });
});

describe('data of an element', () => {
  let backend: TinyBackend;
  let session: LkSession;
  beforeEach(() => {
    backend = backendWithSums();
    session = backend.session({ account: '1' });
  });
  afterEach(() => session.dispose());

  it('never shows the answer for an account that was left', async () => {
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    backend = tinyBackend();
    backend.app.get('/v1/accounts/:account/balance', async (c) => {
      if (c.req.param('account') === '1') await slow;
      return c.json({ balance: { value: `${c.req.param('account')}.00`, currency: 'RUB' } });
    });
    const element = await probe(html`<lk-probe .session=${backend.session({ account: '1' })}></lk-probe>`);
    const seen: string[] = [];
    new MutationObserver(() => seen.push(element.shown)).observe(element.renderRoot, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    await until(() => backend.requests.some((one) => one.includes('/1/')), 'the first request');
    element.account = '2';
    await until(() => element.shown.includes('2.00'), 'the second account');
    release();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(seen.filter((text) => text.includes('1.00'))).to.deep.equal([]);
  });

  it('asks once for two widgets with the same question', async () => {
    const root = await fixture<HTMLElement>(
      html`<div><lk-probe .session=${session}></lk-probe><lk-probe .session=${session}></lk-probe></div>`,
    );
    const both = [...root.querySelectorAll('lk-probe')];
    await until(() => both.every((one) => one instanceof Probe && one.shown.includes('1.00')), 'both');
    expect(backend.requests).to.deep.equal(['GET /v1/accounts/1/balance']);
  });

  it('keeps the last value after an error, says so, and tells the host without personal data', async () => {
    const events: unknown[] = [];
    session = backend.session({ account: '1', onEvent: (event) => events.push(event) });
    const element = await probe(html`<lk-probe .session=${session}></lk-probe>`);
    await until(() => element.status === 'ready', 'ready');
    backend.app.fetch = () => problem(500, 'BROKEN', { traceId: 't-1' });
    session.resources.invalidate(['sum']);
    await oneEvent(element, 'lk-error');
    expect(element.status).to.equal('stale');
    expect(element.shown).to.contain('1.00');
    expect(JSON.stringify(events)).to.contain('BROKEN').and.not.contain('/accounts/');
  });

  it('is unavailable without rights, and shows nothing of before', async () => {
    const element = await probe(html`<lk-probe .session=${session}></lk-probe>`);
    await until(() => element.status === 'ready', 'ready');
    backend.app.fetch = () => problem(403, 'FORBIDDEN');
    session.resources.invalidate(['sum']);
    await oneEvent(element, 'lk-unavailable');
    await until(() => element.shown.includes('Нет прав'), 'the sentence');
    expect(element.shown).not.to.contain('1.00');
  });

  it('forgets everything at logout', async () => {
    const element = await probe(html`<lk-probe .session=${session}></lk-probe>`);
    await until(() => element.status === 'ready', 'ready');
    session.logout();
    await until(() => element.shown.includes('Войдите снова'), 'the sentence');
    expect(element.shown).not.to.contain('1.00');
  });
});

describe('language of an element', () => {
  it('is the nearest lang, and changes without a reload', async () => {
    const session = backendWithSums().session({ account: '1' });
    session.locale = undefined;
    const root = await fixture<HTMLElement>(html`<div lang="en-GB"><lk-probe .session=${session}></lk-probe></div>`);
    const element = root.firstElementChild;
    if (!(element instanceof Probe)) throw new Error('no probe');
    await until(() => element.shown === 'Total: 1.00, 3 minutes', 'English');
    root.lang = 'ru';
    await until(() => element.shown === 'Итого: 1.00, 3 минуты', 'Russian');
    element.locale = 'en';
    await until(() => element.shown === 'Total: 1.00, 3 minutes', 'English again');
    expect(element.lang).to.equal('en');
    element.locale = undefined;
    await until(() => element.lang === '', 'no own lang');
  });

  it('takes the host’s texts', async () => {
    const session = backendWithSums().session({ account: '1' });
    session.strings = { ru: { 'probe.total': 'Всего {sum}' } };
    const element = await probe(html`<lk-probe .session=${session}></lk-probe>`);
    await until(() => element.shown === 'Всего 1.00, 3 минуты', 'the text');
  });
});

declare global {
  interface LkMessageCatalog {
    probe: typeof ru;
  }
}
