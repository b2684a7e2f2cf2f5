import { expect } from 'chai';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { saysSoon, textOf } from '../pages.js';
import { confirmByCode } from './code.js';
import { choose, getsFocus, press, reach, select, type } from './keyboard.js';
import { hears } from './reader.js';
import { ACCOUNT, stage, type Visit } from './stage.js';

const demo = stage();
const CONTACT = 'buhgalter@vektor.example';
const NUMBER = '+74950000111';
const TARGET = '+79160000170';

const read = async <T>(path: string): Promise<T> =>
  (await (await demo.api())(`/v1/accounts/${ACCOUNT}/${path}`)).json();
const sent = ({ writes }: Visit, what: string): { times: number; keys: number } => {
  const all = writes.filter((one) => one.what === what);
  return { times: all.length, keys: new Set(all.map(({ key }) => key)).size };
};

interface Rules {
  readonly rules: readonly { readonly type: string; readonly target: string; readonly active: boolean }[];
}
const rules = async (): Promise<string[]> =>
  (await read<Rules>(`numbers/${encodeURIComponent(NUMBER)}/forwarding`)).rules.map(
    ({ type: of, target }) => `${of} ${target}`,
  );

describe('forwarding on busy', () => {
  const TAG = 'lk-forwarding';
  const PUT = `PUT /v1/accounts/${ACCOUNT}/numbers/${NUMBER}/forwarding/CFB`;
  const ROUTE = 'PUT /v1/accounts/*/numbers/*/forwarding/CFB';
  const target = (page: Page): Locator => page.locator(TAG).getByLabel('Куда');

  it('survives a lost network, a failed server and an answer that never came, and stands once', async () => {
    const visit = await demo.visit(`forwarding?number=${encodeURIComponent(NUMBER)}`);
    const { page, context } = visit;
    const widget = page.locator(TAG);
    await saysSoon(page, TAG, 'Переадресация не настроена');
    await choose(widget.getByRole('radio', { name: 'По условиям' }));
    await press(widget.getByRole('switch', { name: /По занятости/ }), 'Space');
    await getsFocus(target(page));
    await page.keyboard.type('8 916 000-01-70');

    await context.setOffline(true);
    await page.keyboard.press('Enter');
    await hears(page, /Нет связи с сервером.*Осталось прежнее значение/);
    await context.setOffline(false);
    expect(await rules()).to.deep.equal([]);

    await demo.fault({ kind: 'unavailable', route: ROUTE, times: 1 });
    await press(widget.getByRole('button', { name: 'Сохранить' }));
    await hears(page, /временно недоступен.*Осталось прежнее значение/);
    expect(await target(page).inputValue()).to.match(/916.*000.*01.*70/);
    expect(await textOf(page, TAG)).to.contain('Переведённый звонок платный: 2,20 ₽ за минуту. Настройка бесплатна.');

    await press(widget.getByRole('button', { name: 'Сохранить' }));
    const dialog = page.getByRole('dialog', { name: 'Подтвердите действие' });
    await dialog.waitFor();
    // The change is made, and the page never hears of it: it asks the network.
    await demo.fault({ kind: 'lost', route: ROUTE, times: 1 });
    const letter = await confirmByCode(demo, page, CONTACT);
    expect(letter).to.contain('переадресация, +74950000111');
    await hears(page, 'Сеть не подтвердила изменение. Проверяем, сохранять второй раз не нужно');
    await saysSoon(page, TAG, 'Если линия занята → +7 (916) 000‑01‑70');
    await saysSoon(page, TAG, 'по занятости +7 (916) 000‑01‑70');
    expect(await rules()).to.deep.equal([`CFB ${TARGET}`]);
    expect(sent(visit, PUT).keys).to.equal(1);
  });

  it('makes a call its leg in the detail, and the leg its charge on the statement', async () => {
    const start = '2026-11-23T08:50:00+03:00';
    const call = { number: NUMBER, service: 'CALL', start, seconds: 125, outcome: 'ANSWERED', forwarded: true };
    await demo.calls(
      { ...call, id: 'busy-in', direction: 'IN', peer: '+74950009911' },
      { ...call, id: 'busy-out', direction: 'OUT', peer: TARGET },
    );
    // Three begun minutes at 2.20; who called pays for himself.
    expect(await demo.balance()).to.equal('3144.78');

    const { page } = await demo.visit(`detail/detail:2026-11-23?number=${encodeURIComponent(NUMBER)}`);
    const detail = page.locator('lk-detail');
    const day = await saysSoon(page, 'lk-detail', /08:50 Исходящий звонок/);
    expect(day).to.contain(
      'Исходящий звонок +7 (916) 000‑01‑70 2 мин 5 с · Мобильные, Россия · переадресован 2 мин 5 с 6,60 ₽',
    );
    expect(day).to.contain('Входящий звонок +7 (495) 000‑99‑11 2 мин 5 с · переадресован 2 мин 5 с 0,00 ₽');
    expect(day).to.contain('Итого6,60 ₽');
    const table = detail.getByRole('grid');
    await reach(table.locator('[data-focus][tabindex="0"]'));
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const why = await saysSoon(page, 'lk-detail', /Почему 6,60 ₽.*=Списано6,60 ₽/);
    expect(why).to.contain('Разговор 2 мин 5 с');

    // What is spent today is on the statement tomorrow.
    const line = /\+7 \(495\) 000‑01‑11Офис Москва [\d ,]+ ₽.*?Звонки [^₽]+?(\d+,\d\d) ₽/;
    const bills = await demo.visit('bills/statement');
    const today = await saysSoon(bills.page, 'lk-bills', line);
    expect(line.exec(today)?.[1]).to.equal('179,91');
    await demo.wait(24 * 60);
    const { page: later } = await demo.visit('bills/statement');
    const tomorrow = await saysSoon(later, 'lk-bills', 'Звонки 67 мин 57 с67 мин 57 с186,51 ₽');
    expect(tomorrow).to.contain('Траты за сегодня20,67 ₽ =Баланс сейчас3 124,11 ₽');
  });

  it('cannot be changed by who has lost the right meanwhile, and he is told so', async () => {
    const visit = await demo.visit(`forwarding?number=${encodeURIComponent(NUMBER)}`);
    const { page } = visit;
    const widget = page.locator(TAG);
    await saysSoon(page, TAG, 'Если линия занята');
    await press(widget.getByRole('button', { name: 'Изменить' }));
    await getsFocus(target(page));
    await type(target(page), '+7 495 000-01-10');
    await demo.fault({ kind: 'forbidden', route: ROUTE, times: 1 });
    await page.keyboard.press('Enter');
    await hears(page, /Нет прав.*Осталось прежнее значение/);
    expect(await target(page).inputValue()).to.match(/495.*000.*01.*10/);
    expect(await rules()).to.deep.equal([`CFB ${TARGET}`]);
  });
});

