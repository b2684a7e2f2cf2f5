import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { emptyFolder, expectations, inRussian, type RunningDemo, startDemo } from './demo.js';
import { openBrowser, openPage, saysSoon } from './pages.js';
import { confirmByCode, isStep } from './step-up.js';

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

/** A page of the operator on which a widget is shown at a place; it is loaded as its tag appears. */
async function widget(tag: string, view: string): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, demo.url);
  await saysSoon(opened.page, 'lk-balance', /\d/);
  await opened.page.evaluate(
    ([name, wanted]) => {
      const made = document.createElement(name);
      made.setAttribute('view', wanted);
      document.querySelector('lk-balance')?.before(made);
    },
    [tag, view] as const,
  );
  return opened;
}

const press = (page: Page, tag: string, name: string | RegExp) =>
  page.locator(tag).getByRole('button', { name }).first().click();

describe('the detail on the operator’s page', () => {
  it('opens last month, explains a call, and exports a file whose total is that of the bill', async () => {
    const bill = (await expectations()).find(({ get, month }) => get === 'bill' && month === '2026-10')?.is;
    const total = bill?.total ?? '';
    const { page, complaints } = await widget('lk-detail', 'summary');
    await saysSoon(page, 'lk-detail', inRussian(total));
    await press(page, 'lk-detail', 'Детализация за октябрь 2026');
    await saysSoon(page, 'lk-detail', 'Позже в счёт за ноябрь вошло');
    const call = page.locator('lk-detail .ev').filter({ hasText: '+7 (812) 000\u201126\u201106' });
    expect(await call.locator('.r').innerText()).to.match(/^9,56\s₽$/);
    await call.locator('.rowbtn').click();
    // 488 s by the second at 1.175 a minute, with VAT of 22 %
    await saysSoon(page, 'lk-detail', 'Почему 9,56 ₽');
    const why = await saysSoon(page, 'lk-detail', '488 × 1 с по 1,175 ₽ за 1 мин');
    expect(why).to.match(/Без НДС7,84 ₽ ?\+ ?НДС 22 %1,72 ₽ ?= ?Списано9,56 ₽/);

    const download = page.waitForEvent('download');
    await press(page, 'lk-detail', 'CSV');
    await confirmByCode(page, 'lk-detail');
    const file = await download;
    expect(file.suggestedFilename()).to.equal('detail-200417-2026-10-01-2026-10-31.csv');
    const lines = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '').trim().split('\r\n');
    const cells = lines.map((line) => line.split(';'));
    const amount = cells[0]?.indexOf('Сумма') ?? -1;
    const rows = cells.slice(1).filter(([day]) => /^\d{4}-/.test(day ?? ''));
    const sum = rows.reduce((kopecks, row) => kopecks + Number(row[amount]?.replace(',', '')), 0);
    expect((sum / 100).toFixed(2)).to.equal(total);
    expect(cells.at(-1)?.[amount]).to.equal(total.replace('.', ','));
    await saysSoon(page, 'lk-detail', 'Файл готов');

    const workbook = page.waitForEvent('download');
    await press(page, 'lk-detail', 'XLSX');
    await confirmByCode(page, 'lk-detail');
    expect((await readFile(await (await workbook).path())).subarray(0, 2).toString()).to.equal('PK');
    expect(complaints.filter((one) => !isStep(one))).to.deep.equal([]);
    await page.close();
  });
});

describe('products on the operator’s page', () => {
  it('connect a robot, raise its channels, and close it again', async () => {
    const { page, complaints } = await widget('lk-products', 'connect:VOICE_ROBOT');
    await saysSoon(page, 'lk-products', 'Каналы');
    await press(page, 'lk-products', 'Рассчитать');
    await saysSoon(page, 'lk-products', 'Спишется сейчас');
    await press(page, 'lk-products', /Подключить за/);
    await saysSoon(page, 'lk-products', '«Голосовой робот» подключён');
    await press(page, 'lk-products', 'К продуктам');
    await press(page, 'lk-products', 'Изменить ресурсы');
    await page.locator('lk-products').getByRole('textbox', { name: 'Каналы' }).fill('3');
    await press(page, 'lk-products', 'Рассчитать');
    await saysSoon(page, 'lk-products', 'Каналы: 2');
    await press(page, 'lk-products', /Изменить за/);
    await saysSoon(page, 'lk-products', 'Ресурсы изменены');
    await press(page, 'lk-products', 'К продуктам');
    await press(page, 'lk-products', 'Закрыть');
    await press(page, 'lk-products', 'Закрыть продукт');
    await saysSoon(page, 'lk-products', 'Закроется 1 декабря');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });
});
