import { expect } from 'chai';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { emptyFolder, type RunningDemo, startDemo } from './demo.js';
import { openBrowser, openPage, saysSoon, soon, textOf } from './pages.js';

let browser: Browser;
let demo: RunningDemo;
let folder: Awaited<ReturnType<typeof emptyFolder>>;

before(async () => {
  folder = await emptyFolder();
  [browser, demo] = await Promise.all([
    openBrowser(),
    startDemo('--port', '0', '--data', folder.path, '--admin-key', ADMIN_KEY),
  ]);
});
after(async () => {
  await browser.close();
  await demo.interrupt();
  await folder.remove();
});

const TAG = 'lk-services';
const ADMIN_KEY = 'key-of-the-engineer';

/** Charges the account of the demo until this much can be spent, as an engineer of the operator may. @param rest - In kopecks. */
async function leaveOnly(rest: number): Promise<void> {
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await fetch(new URL(`/admin/worlds/demo/${path}`, demo.url), {
      method: body ? 'POST' : 'GET',
      headers: { 'X-Admin-Key': ADMIN_KEY, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.ok, path).to.equal(true);
    return answer.json();
  };
  const account = '200417';
  const { answer } = await ask<{ answer: { available: string } }>('queries', { get: 'balance', account });
  const kopecks = Math.round(Number(answer.available) * 100) - rest;
  const { now } = await ask<{ now: string }>('clock');
  const amount = (kopecks / 100).toFixed(2);
  await ask('steps', { at: now, do: 'correction', account, amount, reason: 'test' });
}

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

  it('change a tariff today with too little money: top up, come back, finish', async () => {
    await leaveOnly(51_38);
    const { page, complaints } = await openPage(
      browser,
      new URL('/cabinet?view=services/change:%2B79990000102', demo.url).href,
    );
    await saysSoon(page, TAG, 'Новый тариф');
    await pick(page, /^\s*Бизнес Мобильный\s*450/);
    await press(page, 'Далее');
    await pick(page, /^\s*Сегодня/);
    await press(page, 'Рассчитать');
    const short = await saysSoon(page, TAG, 'На счёте не хватает 68,62 ₽');
    expect(short).to.contain('Сейчас: плата за новый тариф120,00 ₽');
    expect(
      await page
        .locator(TAG)
        .getByRole('button', { name: /Перейти за/ })
        .getAttribute('aria-disabled'),
    ).to.equal('true');
    await press(page, 'Пополнить на 68,62 ₽');

    await saysSoon(page, 'lk-topup', 'Спишется с вас68,62 ₽');
    await page
      .locator('lk-topup')
      .getByRole('button', { name: /^Оплатить/ })
      .click();
    const [bank] = await Promise.all([
      page.waitForEvent('popup'),
      page
        .locator('lk-topup')
        .getByRole('link', { name: /Перейти к оплате/ })
        .click(),
    ]);
    await bank.getByRole('button', { name: /^Оплатить 68,62/ }).click();
    await page.bringToFront();
    await saysSoon(page, 'lk-topup', 'Баланс пополнен');

    await page.goBack();
    await saysSoon(page, TAG, 'Перейти за 120,00 ₽');
    await soon('no word of missing money', async () => !(await textOf(page, TAG)).includes('не хватает'));
    expect(await textOf(page, TAG)).not.to.contain('Условия изменились');
    await press(page, 'Перейти за 120,00 ₽');
    await saysSoon(page, TAG, 'Тариф изменён');
    await press(page, 'Готово');
    await saysSoon(page, TAG, 'Сменить тариф');
    expect(await textOf(page, TAG)).not.to.contain('Бизнес Мобильный Плюс');
    // 51,38 + 68,62 − 120,00: all of the credit of 3 000 is used.
    await saysSoon(page, 'lk-balance', '-3 000,00 ₽');
    expect(complaints).to.deep.equal([]);
    await page.close();
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
