import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { POLICY } from '../operator/server.js';
import { emptyFolder, type RunningDemo, startDemo } from './demo.js';
import { openBrowser, openPage, saysSoon, soon, textOf } from './pages.js';

const BALANCE = '730,00';
const STATEMENT = '30,00';

let browser: Browser;
let demo: RunningDemo;
let folder: Awaited<ReturnType<typeof emptyFolder>>;

before(async () => {
  folder = await emptyFolder();
  [browser, demo] = await Promise.all([
    openBrowser(),
    startDemo('--port', '0', '--data', folder.path, '--world', 'branches'),
  ]);
});
after(async () => {
  await browser.close();
  await demo.interrupt();
  await folder.remove();
});

const address = (path: string) => new URL(path, demo.url).href;

/** A hostile page with its widgets shown. */
async function torture(name: string): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, address(`/torture/${name}`));
  await saysSoon(opened.page, 'lk-balance', BALANCE);
  await saysSoon(opened.page, 'lk-bills', STATEMENT);
  return opened;
}

/** How a reader sees the widgets: sizes and type of every box with text, in the order of the page. */
const looks = (page: Page) =>
  page.evaluate(() => {
    const rows: string[] = [];
    for (const widget of document.querySelectorAll('lk-balance, lk-bills')) {
      for (const element of widget.shadowRoot?.querySelectorAll('.w, h2, h3, p, b, span, button, td, th, dt, dd') ??
        []) {
        const { width, height } = element.getBoundingClientRect();
        if (width === 0) continue;
        const style = getComputedStyle(element);
        rows.push(
          [
            `${widget.localName} ${element.localName}.${element.className}`,
            `${Math.round(width)}×${Math.round(height)}`,
            style.font,
            style.color,
            style.letterSpacing,
            style.wordSpacing,
            style.textTransform,
            style.textIndent,
            style.textShadow,
            style.whiteSpace,
            style.direction,
          ].join(' | '),
        );
      }
    }
    return rows;
  });

describe('a page that', () => {
  let calm: string[];
  before(async () => {
    const { page } = await torture('calm');
    calm = await looks(page);
    expect(calm.length).to.be.greaterThan(30);
    await page.close();
  });

  for (const [name, does] of [
    ['rem', 'sets its root to 62.5 %'],
    ['unset', 'unsets everything'],
    ['shout', 'shouts, spaces its letters and colours everything'],
    ['rtl', 'runs from right to left in another language'],
    ['old', 'says no type of document'],
  ] as const) {
    it(`${does} leaves the widgets as they are elsewhere`, async () => {
      const { page, complaints } = await torture(name);
      const found = await looks(page);
      expect(found.filter((row, index) => row !== calm[index]).slice(0, 5)).to.deep.equal([]);
      expect(found.length).to.equal(calm.length);
      expect(await page.locator('#violations').innerText()).to.equal('0');
      expect(complaints).to.deep.equal([]);
      await page.close();
    });
  }

  it('wages a war of z-index has its menus above the widgets, and a widget’s question above all', async () => {
    const { page, complaints } = await torture('war');
    const at = (x: number, y: number) =>
      page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.className ?? '', [x, y] as const);
    expect(await at(640, 200)).to.equal('menu');
    await page.evaluate(() => {
      const services = document.createElement('lk-services');
      services.setAttribute('view', 'number:+74950000101');
      document.querySelector('.menu')?.remove();
      document.querySelector('#second')?.append(services);
    });
    await page.locator('lk-services').getByRole('button', { name: 'Отключить номер' }).click();
    const dialog = page.locator('lk-services').getByRole('dialog');
    await soon('the question', () => dialog.isVisible());
    const covered = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, 20)?.localName);
    expect(covered, 'its backdrop lies over the bar of the page').to.equal('lk-services');
    await dialog.getByRole('button', { name: 'Оставить' }).click();
    await soon('the end of the question', async () => !(await dialog.isVisible()));
    expect(complaints).to.deep.equal([]);
    await page.close();
  });

  it('moves widgets about and puts them back keeps what they show, and asks nothing anew', async () => {
    const { page, complaints } = await torture('calm');
    await page.locator('lk-bills').getByRole('tab', { name: 'Счета' }).click();
    await saysSoon(page, 'lk-bills', '150,00');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate(async () => {
      const [first, second] = [document.querySelector('#first'), document.querySelector('#second')];
      const widgets = [...document.querySelectorAll('lk-balance, lk-bills')];
      for (let round = 0; round < 30; round += 1) {
        for (const widget of widgets) (round % 2 === 0 ? second : first)?.prepend(widget);
        if (round % 5 === 0) await new Promise(requestAnimationFrame);
      }
      for (const widget of widgets) widget.remove();
      await new Promise((resolve) => setTimeout(resolve, 50));
      first?.append(...widgets);
    });
    expect(await saysSoon(page, 'lk-bills', '150,00')).to.contain('150,00');
    await saysSoon(page, 'lk-balance', BALANCE);
    expect(asked.filter((url) => url.includes('/v1/')).length, asked.join()).to.be.at.most(2);
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});

