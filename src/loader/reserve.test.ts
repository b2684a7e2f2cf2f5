import { expect, fixtureCleanup } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { misfits } from '../testing/room.js';
import { reserve, roomFor } from './reserve.js';

/** What a frame of this width finds: every engine has such a one, not every engine has windows as narrow as a telephone. */
async function misfitsInFrame(width: number): Promise<unknown> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { inlineSize: `${width}px`, blockSize: '900px', border: '0' });
  document.body.append(frame);
  const { contentDocument: page, contentWindow: window } = frame;
  if (!page || !window) throw new Error('no frame');
  page.documentElement.lang = 'ru';
  const script = page.createElement('script');
  script.type = 'module';
  const found = new Promise((resolve, reject) => {
    Object.assign(window, { resolve, reject });
  });
  script.textContent = `import('${new URL('../testing/room.ts', import.meta.url).href}')
    .then(({ misfits }) => misfits()).then(resolve, (reason) => reject(new Error(String(reason))));`;
  page.head.append(script);
  const misfits = await found;
  expect(window.innerWidth).to.equal(width);
  return misfits;
}

describe('room for widgets that are not defined yet', () => {
  afterEach(() => {
    document.adoptedStyleSheets = [];
    document.body.replaceChildren();
    fixtureCleanup();
    return setViewport({ width: 800, height: 600 });
  });

  it('is as high as their skeletons, 1200 px wide', async () => {
    await setViewport({ width: 1200, height: 900 });
    expect(await misfits()).to.deep.equal([]);
  });

  it('is as high as their skeletons, 375 px wide', async () => {
    expect(await misfitsInFrame(375)).to.deep.equal([]);
  });

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
