import { expect } from 'chai';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { saysSoon, textOf } from '../pages.js';
import { choose, getsFocus, press, reach, type } from './keyboard.js';
import { hears } from './reader.js';
import { ACCOUNT, stage, type Visit } from './stage.js';

const demo = stage();
const TAG = 'lk-topup';
const BEGIN = `POST /v1/accounts/${ACCOUNT}/topups`;
const ORDERS = 'POST /v1/accounts/*/topups';

const button = (page: Page, name: string | RegExp): Locator => page.locator(TAG).getByRole('button', { name });
const sum = (page: Page): Locator => page.locator(TAG).getByLabel('Сумма', { exact: true });
const says = (page: Page, text: string | RegExp): Promise<string> => saysSoon(page, TAG, text);

/** Types a sum, chooses how to pay and waits until the button names the total. */
async function fill({ page }: Visit, rubles: string, method: RegExp = /Банковская карта/): Promise<Locator> {
  await type(sum(page), rubles);
  await choose(page.locator(TAG).getByRole('radio', { name: method }));
  const pay = button(page, `Оплатить ${rubles},00 ₽`);
  await pay.waitFor();
  return pay;
}

/** Follows the link to the provider by keys. */
async function toBank({ page, context }: Visit, name: RegExp): Promise<Page> {
  const opening = context.waitForEvent('page');
  await press(page.locator(TAG).getByRole('link', { name }));
  const bank = await opening;
  await bank.waitForLoadState();
  return bank;
}

interface Order {
  readonly id: string;
  readonly state: string;
  readonly amount: { readonly value: string };
}

/** All payments that were ever begun, newest first: `PENDING 500.00`. */
async function orders(): Promise<string[]> {
  const { items }: { items: Order[] } = await (await (await demo.api())(`/v1/accounts/${ACCOUNT}/topups`)).json();
  return items.map(({ state, amount }) => `${state} ${amount.value}`);
}

const begun = ({ writes }: Visit): number => writes.filter(({ what }) => what === BEGIN).length;
const keys = ({ writes }: Visit): number =>
  new Set(writes.filter(({ what }) => what === BEGIN).map((one) => one.key)).size;

describe('the section of top-ups', () => {
  it('whose part did not come is opened when the network is back, without a new page', async () => {
    const { page } = await demo.visit('services');
    await saysSoon(page, 'lk-services', /495/);
    await page.route('**/cdn/chunks/**', (route) => route.abort());
    await press(page.locator('lk-cabinet nav').getByRole('button', { name: 'Пополнение' }));
    await saysSoon(page, 'lk-cabinet', 'Не удалось открыть раздел');
    await page.unroute('**/cdn/chunks/**');
    await press(page.locator('lk-cabinet').getByRole('button', { name: 'Повторить' }));
    await says(page, 'Как платить');
  });
});

