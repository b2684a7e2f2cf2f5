import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { emptyFolder, expectations, inRussian, type RunningDemo, startDemo } from './demo.js';
import { openBrowser, openPage, saysSoon, textOf } from './pages.js';

let browser: Browser;
let demo: RunningDemo;
let folder: Awaited<ReturnType<typeof emptyFolder>>;

before(async () => {
  folder = await emptyFolder();
  [browser, demo] = await Promise.all([openBrowser(), startDemo('--port', '0', '--data', folder.path)]);
});
after(async () => {
  await browser.close();
  await demo.interrupt();
  await folder.remove();
});

describe('the operator’s page', () => {
  it('shows the balance and the current statement of the demo world, number by number', async () => {
    const world = await expectations();
    const statement = world.find(({ get }) => get === 'statement')?.is;
    const { page, complaints } = await openPage(browser, demo.url);
    const text = await saysSoon(page, 'lk-bills', inRussian(statement?.total ?? ''));
    expect(statement?.blocks).to.have.length(6);
    for (const { subtotal } of statement?.blocks ?? []) expect(text).to.contain(inRussian(subtotal));
    const balance = world.find(({ get }) => get === 'balance')?.is.balance ?? '';
    await saysSoon(page, 'lk-balance', inRussian(balance));
    expect(complaints).to.deep.equal([]);
    await page.close();
  });

  it('shows the three bills and the whole of one', async () => {
    const bills = (await expectations()).filter(({ get }) => get === 'bill');
    expect(bills).to.have.length(3);
    const { page, complaints } = await openPage(browser, demo.url);
    await page.locator('lk-bills').getByRole('tab', { name: 'Счета' }).click();
    const list = await saysSoon(page, 'lk-bills', inRussian(bills[0]?.is.total ?? ''));
    for (const { is } of bills) {
      expect(list).to.contain(inRussian(is.total ?? ''));
      expect(list).to.contain(inRussian(is.closing ?? ''));
    }
    await page.locator('lk-bills').getByText('Октябрь', { exact: true }).click();
    const october = bills.find(({ month }) => month === '2026-10')?.is;
    const card = await saysSoon(page, 'lk-bills', '202611-0001');
    expect(card).to.contain(inRussian(october?.total ?? ''));
    for (const { subtotal } of october?.blocks ?? []) expect(card).to.contain(inRussian(subtotal));
    expect(complaints).to.deep.equal([]);
    await page.close();
  });

  it('changes the language of the page and of the widgets at once', async () => {
    const { page } = await openPage(browser, demo.url);
    await saysSoon(page, 'lk-bills', 'Текущая выписка');
    await page.getByRole('button', { name: 'Eng' }).click();
    await saysSoon(page, 'lk-bills', /Current statement/i);
    expect(await page.locator('h1').innerText()).to.equal('My account');
    await page.close();
  });

  it('gives an accountant money but the manager none', async () => {
    const { page } = await openPage(browser, demo.url);
    await saysSoon(page, 'lk-balance', '3 151,38');
    await page.locator('#user').selectOption('menedzher');
    await page.waitForLoadState();
    await saysSoon(page, 'lk-balance', /нет доступа/i);
    expect(await textOf(page, 'lk-balance')).not.to.contain('3 151,38');
    await page.locator('#user').selectOption('buhgalter');
    await page.waitForLoadState();
    await saysSoon(page, 'lk-balance', '3 151,38');
    await page.close();
  });

  // A window of WebKitGTK is never narrower than 447 px, and the page does not let itself be framed.
  if (process.env.LK_ENGINE !== 'webkit') {
    it('fits a phone: nothing scrolls sideways at 360 and at 320 px', async () => {
      for (const width of [360, 320]) {
        const { page } = await openPage(browser, demo.url, { width });
        await saysSoon(page, 'lk-bills', '4 256,12');
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(beyond, `${width} px`).to.be.at.most(0);
        await page.close();
      }
    });
  }
});

describe('the page with the whole cabinet', () => {
  it('keeps the place in the address, there and back', async () => {
    const { page, complaints } = await openPage(browser, new URL('/cabinet?view=bills', demo.url).href);
    await saysSoon(page, 'lk-cabinet lk-bills', '4 256,12');
    await page.locator('lk-cabinet').getByRole('tab', { name: 'Платежи' }).click();
    await page.waitForURL(/view=bills.*payments/);
    await page.goBack();
    await saysSoon(page, 'lk-cabinet lk-bills', '4 256,12');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});

describe('a page of another origin', () => {
  it('shows the bills with one script and one tag, on a token of its own server', async () => {
    const site: { partner: string } = await (await fetch(new URL('/site/me', demo.url))).json();
    expect(new URL(site.partner).origin).not.to.equal(new URL(demo.url).origin);
    const { page, complaints } = await openPage(browser, site.partner);
    await saysSoon(page, 'lk-bills', '4 256,12');
    const scripts = await page.locator('script').evaluateAll((all) => all.map((script) => script.outerHTML));
    expect(scripts).to.have.length(1);
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});

describe('a page with a strict policy', () => {
  it('is not violated once, from the first byte to the card of a bill', async () => {
    const { page, complaints } = await openPage(browser, new URL('/csp', demo.url).href);
    await saysSoon(page, 'lk-bills', '4 256,12');
    for (const tab of ['Счета', 'Платежи', 'Документы', 'Счета']) {
      await page.locator('lk-bills').getByRole('tab', { name: tab }).click();
      await page.waitForTimeout(500);
    }
    await page.locator('lk-bills').getByText('Октябрь', { exact: true }).click();
    await saysSoon(page, 'lk-bills', '202611-0001');
    const download = page.waitForEvent('download');
    await page
      .locator('lk-bills')
      .getByRole('button', { name: /скачать/i })
      .first()
      .click();
    expect((await download).suggestedFilename()).to.match(/\.pdf$/);
    expect(await page.locator('#violations').innerText()).to.equal('0');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});
