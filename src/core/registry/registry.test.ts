import { expect, fixture, html } from '@open-wc/testing';
import { LkElement } from '../../ui/element.js';
import { oneOf } from '../../ui/one-of.js';
import { diagnose } from '../diagnose.js';
import { lk } from '../session/lk.js';
import { tinyBackend, until } from '../../testing/tiny-backend.js';
import { version } from '../version.js';
import { defineElement } from './define.js';
import { type Chapter, page, warnOnce } from './page.js';

class First extends LkElement {}
class Second extends LkElement {}

describe('registering', () => {
  it('keeps the first definition, warns once of a second one, and the page goes on', async () => {
    expect(defineElement('lk-twice', First)).to.equal(true);
    expect(defineElement('lk-twice', First)).to.equal(true);
    expect(defineElement('lk-twice', Second)).to.equal(false);
    expect(await fixture(html`<lk-twice></lk-twice>`)).to.be.instanceOf(First);
    expect(page.definitions.get('lk-twice')).to.deep.equal({ tag: 'lk-twice', version, refused: [version] });
    expect([...page.warned].filter((text) => text.includes('lk-twice')).length).to.equal(1);
  });

  it('survives a tag that another library has taken', () => {
    customElements.define('lk-foreign', class extends HTMLElement {});
    expect(defineElement('lk-foreign', First)).to.equal(false);
  });

  it('names the version of the package', async () => {
    const { version: packaged }: { version: string } = await (await fetch('/package.json')).json();
    expect(version).to.equal(packaged);
  });
});

describe('a wrong attribute', () => {
  it('is warned of once, and the element uses its fallback', async () => {
    defineElement('lk-twice', First);
    const element = await fixture<First>(html`<lk-twice view="nonsense"></lk-twice>`);
    const read = (): string => oneOf(element, 'view', element.view, ['bills', 'payments'], 'bills');
    expect([read(), read()]).to.deep.equal(['bills', 'bills']);
    element.view = 'payments';
    expect(read()).to.equal('payments');
    expect([...page.warned].filter((text) => text.includes('nonsense')).length).to.equal(1);
  });
});

describe('a warning', () => {
  it('names a chapter of the README that is there', async () => {
    const readme = await (await fetch('/README.md')).text();
    const chapters = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title.toLowerCase().replaceAll(' ', '-'),
    );
    const said: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => said.push(text);
    try {
      for (const chapter of ['elements', 'languages', 'theming'] satisfies Chapter[]) {
        warnOnce(`A mistake about ${chapter}.`, chapter);
      }
      warnOnce('A mistake about elements.');
    } finally {
      console.warn = warn;
    }
    expect(said[0]).to.equal('[lk] A mistake about elements. See lk-widgets/README.md#elements');
    expect(said.map((text) => text.split('#')[1])).to.deep.equal(['elements', 'languages', 'theming']);
    expect(chapters).to.include.members(['elements', 'languages', 'theming', 'script-tag']);
  });
});

describe('lk.diagnose()', () => {
  it('tells what is on the page, shadow roots included, and nothing personal', async () => {
    const session = tinyBackend().session({ account: '987654', id: 'diagnosed' });
    await fixture(html`<lk-twice .session=${session}></lk-twice>`);
    const shell = await fixture<HTMLElement>(html`<div></div>`);
    shell.attachShadow({ mode: 'open' }).append(document.createElement('lk-undefined'));
    const found = await lk.diagnose();
    expect(found).to.deep.equal(diagnose());
    expect(found.version).to.equal(version);
    expect(found.sessions.map(({ id, state }) => `${id} ${state}`)).to.include('diagnosed active');
    expect(found.elements.find(({ tag }) => tag === 'lk-twice')).to.include({ session: true });
    expect(found.elements.find(({ tag }) => tag === 'lk-undefined')).to.include({ status: 'undefined' });
    expect(JSON.stringify(found)).not.to.contain('987654');
    session.dispose();
  });
});

describe('a host’s look', () => {
  it('is one sheet for all elements of a session; what is not valid is left out with a warning', async () => {
    const session = tinyBackend().session({ account: '1' });
    const variables = JSON.parse(
      '{ "accent": "rebeccapurple", "radius": "4px", "text": "red; } :host { all: unset", "zzz": "1", "density": "9" }',
    );
    session.appearance = { theme: 'dark', variables };
    const root = await fixture<HTMLElement>(
      html`<div><lk-twice .session=${session}></lk-twice><lk-twice .session=${session}></lk-twice></div>`,
    );
    const [one, other] = [...root.querySelectorAll('lk-twice')];
    const value = (name: string): string => (one ? getComputedStyle(one).getPropertyValue(name) : '');
    await until(() => value('--lk-accent') !== '', 'the accent');
    expect([value('--lk-accent'), value('--lk-radius'), value('color-scheme')]).to.deep.equal([
      'rebeccapurple',
      '4px',
      'dark',
    ]);
    const reset = document.createElement('style');
    reset.textContent = '* { all: unset; }';
    document.head.append(reset);
    expect([value('--lk-accent'), value('color-scheme')]).to.deep.equal(['rebeccapurple', 'dark']);
    reset.remove();
    expect([value('--lk-text'), value('--lk-zzz'), value('--lk-density')]).to.deep.equal(['', '', '']);
    expect(one?.shadowRoot?.adoptedStyleSheets.at(-1)).to.equal(other?.shadowRoot?.adoptedStyleSheets.at(-1));
    expect([...page.warned].filter((text) => text.startsWith('appearance.')).length).to.equal(3);
    session.appearance = undefined;
    await until(() => value('--lk-accent') === '', 'no accent');
    session.dispose();
  });
});
