import { expect, fixtureCleanup } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../define/all.js';
import { createSession } from '../core/session/session.js';
import { LkElement } from '../ui/element.js';
import { reserve, roomFor } from './reserve.js';

const TAGS =
  'balance bills services detail topup forwarding sim sip equipment products documents alerts roles cabinet'.split(' ');

describe('room for widgets that are not defined yet', () => {
  // Answers never come: every widget shows its skeleton.
  const session = createSession({
    apiUrl: location.origin,
    account: '1',
    locale: 'ru',
    logoutGroup: false,
    fetchToken: () => new Promise(() => undefined),
  });
  after(() => session.dispose());
  afterEach(() => {
    document.adoptedStyleSheets = [];
    document.body.replaceChildren();
    fixtureCleanup();
    return setViewport({ width: 800, height: 600 });
  });

  for (const width of [1200, 375]) {
    it(`is as high as their skeletons, ${width} px wide`, async () => {
      await setViewport({ width, height: 900 });
      document.body.style.margin = '0';
      // The same rules for tags that nobody ever defines.
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(roomFor('un-'));
      document.adoptedStyleSheets = [sheet];
      const off: string[] = [];
      for (const tag of TAGS) {
        const widget = document.createElement(`lk-${tag}`);
        const room = document.createElement(`un-${tag}`);
        if (!(widget instanceof LkElement)) throw new Error(`lk-${tag} is no widget`);
        widget.session = session;
        document.body.append(widget, room);
        while (!widget.texts.ready) await new Promise((resolve) => setTimeout(resolve));
        await widget.updateComplete;
        const [skeleton, reserved] = [widget.offsetHeight, room.offsetHeight];
        if (Math.abs(skeleton - reserved) > 4) off.push(`${tag}: skeleton ${skeleton}, reserved ${reserved}`);
        widget.remove();
      }
      expect(off).to.deep.equal([]);
    });
  }

  it('ends with their definition, gives way to any rule of the page, and is nothing for what is hidden', () => {
    reserve(document);
    const box = document.createElement('div');
    document.body.append(box);
    const shown = (tag: string, attribute?: string) => {
      const element = document.createElement(tag);
      if (attribute) element.toggleAttribute(attribute);
      box.append(element);
      return { height: element.offsetHeight, display: getComputedStyle(element).display };
    };
    expect(shown('lk-balance').height).to.be.below(120);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(roomFor('un-'));
    document.adoptedStyleSheets = [sheet];
    expect(shown('un-balance')).to.deep.equal({ height: 122, display: 'block' });
    expect(shown('un-balance', 'hidden').display).to.equal('none');
    const page = document.createElement('style');
    page.textContent = 'un-balance { display: inline-block; min-block-size: 10px }';
    box.append(page);
    expect(shown('un-balance')).to.deep.equal({ height: 10, display: 'inline-block' });
  });
});
