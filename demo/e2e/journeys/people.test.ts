import { expect } from 'chai';
import { describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { saysSoon, soon, textOf } from '../pages.js';
import { choose, getsFocus, pickFile, press, reach, type } from './keyboard.js';
import { hears } from './reader.js';
import { ACCOUNT, stage, type Visit } from './stage.js';

const demo = stage();

const read = async <T>(path: string, user?: string): Promise<T> =>
  (await (await demo.api(user))(`/v1/accounts/${ACCOUNT}/${path}`)).json();
const sent = ({ writes }: Visit, what: string): { times: number; keys: number } => {
  const all = writes.filter((one) => one.what === what);
  return { times: all.length, keys: new Set(all.map(({ key }) => key)).size };
};

describe('a new passport', () => {
  const TAG = 'lk-documents';
  const SEND = `POST /v1/accounts/${ACCOUNT}/papers/passport`;
  const photo = (name: string) => ({
    name,
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(name.repeat(50))]),
  });
  interface Papers {
    readonly files: readonly { readonly fileName: string }[];
    readonly requests: readonly { readonly kind: string; readonly state: string }[];
  }

  it('is sent once, though the network fails in the middle of a file and the answer is lost; its request is followed', async () => {
    const visit = await demo.visit('documents');
    const { page, context } = visit;
    const widget = page.locator(TAG);
    const field = (name: string): Locator => widget.getByLabel(name, { exact: true });
    await saysSoon(page, TAG, '45** ***123');
    await press(widget.getByRole('button', { name: 'Заменить паспорт' }));
    await getsFocus(field('Серия'));
    await page.keyboard.type('4512');
    await type(field('Номер'), '000777');
    await reach(field('Дата выдачи'));
    // The same in whichever order the browser asks for day and month.
    await page.keyboard.type('03032024');
    await type(field('Кем выдан'), 'ГУ МВД России по г. Москве');
    await type(field('Код подразделения'), '770000');

    await pickFile(widget.getByLabel('Паспорт, разворот с фото'), photo('photo.jpg'));
    await hears(page, 'Файл «photo.jpg» загружен');
    await context.setOffline(true);
    await pickFile(widget.getByLabel('Паспорт, регистрация'), photo('address.jpg'));
    await saysSoon(page, TAG, 'Связь прервалась. Продолжим с того же места');
    await hears(page, /Связь прервалась/);
    await context.setOffline(false);
    await hears(page, 'Файл «address.jpg» загружен');
    expect(await field('Номер').inputValue()).to.equal('000777');
    expect(await field('Дата выдачи').inputValue()).to.equal('2024-03-03');

    await demo.fault({ kind: 'unavailable', route: 'POST /v1/accounts/*/papers/passport', times: 1 });
    await press(widget.getByRole('button', { name: 'Отправить на проверку' }));
    await hears(page, /Ничего не изменилось/);
    expect(await field('Кем выдан').inputValue()).to.equal('ГУ МВД России по г. Москве');
    await demo.fault({ kind: 'lost', route: 'POST /v1/accounts/*/papers/passport', times: 1 });
    await press(widget.getByRole('button', { name: 'Отправить на проверку' }));
    await hears(page, 'Заявка отправлена на проверку');
    expect(await textOf(page, TAG)).to.match(/Замена паспорта.*Отправлена 23\.11\.2026.*На проверке.*Решение/);
    expect(await textOf(page, TAG)).to.contain('45** ***123 новый на проверке');
    const { files, requests } = await read<Papers>('papers');
    expect(requests.filter(({ kind }) => kind === 'PASSPORT_REPLACEMENT')).to.have.length(1);
    expect(files.filter(({ fileName }) => /^(photo|address)\.jpg$/.test(fileName))).to.have.length(2);
    expect(sent(visit, SEND).keys).to.equal(1);
  });
});

