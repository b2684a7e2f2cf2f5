import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { buildHosts, OTHER_VERSION } from '../../scripts/hosts.mjs';
import { version } from '../../src/core/version.js';
import { emptyFolder, type RunningDemo, startDemo } from './demo.js';
import { openBrowser, openPage, saysSoon, soon } from './pages.js';

/** Two accounts of one owner, see `world-branches.json`: balance and current statement of each. */
const MOSCOW = { account: '300101', balance: '730,00', statement: '30,00' };
const PETERSBURG = { account: '300102', balance: '1 745,00', statement: '60,00' };

let browser: Browser;
let demo: RunningDemo;
let folder: Awaited<ReturnType<typeof emptyFolder>>;

before(async () => {
  folder = await emptyFolder();
  await buildHosts();
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

const open = (path: string) => openPage(browser, new URL(path, demo.url).href);

/** What the copies of the SDK still hold on the page: callbacks and sessions. */
const leftovers = (page: Page) =>
  page.evaluate(() => {
    const shared = Reflect.get(globalThis, Symbol.for('lk:page@1'));
    return {
      elements: document.querySelectorAll('lk-session, lk-balance, lk-bills').length,
      listeners: shared.listeners.size,
      sessions: shared.sessions.size,
      fallback: shared.fallback,
    };
  });

for (const [path, host] of [
  ['/plain/', 'a page without a build'],
  ['/react/', 'React 19'],
  ['/vue/', 'Vue 3'],
] as const) {
  describe(`${host}, with the packed package`, () => {
    it('shows bills, switches the account, hears events, hands over an object, and leaves nothing behind', async () => {
      const { page, complaints } = await open(path);
      await saysSoon(page, 'lk-bills', MOSCOW.statement);
      await saysSoon(page, 'lk-balance', MOSCOW.balance);
      await soon('the accent of the object', () =>
        page.locator('lk-bills').evaluate((bills) => {
          return getComputedStyle(bills).getPropertyValue('--lk-accent') === '#7a1f5c';
        }),
      );

      await page.getByRole('combobox').selectOption(PETERSBURG.account);
      await saysSoon(page, 'lk-bills', PETERSBURG.statement);
      await saysSoon(page, 'lk-balance', PETERSBURG.balance);

      const told = page.locator('output').first();
      await page.locator('lk-bills').getByRole('tab', { name: 'Счета' }).click();
      await soon('lk-navigate', async () => (await told.innerText()) === 'bills bills');
      await page.locator('lk-balance').getByRole('button', { name: 'Пополнить' }).click();
      await soon('lk-topup-requested', async () => (await told.innerText()).startsWith('topup'));

      await page.getByRole('button', { name: 'Убрать' }).click();
      await soon('the end of the session', async () => (await leftovers(page)).listeners === 0);
      expect(await leftovers(page)).to.deep.equal({ elements: 0, listeners: 0, sessions: 0, fallback: null });
      expect(complaints).to.deep.equal([]);
      await page.close();
    });
  });
}

describe('a frame in a sandbox', () => {
  it('of nobody’s origin shows the bills with a token that the page around it hands over', async () => {
    const { page, complaints } = await open('/iframe/');
    const frame = page.frameLocator('iframe');
    await saysSoon(frame, 'lk-bills', MOSCOW.statement);
    expect(await frame.locator('body').evaluate(() => self.origin)).to.equal('null');
    expect(await page.locator('output').innerText()).to.equal('loaded');
    await frame.locator('lk-bills').getByRole('tab', { name: 'Счета' }).click();
    await saysSoon(frame, 'lk-bills', '150,00');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});

describe('two versions of the SDK on one page', () => {
  it('share one session, one token and one cache; the first definition of a tag stays', async () => {
    const requests: string[] = [];
    const { page, complaints } = await openPage(browser, 'about:blank');
    page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.goto(new URL('/two-versions/', demo.url).href);
    await saysSoon(page, 'lk-balance', MOSCOW.balance);
    await saysSoon(page, 'lk-bills', MOSCOW.statement);
    expect(requests.filter((request) => request === 'POST /site/token')).to.have.length(1);
    expect(requests.filter((request) => request === 'GET /v1/accounts')).to.have.length(1);
    await page.waitForFunction(() => 'diagnose' in window);
    const found = await page.evaluate(async () => {
      const { definitions, elements } = await Reflect.get(window, 'diagnose')();
      return { definitions, elements };
    });
    expect(found.definitions).to.have.deep.members([
      { tag: 'lk-session', version, refused: [OTHER_VERSION] },
      { tag: 'lk-balance', version, refused: [] },
      { tag: 'lk-bills', version: OTHER_VERSION, refused: [] },
    ]);
    expect(complaints).to.have.length(1);
    expect(complaints[0]).to.contain('<lk-session> is already defined');
    await page.close();
  });
});
