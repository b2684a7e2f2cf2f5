import { expect } from '@open-wc/testing';
import type { LkSession } from '../core/session/types.js';
import { Autoload } from './autoload.js';
import { type MessageSet } from '../i18n/messages.js';
import { configOfPage, type PageConfig, problemOf } from './config.js';
import { define, diagnose, open } from './page.js';
import type { LkLoader, LoaderParts } from './start.js';
import { start } from './start.js';

/** A turn of the event loop: mutation observers and settled imports have run. */
const turn = () => new Promise((resolve) => setTimeout(resolve));

const place = document.createElement('div');
document.body.append(place);
afterEach(() => place.replaceChildren());

const script = (attributes: Record<string, string>) => {
  const element = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

function autoload(widgets: Record<string, () => Promise<unknown>>) {
  const failed: string[] = [];
  const loader = new Autoload({
    widgets,
    besides: () => Promise.resolve(),
    define: () => Promise.resolve(),
    failed: (tag) => failed.push(tag),
  });
  loader.observe(document);
  return { loader, failed };
}

describe('the loader watching a page', () => {
  it('loads a widget when its tag appears, once, however deep and often', async () => {
    let loads = 0;
    autoload({ 'lk-a': async () => (loads += 1) });
    await turn();
    expect(loads).to.equal(0);
    const section = document.createElement('section');
    section.append(document.createElement('lk-a'), document.createElement('lk-a'));
    place.append(section);
    await turn();
    place.append(document.createElement('lk-a'));
    await turn();
    expect(loads).to.equal(1);
  });

  it('loads nothing that is not on its list', async () => {
    const { loader } = autoload({ 'lk-a': async () => undefined });
    place.append(document.createElement('lk-constructor'), document.createElement('to-string'));
    await turn();
    expect(await loader.load('toString')).to.equal(false);
    expect(await loader.load('lk-b')).to.equal(false);
    expect(await loader.load('lk-a')).to.equal(true);
  });

  it('looks into a shadow root when it is told of it', async () => {
    let loads = 0;
    const { loader } = autoload({ 'lk-a': async () => (loads += 1) });
    const root = document.createElement('div').attachShadow({ mode: 'closed' });
    place.append(root.host);
    root.append(document.createElement('lk-a'));
    await turn();
    expect(loads).to.equal(0);
    loader.observe(root);
    await turn();
    expect(loads).to.equal(1);
  });

  it('asks twice for a script, reports once that it does not come, and goes on at the next appearance and with the network', async () => {
    let attempts = 0;
    let online = false;
    const { failed } = autoload({
      'lk-a': async () => {
        attempts += 1;
        if (!online) throw new TypeError('Failed to fetch dynamically imported module');
      },
    });
    place.append(document.createElement('lk-a'));
    await turn();
    place.append(document.createElement('lk-a'));
    await turn();
    expect([attempts, failed.length]).to.deep.equal([4, 1]);
    online = true;
    dispatchEvent(new Event('online'));
    await turn();
    place.append(document.createElement('lk-a'));
    await turn();
    expect([attempts, failed.length]).to.deep.equal([5, 1]);
  });
});

describe('the loader on a page without a network', () => {
  it('asks for nothing, because browsers remember what did not come, and loads when the network is back', async () => {
    let attempts = 0;
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    const { failed } = autoload({ 'lk-a': async () => (attempts += 1) });
    place.append(document.createElement('lk-a'));
    await turn();
    Reflect.deleteProperty(navigator, 'onLine');
    expect([attempts, failed]).to.deep.equal([0, ['lk-a']]);
    dispatchEvent(new Event('online'));
    await turn();
    expect(attempts).to.equal(1);
  });
});

describe('an element that has come', () => {
  /** A widget's texts, and how they come. */
  function texts(): { messages: MessageSet; come: () => void; fail: () => void } {
    let come = (): void => undefined;
    let fail = (): void => undefined;
    const load = new Promise<Record<string, string>>((resolve, reject) => {
      come = () => resolve({});
      fail = () => reject(new TypeError('Failed to fetch dynamically imported module'));
    });
    return { messages: { widget: 'x', peek: () => null, load: () => load }, come, fail };
  }

  it('is registered with its texts, which are asked for in the language of the page', async () => {
    const { messages, come } = texts();
    class Element extends HTMLElement {
      static messages = messages;
    }
    const asked: string[] = [];
    document.documentElement.lang = 'hu-HU';
    delete window.lk;
    start({
      version: '1.2.3',
      widgets: { 'lk-with-texts': () => Promise.resolve({ other: 1, Element }) },
      page: () => import('./page.js'),
      texts: (tag, language) => void asked.push(tag, language),
      script: null,
    });
    place.append(document.createElement('lk-with-texts'));
    await turn();
    expect([asked.join(' '), customElements.get('lk-with-texts')]).to.deep.equal(['lk-with-texts hu', undefined]);
    come();
    await customElements.whenDefined('lk-with-texts');
    document.documentElement.removeAttribute('lang');
  });

  it('is registered without them when they fail, or are long in coming', async () => {
    const [failing, slow] = [texts(), texts()];
    failing.fail();
    await define(
      'lk-without-texts',
      {
        E: class extends HTMLElement {
          static messages = failing.messages;
        },
      },
      'ru',
    );
    expect(customElements.get('lk-without-texts')).not.to.equal(undefined);
    void define(
      'lk-slow-texts',
      {
        E: class extends HTMLElement {
          static messages = slow.messages;
        },
      },
      'ru',
    );
    await customElements.whenDefined('lk-slow-texts');
  });
});

describe('the configuration of a page', () => {
  it('comes from the attributes of the loader’s tag, which win over a JSON block', () => {
    const block = script({ type: 'application/json', 'data-lk': '' });
    block.textContent = '{"apiUrl": "https://a.example", "locale": "en", "tokenUrl": "/t"}';
    place.append(block);
    const config = configOfPage(script({ 'data-api': 'https://b.example', 'data-theme': 'dark' }));
    expect(config).to.deep.equal({ apiUrl: 'https://b.example', locale: 'en', tokenUrl: '/t', theme: 'dark' });
  });

  it('is nothing on a page that says nothing', () => {
    expect(configOfPage(script({ src: 'lk.js' }))).to.equal(null);
    expect(configOfPage(null)).to.equal(null);
  });

  it('names what is missing', () => {
    expect(problemOf({ tokenUrl: '/t' })).to.match(/data-api/);
    expect(problemOf({ apiUrl: 'http://[', tokenUrl: '/t' })).to.match(/data-api/);
    expect(problemOf({ apiUrl: '/' })).to.match(/data-token-url/);
    expect(problemOf({ apiUrl: '/', tokenUrl: '/t' })).to.equal(null);
    expect(problemOf('yes')).to.match(/object/);
  });
});

describe('window.lk', () => {
  const configs: PageConfig[] = [];
  const page: LoaderParts['page'] = () =>
    Promise.resolve({
      define,
      diagnose,
      open: (config) => {
        configs.push(config);
        return open(config);
      },
    });
  const parts = (more: Partial<LoaderParts> = {}): LoaderParts => ({
    version: '1.2.3',
    widgets: {},
    page,
    script: null,
    ...more,
  });
  const loaded = (): LkLoader => {
    const { lk } = window;
    if (!lk || Array.isArray(lk)) throw new Error('the loader did not start');
    return lk;
  };
  const fetchToken = () => Promise.reject(new Error('not asked'));

  beforeEach(() => {
    configs.length = 0;
    delete window.lk;
  });

  it('opens the session of the markup when the first widget needs it, not before', async () => {
    start(parts({ script: script({ 'data-api': '/', 'data-token-url': '/t' }), widgets: { 'lk-a': async () => 1 } }));
    await turn();
    expect(configs).to.deep.equal([]);
    place.append(document.createElement('lk-a'));
    await turn();
    place.append(document.createElement('lk-a'));
    await turn();
    expect(configs).to.deep.equal([{ apiUrl: '/', tokenUrl: '/t' }]);
  });

  it('answers what was queued before the script came, and what is pushed later', async () => {
    const seen: string[] = [];
    window.lk = [['init', { apiUrl: '/', fetchToken }], (lk) => seen.push(lk.version)];
    start(parts({ widgets: { 'lk-a': async () => seen.push('lk-a') } }));
    loaded().push(['load', 'lk-a']);
    await turn();
    expect(seen).to.deep.equal(['1.2.3', 'lk-a']);
    expect(configs).to.deep.equal([{ apiUrl: '/', fetchToken }]);
  });

  it('opens a session at once for a program, and ends it', async () => {
    start(parts());
    const session: LkSession = await loaded().init({ apiUrl: '/api', fetchToken, theme: 'dark' });
    expect(session.apiUrl).to.equal(`${location.origin}/api`);
    expect(session.appearance).to.deep.equal({ theme: 'dark' });
    await loaded().logout();
    expect(session.state).to.equal('closed');
  });

  it('tells a program what is missing', async () => {
    start(parts());
    const wrong = JSON.parse('{"apiUrl": "/"}');
    const said = await loaded()
      .init(wrong)
      .catch((error: Error) => error.message);
    expect(said).to.match(/data-token-url/);
  });

  it('stays with the first copy of the loader', () => {
    start(parts());
    const first = window.lk;
    start(parts({ version: '2.0.0' }));
    expect(window.lk).to.equal(first);
  });
});