describe('the swap of a SIM card', () => {
  const TAG = 'lk-sim';
  const ICCID = '8970100000000000138';
  const SWAP = `POST /v1/accounts/${ACCOUNT}/numbers/+79990000101/sim/swap`;
  const ROUTE = 'POST /v1/accounts/*/numbers/*/sim/swap';
  interface Sims {
    readonly items: readonly { readonly iccid: string; readonly number: string | null; readonly state: string }[];
  }
  const bound = async (): Promise<string[]> =>
    (await read<Sims>('sims')).items.filter(({ number }) => number === '+79990000101').map(({ iccid }) => iccid);

  it('waits for a code to another contact; the session that ends meanwhile, and an answer that is lost, change nothing twice', async () => {
    const visit = await demo.visit('sim');
    const { page } = visit;
    const widget = page.locator(TAG);
    await saysSoon(page, TAG, 'Добавить SIM-карту');
    await press(widget.getByRole('button', { name: 'Добавить SIM-карту' }));
    await getsFocus(widget.getByLabel('Номер SIM-карты (ICCID)'));
    await page.keyboard.type('8970 1000 0000 0000 138');
    await page.keyboard.press('Enter');
    await hears(page, 'SIM-карта 8970 1** *** *** 0138 добавлена');

    await press(widget.getByRole('button', { name: 'Заменить' }));
    await getsFocus(widget.getByLabel('Какую SIM-карту'));
    await choose(widget.getByRole('radio', { name: /Карта утеряна/ }));
    const swap = widget.getByRole('button', { name: 'Заменить карту' });
    await page.route('**/site/token', (route) => route.fulfill({ status: 401 }));
    await demo.fault({ kind: 'unauthorized', route: ROUTE, times: 1 });
    await press(swap);
    await hears(page, /Время сеанса истекло\. Войдите снова.*Ничего не изменилось/);
    expect(await widget.getByRole('radio', { name: /Карта утеряна/ }).isChecked()).to.equal(true);
    await page.unroute('**/site/token');

    await press(swap);
    await page.getByRole('dialog', { name: 'Подтвердите действие' }).waitFor();
    expect(await bound()).to.deep.equal(['8970100000000000120']);
    await demo.fault({ kind: 'lost', route: ROUTE, times: 1 });
    expect(await confirmByCode(demo, page, CONTACT)).to.contain('замена SIM-карты, +79990000101');
    await hears(page, 'Карта номера +7 (999) 000‑01‑01 заменена на 8970 1** *** *** 0138');
    const after = await textOf(page, TAG);
    expect(after).to.contain('8970 1** *** *** 0138').and.to.contain('Заблокирована, утеряна');
    expect(await bound()).to.deep.equal([ICCID]);
    expect(sent(visit, SWAP).keys).to.equal(1);
  });
});