describe('an alert by e-mail', () => {
  const TAG = 'lk-alerts';
  const TO = 'finance@vektor.example';
  interface Alerts {
    readonly contacts: readonly { readonly value: string; readonly state: string }[];
  }
  const contacts = async (): Promise<string[]> =>
    (await read<Alerts>('alerts')).contacts.map(({ value, state }) => `${value} ${state}`);
  const code = (page: Page): Locator => page.locator(TAG).getByLabel(`Код из письма на ${TO}`);

  it('is added once, and its code outlives an ended session', async () => {
    const visit = await demo.visit('alerts');
    const { page } = visit;
    const widget = page.locator(TAG);
    await saysSoon(page, TAG, 'buhgalter@vektor.example');
    await press(widget.getByRole('button', { name: 'Добавить' }));
    await choose(widget.getByRole('radio', { name: 'Письмо на почту' }));
    await type(widget.getByLabel('Адрес почты'), TO);
    await demo.fault({ kind: 'unavailable', route: 'POST /v1/accounts/*/alerts/contacts', times: 1 });
    await page.keyboard.press('Enter');
    await hears(page, /Ничего не изменилось/);
    expect(await widget.getByLabel('Адрес почты').inputValue()).to.equal(TO);
    const before = await demo.letters();
    await demo.fault({ kind: 'lost', route: 'POST /v1/accounts/*/alerts/contacts', times: 1 });
    await press(widget.getByRole('button', { name: 'Получить код' }));
    await hears(page, `Код отправлен: ${TO}`);
    await getsFocus(code(page));
    const letter = await demo.letterTo(TO, before);
    expect((await demo.letters()).filter(({ to }) => to === TO)).to.have.length(1);
    await page.keyboard.type(/\d{6}/.exec(letter.text)?.[0] ?? '');

    await page.route('**/site/token', (route) => route.fulfill({ status: 401 }));
    await demo.fault({ kind: 'unauthorized', route: 'POST /v1/accounts/*/alerts/contacts/**', times: 1 });
    await page.keyboard.press('Enter');
    await hears(page, /Время сеанса истекло\. Войдите снова/);
    expect(await code(page).inputValue()).to.match(/^\d{6}$/);
    await page.unroute('**/site/token');
    await press(widget.getByRole('button', { name: 'Подтвердить' }));
    await hears(page, `Подтверждено: ${TO}`);
    expect(await contacts()).to.deep.equal(['buhgalter@vektor.example WORKING', `${TO} WORKING`]);
  });

  it('comes when calls cross the threshold, costs nothing, and stands in the log', async () => {
    const { page } = await demo.visit('alerts');
    await saysSoon(page, TAG, TO);
    const before = await demo.letters();
    const start = '2026-11-23T07:00:00+03:00';
    const call = { number: '+74950000110', service: 'CALL', direction: 'OUT', start, outcome: 'ANSWERED' };
    // 90 minutes abroad at 24.00: 3151.38 falls below 1000.00.
    await demo.calls({ ...call, id: 'abroad', seconds: 5400, peer: '+493000000001' });
    const letter = await demo.letterTo(TO, before, 'LOW_BALANCE');
    expect(letter.text)
      .to.contain('Лицевой счёт 200417')
      .and.to.match(/991,38 ₽/);
    expect(await demo.balance()).to.equal('991.38');
    await saysSoon(page, 'lk-balance', '991,38');

    const outbox = await demo.open('/outbox');
    await outbox.getByText(letter.text).first().waitFor();
    await outbox.close();
    await press(page.locator(TAG).getByRole('button', { name: 'Журнал' }));
    await saysSoon(page, TAG, `баланс 991,38 ₽, ниже 1 000,00 ₽${TO}`);
    const detail = await demo.visit('detail/detail:2026-11-23');
    // The call and the fee of the day, and nothing for messages.
    const rows = /90 мин 2 160,00 ₽ 00:00 Абонентская плата .* 20,66 ₽ 2 события$/;
    expect(await saysSoon(detail.page, 'lk-detail', rows)).to.contain('Итого2 180,66 ₽');
    expect(await demo.balance()).to.equal('991.38');
  });
});

