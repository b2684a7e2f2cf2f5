import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/documents.js';
import '../define/equipment.js';
import '../define/roles.js';
import '../define/sip.js';
import '../define/topup.js';
import type { LkElement } from '../ui/element.js';
import { type Mounted, mountWithBackend } from './mount.js';
import { OFFICE } from './office.js';

const SLOW = { timeout: 20_000 };
const ACCOUNT = '200417';

/** A session that ends while a form is filled in: nothing typed is lost, and after signing in again the same press goes through. */
describe('a session that ends in the middle of a form', () => {
  let mounted: Mounted;
  // Pages of a test run stand behind one another; to the widgets this one is looked at.
  before(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' }));
  after(() => Reflect.deleteProperty(document, 'visibilityState'));
  afterEach(() => mounted.close());

  const text = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ');
  const shows = (element: Element, wanted: string) =>
    waitUntil(() => text(element).includes(wanted), `it shows «${wanted}»`, SLOW);
  const find = (element: LkElement, selector: string): HTMLInputElement =>
    element.renderRoot.querySelector<HTMLInputElement>(selector) ?? expect.fail(`no ${selector}`);
  const there = (element: LkElement, selector: string) =>
    waitUntil(() => element.renderRoot.querySelector(selector), `there is ${selector}`, SLOW);
  const type = async (element: LkElement, selector: string, value: string) => {
    const input = find(element, selector);
    input.value = value;
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
    await element.updateComplete;
  };
  const buttonOf = (element: LkElement, label: string): HTMLElement | undefined =>
    [...element.renderRoot.querySelectorAll<HTMLElement>('button')].find((one) =>
      (one.textContent ?? '')
        .replace(/[\s\u00a0\u202f]+/g, ' ')
        .trim()
        .startsWith(label),
    );
  const press = async (element: LkElement, label: string) => {
    await waitUntil(() => buttonOf(element, label), `there is «${label}»`, SLOW);
    buttonOf(element, label)?.click();
    await element.updateComplete;
  };
  const state = () => mounted.backend.host.world.peek(ACCOUNT) ?? expect.fail('no account');
  const mount = async () => {
    mounted = await mountWithBackend({ scenario: OFFICE, user: 'director' });
    return mounted.session;
  };

  /** The request is refused, and refused again with a new token: the session is over. Then the user signs in again. */
  async function expireAndReturn(element: LkElement, route: string, submit: () => Promise<void>, kept: () => void) {
    mounted.backend.faults.add({ kind: 'unauthorized', route, times: 2 });
    await submit();
    await waitUntil(() => mounted.session.state === 'expired', 'the session is over', SLOW);
    await shows(element, 'Войдите снова');
    kept();
    mounted.session.renew();
    await element.updateComplete;
    kept();
    await submit();
  }

  it('keeps the sum of a top-up', async () => {
    const session = await mount();
    const element = await fixture<LkElement>(html`<lk-topup .session=${session}></lk-topup>`);
    await there(element, '#sum');
    await type(element, '#sum', '1 234,50');
    await shows(element, 'Оплатить 1 234,50');
    await expireAndReturn(
      element,
      `POST /v1/accounts/${ACCOUNT}/topups`,
      () => press(element, 'Оплатить 1 234,50'),
      () => expect(find(element, '#sum').value.replace(/\s/g, ' ')).to.equal('1 234,50'),
    );
    await waitUntil(() => state().topups.orders.length === 1, 'one order', SLOW);
    expect(state().topups.orders[0]?.amount).to.equal('1234.50');
  });

  it('keeps the name of a SIP account', async () => {
    const session = await mount();
    const element = await fixture<LkElement>(html`<lk-sip .session=${session}></lk-sip>`);
    await press(element, 'Создать');
    await there(element, '#name');
    await type(element, '#name', 'Офис, переговорная');
    await waitUntil(() => find(element, 'form button[type=submit]').ariaDisabled === null, 'numbers are known', SLOW);
    await expireAndReturn(
      element,
      `POST /v1/accounts/${ACCOUNT}/sip`,
      () => press(element, 'Создать учётную запись'),
      () => expect(find(element, '#name').value).to.equal('Офис, переговорная'),
    );
    await waitUntil(() => state().sip.accounts.length === 1, 'one account', SLOW);
    expect(state().sip.accounts[0]?.name).to.equal('Офис, переговорная');
  });

  it('keeps the settings of a device', async () => {
    const session = await mount();
    const number = '+79990000101';
    const made = { do: 'sip.create', account: ACCOUNT, number, name: 'Стол', type: 'DEVICE' } as const;
    await mounted.backend.host.world.perform(made);
    const element = await fixture<LkElement>(html`<lk-equipment .session=${session}></lk-equipment>`);
    await there(element, '#port:not([disabled])');
    await type(element, '#registerExpiresSec', '777');
    await expireAndReturn(
      element,
      `PUT /v1/accounts/${ACCOUNT}/sip/**`,
      () => press(element, 'Сохранить'),
      () => expect(find(element, '#registerExpiresSec').value).to.equal('777'),
    );
    await waitUntil(() => state().sip.accounts[0]?.equipment.registerExpiresSec === 777, 'it is saved', SLOW);
  });

  it('keeps an invitation', async () => {
    const session = await mount();
    const element = await fixture<LkElement>(html`<lk-roles .session=${session}></lk-roles>`);
    await shows(element, 'Пользователи 3');
    await press(element, 'Пригласить');
    await there(element, '#contact');
    await type(element, '#contact', 'p.sidorov@example.org');
    await expireAndReturn(
      element,
      `POST /v1/accounts/${ACCOUNT}/invitations`,
      () => press(element, 'Отправить приглашение'),
      () => expect(find(element, '#contact').value).to.equal('p.sidorov@example.org'),
    );
    await waitUntil(() => state().access.invitations.length === 1, 'one invitation', SLOW);
  });

  it('keeps a passport and its files', async () => {
    const session = await mount();
    const card = { fullName: 'Иванова Анна Сергеевна', companyName: null, birthDate: '1981-03-02', inn: null };
    const rest = { kpp: null, ogrn: null, passport: null, regAddress: null, phone: null, email: null };
    const set = { do: 'card.set', account: ACCOUNT, inForce: true, card: { ...card, ...rest } } as const;
    await mounted.backend.host.world.perform(set);
    const element = await fixture<LkElement>(html`<lk-documents .session=${session}></lk-documents>`);
    await press(element, 'Заменить паспорт');
    const typed = { series: '4526', number: '000456', issuedAt: '2026-10-01', issuedBy: 'МВД', deptCode: '770-000' };
    for (const [name, value] of Object.entries(typed)) await type(element, `#${name}`, value);
    for (const [seed, id] of ['main', 'reg'].entries()) {
      const bytes = Uint8Array.from({ length: 4000 }, (_, i) => (i * 31 + seed) % 256);
      bytes.set([0xff, 0xd8, 0xff, 0xe0]);
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], `${id}.jpg`, { type: 'image/jpeg' }));
      find(element, `#${id}`).files = transfer.files;
      find(element, `#${id}`).dispatchEvent(new Event('change'));
      await shows(element, `Выбран «${id}.jpg»`);
    }
    await expireAndReturn(
      element,
      `POST /v1/accounts/${ACCOUNT}/papers/passport`,
      () => press(element, 'Отправить на проверку'),
      () => {
        for (const [name, value] of Object.entries(typed)) expect(find(element, `#${name}`).value).to.equal(value);
        expect(text(element)).to.contain('Выбран «main.jpg»').and.to.contain('Выбран «reg.jpg»');
      },
    );
    await waitUntil(() => state().documents.requests.length === 1, 'one request', SLOW);
    expect(state().documents.requests[0]?.passport).to.include({ series: '4526', number: '000456' });
  });
});