describe('a SIP account', () => {
  const CREATE = `POST /v1/accounts/${ACCOUNT}/sip`;
  interface Sip {
    readonly items: readonly {
      readonly id: string;
      readonly name: string;
      readonly login: string;
      readonly equipment: {
        readonly transport: string;
        readonly port: number;
        readonly srtp: string;
        readonly codecs: readonly string[];
      };
    }[];
  }

  it('whose answer is lost is made once, and its password is shown once', async () => {
    const visit = await demo.visit('sip');
    const { page } = visit;
    const widget = page.locator('lk-sip');
    await saysSoon(page, 'lk-sip', 'Учётных записей SIP нет');
    await press(widget.getByRole('button', { name: 'Создать' }));
    await getsFocus(widget.getByLabel('Название'));
    await page.keyboard.type('Офис, переговорная');
    await select(widget.getByLabel('Номер'), '+74950000110');
    await demo.fault({ kind: 'lost', route: 'POST /v1/accounts/*/sip', times: 1 });
    await press(widget.getByRole('button', { name: 'Создать учётную запись' }));
    await saysSoon(page, 'lk-sip', 'Пароль для «Офис, переговорная»');
    await getsFocus(widget.locator('#once'));
    const { items } = await read<Sip>('sip');
    expect(items.map(({ name }) => name)).to.deep.equal(['Офис, переговорная']);
    expect(sent(visit, CREATE).keys).to.equal(1);
    await press(widget.getByRole('button', { name: 'Настроить в «Оборудовании»' }));
    await saysSoon(page, 'lk-equipment', 'Параметры для устройства');
  });

  it('is configured; what was typed outlives a failed server, and leaving asks first', async () => {
    const visit = await demo.visit('equipment');
    const { page } = visit;
    const widget = page.locator('lk-equipment');
    await saysSoon(page, 'lk-equipment', 'Параметры для устройства');
    await choose(widget.getByRole('radio', { name: 'TLS' }));
    expect(await widget.getByLabel('Порт', { exact: true }).inputValue()).to.equal('5061');
    await choose(widget.getByRole('radio', { name: 'Всегда' }));
    await type(widget.getByLabel('Не больше за день'), '500,50');
    await press(widget.getByRole('button', { name: 'PCMA: выше' }));
    await hears(page, /PCMA: место \d из \d/);

    await press(page.locator('lk-cabinet').getByRole('tab', { name: 'Оборудование' }), 'ArrowLeft');
    await hears(page, 'Есть несохранённые изменения. Уйти и потерять их?');
    await press(page.locator('lk-cabinet').getByRole('button', { name: 'Остаться' }));

    await demo.fault({ kind: 'unavailable', route: 'PUT /v1/accounts/*/sip/*', times: 1 });
    await demo.fault({ kind: 'unavailable', route: 'PATCH /v1/accounts/*/sip/*', times: 1 });
    const save = widget.getByRole('button', { name: 'Сохранить', exact: true });
    await press(save);
    await hears(page, /временно недоступен.*Изменения не сохранены, введённое осталось/);
    expect(await widget.getByLabel('Не больше за день').inputValue()).to.equal('500,50');
    await press(save);
    await hears(page, 'Сохранено. Устройство получит настройки при следующей регистрации');
    const [sip] = (await read<Sip>('sip')).items;
    expect(sip?.equipment).to.deep.include({ transport: 'TLS', port: 5061, srtp: 'REQUIRED' });
    expect(sip?.equipment).to.deep.include({ dailySpendLimit: { value: '500.50', currency: 'RUB' } });
  });
});