describe('a user with view rights for one number', () => {
  const TAG = 'lk-roles';
  const GUEST = 'gost@partner.example';
  /** The account's numbers that are not for his eyes. */
  const OTHERS = /000.01.(01|02|11|20|30)/;
  const INVITE = `POST /v1/accounts/${ACCOUNT}/invitations`;

  it('is invited once by a page that hears nothing of it', async () => {
    const visit = await demo.visit('roles');
    const { page } = visit;
    const widget = page.locator(TAG);
    await saysSoon(page, TAG, 'menedzher');
    await press(widget.getByRole('button', { name: 'Пригласить' }));
    await getsFocus(widget.getByLabel('Почта или телефон'));
    await page.keyboard.type(GUEST);
    await choose(widget.getByRole('radio', { name: 'Только выбранные' }));
    await press(widget.getByRole('checkbox', { name: /495.*000.*01.*10/ }), 'Space');
    const before = await demo.letters();
    await demo.fault({ kind: 'forbidden', route: 'POST /v1/accounts/*/invitations', times: 1 });
    await press(widget.getByRole('button', { name: 'Отправить приглашение' }));
    await hears(page, /Нет прав.*Ничего не изменилось/);
    expect(await widget.getByLabel('Почта или телефон').inputValue()).to.equal(GUEST);
    await demo.fault({ kind: 'lost', route: 'POST /v1/accounts/*/invitations', times: 1 });
    await press(widget.getByRole('button', { name: 'Отправить приглашение' }));
    await hears(page, `Приглашение отправлено: ${GUEST}`);
    expect(sent(visit, INVITE).keys).to.equal(2);
    const letter = await demo.letterTo(GUEST, before);
    expect((await demo.letters()).filter(({ to }) => to === GUEST)).to.have.length(1);

    const invitation = await demo.open(letter.link ?? '');
    await press(invitation.getByRole('button', { name: 'Принять' }));
    await invitation.getByRole('heading', { name: 'Доступ открыт' }).waitFor();
  });

  it('sees that number and nothing of the others, and can change nothing', async () => {
    const { page } = await demo.visit('services', GUEST);
    const text = await saysSoon(page, 'lk-services', /495.*000.*01.*10/);
    expect(text).not.to.match(OTHERS);
    const sections = await page.locator('lk-cabinet nav').getByRole('button').allTextContents();
    expect(sections.map((name) => name.trim())).to.deep.equal(['Услуги', 'Телефония']);
    const detail = await demo.visit('detail/detail:2026-11', GUEST);
    const events = await saysSoon(detail.page, 'lk-detail', /\d+ событи/);
    expect(events)
      .to.match(/495.*000.*01.*10/)
      .and.not.to.match(OTHERS);

    const api = await demo.api(GUEST);
    const status = async (path: string, init?: RequestInit): Promise<number> =>
      (await api(`/v1/accounts/${ACCOUNT}${path}`, init)).status;
    const numbersIn = async (path: string): Promise<string[]> => {
      const text = await (await api(`/v1/accounts/${ACCOUNT}${path}`)).text();
      return [...new Set(text.match(/\+7(999|495|812|800)00001\d\d/g))];
    };
    const period = 'from=2026-11-01&to=2026-11-22';
    expect(await numbersIn('/numbers')).to.deep.equal(['+74950000110']);
    expect(await numbersIn(`/usage?${period}&limit=500`)).to.deep.equal(['+74950000110']);
    expect(await numbersIn('/sims')).to.deep.equal([]);
    expect(await numbersIn('/sip')).to.deep.equal([]);
    const others = encodeURIComponent('+79990000101');
    for (const path of ['/balance', '/bills', '/payments', '/statement', '/topups', '/alerts', '/papers'])
      expect(await status(path), path).to.equal(404);
    for (const path of [`/numbers/${others}`, `/numbers/${others}/forwarding`, `/usage?${period}&number=${others}`])
      expect(await status(path), path).to.equal(404);
    for (const path of ['/users', '/audit']) expect(await status(path), path).to.equal(403);
    const forward = (number: string): Promise<number> =>
      status(`/numbers/${encodeURIComponent(number)}/forwarding/CFU`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `guest-${number}` },
        body: JSON.stringify({ target: '+74950000111' }),
      });
    expect(await forward('+74950000110')).to.equal(403);
    expect(await forward('+79990000101')).to.equal(404);
  });

  it('is out with his next step when his access is taken away', async () => {
    const { page } = await demo.visit('services', GUEST);
    await saysSoon(page, 'lk-services', /495.*000.*01.*10/);
    const owner = await demo.api();
    const removed = await owner(`/v1/accounts/${ACCOUNT}/users/${encodeURIComponent(GUEST)}`, {
      method: 'DELETE',
      headers: { 'Idempotency-Key': 'owner-0001' },
    });
    expect(removed.status).to.equal(200);
    await press(page.locator('lk-cabinet').getByRole('tab', { name: 'Номера и тарифы' }), 'ArrowRight');
    const text = await saysSoon(page, 'lk-detail', 'Нет доступа к детализации');
    expect(text)
      .to.contain('Права выдаёт владелец договора')
      .and.not.to.match(/₽|000.01/);
    await page.reload();
    await soon('the refusal of the cabinet', async () => (await page.locator('lk-cabinet nav').count()) === 0);
    expect(await textOf(page, 'lk-cabinet')).not.to.match(/000.01|₽/);
  });
});