describe('scripts and a network that fail', () => {
  it('a loader that comes late finds its queue and the tags', async () => {
    const { page, complaints } = await openPage(browser, 'about:blank');
    let release = (): void => undefined;
    const late = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/cdn/lk.js', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto(address('/torture/calm'), { waitUntil: 'domcontentloaded' });
    await page.evaluate(() => document.querySelector('#second')?.append(document.createElement('lk-balance')));
    expect(await textOf(page, '#first lk-balance')).to.equal('');
    release();
    await saysSoon(page, '#first lk-balance', BALANCE);
    await saysSoon(page, '#second lk-balance', BALANCE);
    expect(complaints).to.deep.equal([]);
    await page.close();
  });

  it('a chunk that does not come at first is asked for under another address, and its texts too', async () => {
    const { page } = await openPage(browser, 'about:blank');
    const asked: string[] = [];
    await page.route(/chunks\/bills(\.ru)?-/, (route) => {
      const { pathname, search } = new URL(route.request().url());
      asked.push(pathname.replace(/^.*chunks\/|-.*$/g, '') + (search && '?'));
      return search ? route.continue() : route.fulfill({ status: 503, body: 'not now' });
    });
    await page.goto(address('/torture/calm'));
    await saysSoon(page, 'lk-bills', STATEMENT);
    // WebKit asks again by itself for what did not come to two who wanted it.
    expect([...new Set(asked)]).to.have.members(['bills', 'bills?', 'bills.ru', 'bills.ru?']);
    await page.close();
  });

  it('a chunk that is missing is told of, breaks nothing else, and comes when its tag appears again', async () => {
    const { page } = await openPage(browser, 'about:blank');
    let missing = true;
    await page.route('**/chunks/bills-*.js*', (route) =>
      missing ? route.fulfill({ status: 404, body: 'not here' }) : route.continue(),
    );
    await page.addInitScript(() => {
      document.addEventListener('lk-load-error', ({ detail }) =>
        document.documentElement.setAttribute('failed', detail.tag),
      );
    });
    await page.goto(address('/torture/calm'));
    await saysSoon(page, 'lk-balance', BALANCE);
    await soon('lk-load-error', async () => (await page.locator('html').getAttribute('failed')) === 'lk-bills');
    missing = false;
    await page.evaluate(() => document.querySelector('#second')?.append(document.createElement('lk-bills')));
    await saysSoon(page, '#first lk-bills', STATEMENT);
    await saysSoon(page, '#second lk-bills', STATEMENT);
    await page.close();
  });

  it('a network that goes leaves the data on screen and says so; when it is back, everything goes on by itself', async () => {
    const { page } = await torture('calm');
    const tab = (name: string) => page.locator('lk-bills').getByRole('tab', { name }).click();
    await tab('Счета');
    await saysSoon(page, 'lk-bills', '150,00');
    await tab('Текущая выписка');
    await saysSoon(page, 'lk-bills', STATEMENT);
    const status = () => page.locator('lk-bills').evaluate((bills) => Reflect.get(bills, 'status'));
    await page.context().setOffline(true);
    await soon('offline', async () => (await status()) === 'offline');
    expect(await textOf(page, 'lk-bills')).to.contain(STATEMENT);
    await tab('Платежи');
    await page.context().setOffline(false);
    await saysSoon(page, 'lk-bills', 'Платежей');
    await soon('an end of being offline', async () => (await status()) === 'empty');
    await page.close();
  });
});

