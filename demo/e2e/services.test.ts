import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { emptyFolder, type RunningDemo, startDemo } from './demo.js';
import { openBrowser, openPage, saysSoon } from './pages.js';

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

const TAG = 'lk-services';

/** A page of the operator on which the widget is shown at a place; it is loaded as its tag appears. */
async function services(view: string): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser, demo.url);
  await saysSoon(opened.page, 'lk-balance', /\d/);
  await opened.page.evaluate((wanted) => {
    const widget = document.createElement('lk-services');
    widget.setAttribute('view', wanted);
    document.querySelector('lk-balance')?.before(widget);
  }, view);
  return opened;
}

const press = (page: Page, name: string | RegExp) => page.locator(TAG).getByRole('button', { name }).first().click();
/** Radio buttons lie under their labels. */
const pick = (page: Page, label: string | RegExp) =>
  page.locator(`${TAG} label`).filter({ hasText: label }).first().click();

describe('services on the operator’s page', () => {
  it('change a tariff for the next month, and cancel the change', async () => {
    const { page, complaints } = await services('change:+79990000102');
    await saysSoon(page, TAG, 'Новый тариф');
    await pick(page, /^\s*Бизнес Мобильный\s*450/);
    await press(page, 'Далее');
    await saysSoon(page, TAG, 'С 1 декабря: оплаченное не пропадёт');
    await press(page, 'Рассчитать');
    await saysSoon(page, TAG, '1 декабря, за 31 день450,00');
    await press(page, /Перейти на/);
    await saysSoon(page, TAG, 'Переход запланирован');
    await press(page, 'Отменить переход');
    await saysSoon(page, TAG, 'Переход отменён. Остаётся тариф «Бизнес Мобильный Плюс»');
    expect(complaints).to.deep.equal([]);
    await page.close();
  });

  it('connect a number while somebody in another browser takes the same one', async () => {
    const first = await services('connect');
    const second = await services('connect');
    const choose = async (page: Page) => {
      await saysSoon(page, TAG, 'Свободные номера');
      await page.locator(TAG).getByRole('textbox', { name: 'Цифры номера' }).fill('9990002121');
      await saysSoon(page, TAG, /Свободные номера ?1 номер/);
      await press(page, /\+7 \(999\) 000.21.21/);
      await saysSoon(page, TAG, 'Забронировать на 30 мин');
      await pick(page, /^\s*Бизнес Мобильный\s*450/);
    };
    await choose(first.page);
    await choose(second.page);
    await press(first.page, /Забронировать/);
    await saysSoon(first.page, TAG, 'Забронирован ещё 29:');
    await press(first.page, /Подключить за/);
    await saysSoon(first.page, TAG, 'Номер подключён');
    await press(second.page, /Забронировать/);
    await saysSoon(second.page, TAG, 'Номер уже занят');
    await press(second.page, 'Выбрать другой номер');
    await saysSoon(second.page, TAG, 'Таких номеров нет');
    // The refusal is an answer of the backend, which the browser reports as a failed request.
    expect(second.complaints.filter((text) => !text.includes('409'))).to.deep.equal([]);
    await first.page.close();
    await second.page.close();
  });

  it('say how much is missing for a rare number, and where to put it', async () => {
    const { page } = await services('connect');
    await saysSoon(page, TAG, 'Свободные номера');
    await page.locator(TAG).getByRole('textbox', { name: 'Цифры номера' }).fill('9990007777');
    await saysSoon(page, TAG, /Свободные номера ?1 номер/);
    await press(page, /\+7 \(999\) 000.77.77/);
    await pick(page, /^\s*Бизнес Мобильный\s*450/);
    await press(page, /Забронировать/);
    const text = await saysSoon(page, TAG, 'На счёте не хватает');
    expect(text).to.match(/Цена номера15 000,00 ₽/);
    const asked = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('lk-topup-requested', (event) => resolve(event.type), { once: true }),
        ),
    );
    await press(page, /Пополнить на/);
    expect(await asked).to.equal('lk-topup-requested');
    await page.close();
  });
});