describe('a top-up by card', () => {
  it('with 3-D Secure on a slow network raises the balance once, however often Enter is pressed', async () => {
    const visit = await demo.visit('topup');
    const { page } = visit;
    const pay = await fill(visit, '500');
    await demo.fault({ kind: 'slow', route: ORDERS, times: 1, delay: 1500 });
    await reach(pay);
    for (let times = 0; times < 4; times += 1) await page.keyboard.press('Enter');
    await says(page, 'Ждём подтверждения банка');
    expect(await textOf(page, TAG)).to.contain('500,00 ₽ на лицевой счёт 200417');
    await getsFocus(page.locator(`${TAG} #result`));

    const bank = await toBank(visit, /Перейти к оплате 500,00/);
    await press(bank.getByRole('button', { name: 'Оплатить с подтверждением 3-D Secure' }));
    await type(bank.getByLabel('Код из SMS'), '1234');
    await bank.keyboard.press('Enter');
    await bank.getByRole('heading', { name: 'Платёж принят' }).waitFor();
    await page.bringToFront();

    const done = await says(page, /Баланс пополнен.*На балансе3 651,38 ₽/);
    expect(done).to.contain('Было3 151,38 ₽ +Платёж500,00 ₽ =На балансе3 651,38 ₽');
    await hears(page, 'Баланс пополнен');
    await saysSoon(page, 'lk-balance', '3 651,38');
    expect([begun(visit), await demo.balance()]).to.deep.equal([1, '3651.38']);
    expect(await orders()).to.deep.equal(['SUCCEEDED 500.00']);
    await press(button(page, 'Готово'));
    await getsFocus(sum(page));
  });

  it('declined by the bank charges nothing; pressed without a network it says so and keeps what was typed', async () => {
    const visit = await demo.visit('topup');
    const { page, context } = visit;
    const pay = await fill(visit, '700');
    await context.setOffline(true);
    await press(pay);
    await hears(page, /Нет связи с сервером.*Ничего не списано/);
    expect(begun(visit)).to.equal(0);
    await context.setOffline(false);
    expect(await sum(page).inputValue()).to.equal('700');
    await press(pay);

    await says(page, 'Ждём подтверждения банка');
    const bank = await toBank(visit, /Перейти к оплате 700,00/);
    await press(bank.getByRole('button', { name: 'Отказ банка' }));
    await bank.getByRole('heading', { name: 'Платёж не прошёл' }).waitFor();
    await page.bringToFront();
    await says(page, 'Платёж не прошёлБанк отклонил операцию. Деньги не списаны.');
    await hears(page, /Платёж не прошёл.*Деньги не списаны/);
    expect([keys(visit), await demo.balance()]).to.deep.equal([1, '3651.38']);
    await press(button(page, 'Попробовать ещё раз'));
    await getsFocus(sum(page));
    expect(await sum(page).inputValue()).to.equal('700');
  });

  it('that the bank leaves without an answer, whose answer comes after the term, is posted once', async () => {
    const visit = await demo.visit('topup');
    const { page } = visit;
    const pay = await fill(visit, '900');
    // The payment is begun, and the page never hears of it.
    await demo.fault({ kind: 'lost', route: ORDERS, times: 1 });
    await press(pay);
    await hears(page, /Проверяем платёж/);
    await says(page, 'Ждём подтверждения банка');
    expect(keys(visit)).to.equal(1);
    expect((await orders()).filter((one) => one.endsWith(' 900.00'))).to.deep.equal(['PENDING 900.00']);

    const tabs: Page[] = [];
    for (let times = 0; times < 2; times += 1) {
      const bank = await toBank(visit, /Перейти к оплате 900,00/);
      await press(bank.getByRole('button', { name: 'Банк не отвечает' }));
      await bank.getByRole('button', { name: 'Прислать успешный ответ' }).waitFor();
      tabs.push(bank);
      await page.bringToFront();
    }
    await demo.wait(20);
    await page.bringToFront();
    await says(page, 'Время на оплату вышло');
    await hears(page, 'Время на оплату вышло');
    expect(await textOf(page, TAG)).to.contain('Если банк всё же спишет деньги, они придут на баланс');
    expect(await demo.balance()).to.equal('3651.38');

    for (const [index, bank] of tabs.entries()) {
      await bank.bringToFront();
      await press(bank.getByRole('button', { name: 'Прислать успешный ответ' }));
      const heading = index === 0 ? 'Платёж принят' : 'Этот платёж уже завершён';
      await bank.getByRole('heading', { name: heading }).waitFor();
    }
    await page.bringToFront();
    await says(page, /Баланс пополнен.*На балансе4 551,38 ₽/);
    await hears(page, 'Баланс пополнен');
    await saysSoon(page, 'lk-balance', '4 551,38');
    expect(await demo.balance()).to.equal('4551.38');
    expect((await orders()).filter((one) => one.endsWith(' 900.00'))).to.deep.equal(['SUCCEEDED 900.00']);
  });
});

describe('a top-up by SBP', () => {
  it('goes on after the server has failed once, and is paid once', async () => {
    const visit = await demo.visit('topup');
    const { page } = visit;
    const pay = await fill(visit, '300', /СБП/);
    await demo.fault({ kind: 'unavailable', route: ORDERS, times: 1 });
    await press(pay);
    await hears(page, /Ничего не списано/);
    expect(await sum(page).inputValue()).to.equal('300');
    expect(await page.locator(TAG).getByRole('radio', { name: /СБП/ }).isChecked()).to.equal(true);
    await press(pay);

    await says(page, 'Наведите камеру телефона');
    await page.locator(TAG).getByRole('img', { name: 'QR-код для оплаты 300,00 ₽ через СБП' }).waitFor();
    const bank = await toBank(visit, /Открыть приложение банка/);
    await press(bank.getByRole('button', { name: /^Оплатить 300,00/ }));
    await bank.getByRole('heading', { name: 'Платёж принят' }).waitFor();
    await page.bringToFront();
    await says(page, /Баланс пополнен.*На балансе4 851,38 ₽/);
    await hears(page, 'Баланс пополнен');
    expect([keys(visit), await demo.balance()]).to.deep.equal([1, '4851.38']);
  });

  it('keeps what was typed when the session ends, and when the right is taken away meanwhile', async () => {
    const visit = await demo.visit('topup');
    const { page } = visit;
    const pay = await fill(visit, '400', /СБП/);
    const before = await orders();
    await page.route('**/site/token', (route) => route.fulfill({ status: 401 }));
    await demo.fault({ kind: 'unauthorized', route: ORDERS, times: 1 });
    await press(pay);
    await hears(page, /Время сеанса истекло\. Войдите снова.*Ничего не списано/);
    expect(await sum(page).inputValue()).to.equal('400');

    await page.unroute('**/site/token');
    await demo.fault({ kind: 'forbidden', route: ORDERS, times: 1 });
    await press(pay);
    await hears(page, /Нет прав.*Ничего не списано/);
    expect(await sum(page).inputValue()).to.equal('400');
    expect(await orders()).to.deep.equal(before);
    await press(pay);
    await says(page, 'Наведите камеру телефона');
    await press(button(page, 'Другой способ'));
    await hears(page, 'Платёж отменён');
    expect(await orders()).to.deep.equal(['CANCELLED 400.00', ...before]);
    expect(await demo.balance()).to.equal('4851.38');
  });
});