describe('a page that pins every file by its hash in an import map, under the strictest policy', () => {
  /** The map as the build prints it, for a page at another address than the files. */
  const importMap = async (): Promise<string> => {
    const map = await readFile(new URL('../../dist/cdn/import-map.json', import.meta.url), 'utf8');
    return map.replaceAll('"./', '"/cdn/');
  };
  const pinned = async (texts: (search: string) => { status: number; body: string } | null) => {
    const map = await importMap();
    const allowed = createHash('sha256').update(map).digest('base64');
    const { page } = await openPage(browser, 'about:blank');
    await page.route('**/pinned', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: {
          'Content-Security-Policy': POLICY.replace("script-src 'self'", `script-src 'self' 'sha256-${allowed}'`),
        },
        body: `<!doctype html><html lang="ru"><meta charset="utf-8"><script type="importmap">${map}</script>
          <script type="module" src="/cdn/lk.js" data-api="/" data-token-url="/site/token"></script>
          <lk-balance></lk-balance><lk-bills></lk-bills>`,
      }),
    );
    await page.route(/chunks\/bills\.ru-/, (route) => {
      const answer = texts(new URL(route.request().url()).search);
      return answer ? route.fulfill({ contentType: 'text/javascript', ...answer }) : route.continue();
    });
    await page.goto(address('/pinned'));
    await saysSoon(page, 'lk-balance', BALANCE);
    return page;
  };

  it('gets a chunk that did not come by a second attempt, whose address is pinned too', async () => {
    const asked: string[] = [];
    const page = await pinned((search) => {
      asked.push(search);
      return search === '' ? { status: 503, body: '' } : null;
    });
    await saysSoon(page, 'lk-bills', STATEMENT);
    expect([...new Set(asked)]).to.deep.equal(['', '?1']);
    await page.close();
  });

  // WebKit checks what scripts import at once, and not yet what they import late.
  if (process.env.LK_ENGINE !== 'webkit') {
    it('runs nothing else that comes at either address', async () => {
      const asked: string[] = [];
      const page = await pinned((search) => {
        asked.push(search);
        return { status: 200, body: 'document.documentElement.setAttribute("bad", ""); export default {};' };
      });
      await soon('both attempts', () => Promise.resolve(asked.length === 2));
      await page.locator('lk-bills').evaluate(() => new Promise(requestAnimationFrame));
      expect(asked).to.deep.equal(['', '?1']);
      expect(await page.locator('html').getAttribute('bad')).to.equal(null);
      expect(await textOf(page, 'lk-bills')).not.to.contain(STATEMENT);
      await page.close();
    });
  }
});

describe('a page with the strictest policy', () => {
  it('is not violated by twelve elements beside one another', async () => {
    const { page, complaints } = await openPage(browser, address('/csp'));
    await saysSoon(page, 'lk-bills', STATEMENT);
    const tags = await page.evaluate(async () => {
      const shown: string[] = [];
      const names = 'services detail products topup forwarding sim sip equipment documents alerts roles cabinet';
      for (const name of names.split(' ')) {
        const element = document.createElement(`lk-${name}`);
        document.body.append(element);
        const limit = Date.now() + 60_000;
        while (!['ready', 'empty'].includes(Reflect.get(element, 'status')) && Date.now() < limit) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        shown.push(`${name} ${Reflect.get(element, 'status')}`.replace('empty', 'ready'));
      }
      return shown;
    });
    expect(tags.filter((tag) => !tag.endsWith(' ready'))).to.deep.equal([]);
    expect(tags).to.have.length(12);
    expect(await page.locator('#violations').innerText()).to.equal('0');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});
