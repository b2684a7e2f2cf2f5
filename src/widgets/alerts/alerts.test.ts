import type { AccountState } from '../../../mock-backend/engine/state.js';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/alerts.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkAlerts } from './alerts.js';

const text = (element: LkAlerts): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ');
const press = async (element: LkAlerts, label: string): Promise<void> => {
  const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>('button')];
  const named = buttons.find((one) => one.textContent?.trim() === label || one.getAttribute('aria-label') === label);
  (named ?? expect.fail(`no button «${label}»`)).click();
  await element.updateComplete;
};
const type = async (element: LkAlerts, selector: string, value: string): Promise<void> => {
  const input = element.renderRoot.querySelector<HTMLInputElement>(selector) ?? expect.fail(`no ${selector}`);
  input.value = value;
  input.dispatchEvent(new Event('input'));
  await element.updateComplete;
};
const shows = (element: LkAlerts, part: string) =>
  waitUntil(() => text(element).includes(part), `shows «${part}»`, { timeout: 15_000 });

describe('lk-alerts', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  const mount = async (user = 'director'): Promise<LkAlerts> => {
    mounted = await mountWithBackend({ scenario: OFFICE, user });
    return fixture<LkAlerts>(html`<lk-alerts .session=${mounted.session}></lk-alerts>`);
  };
  const state = (): AccountState => {
    const found = mounted.backend.host.world.peek('200417');
    if (!found) throw new Error('no account');
    return found;
  };
  const code = () => state().messages.items.findLast(({ topic }) => topic === 'CODE')?.params['code'] ?? '';

  async function withContact(value = 'i.ivanova@example.org'): Promise<LkAlerts> {
    const element = await mount();
    await shows(element, 'Узнавайте о балансе вовремя');
    await waitUntil(() => element.renderRoot.querySelector('.blank .btn'), 'rights are known', { timeout: 15_000 });
    await expect(element).to.be.accessible();
    await press(element, 'Добавить');
    if (value.includes('@')) {
      element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=kind]')[1]?.click();
      await element.updateComplete;
    }
    await type(element, '#contact', value);
    await press(element, 'Получить код');
    await shows(element, 'Ожидает подтверждения');
    return element;
  }

  it('keeps the menu of a row off a long address at any width', async () => {
    const element = await withContact('accounting.department@branch-office.example.org');
    for (const width of [288, 320, 375, 560, 700]) {
      element.style.width = `${width}px`;
      const [address, menu] = ['tbody .num', '.acts svg'].map((part) =>
        element.renderRoot.querySelector(part)?.getBoundingClientRect(),
      );
      expect((menu?.left ?? 0) - (address?.right ?? 0), `${width}px`).to.be.at.least(8);
    }
  });

  it('adds an address, counts wrong codes, and works after the right one', async () => {
    const element = await withContact();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'code-c1', 'the code has the focus', {
      timeout: 5_000,
    });
    await expect(element).to.be.accessible();
    expect(text(element)).to.contain('Подписка бесплатная');
    await type(element, '#code-c1', code() === '000000' ? '000001' : '000000');
    await press(element, 'Подтвердить');
    await shows(element, 'Неверный код, осталось попыток: 4');
    await type(element, '#code-c1', code());
    const changed = oneEvent(element, 'lk-alerts-changed');
    await press(element, 'Подтвердить');
    expect(await changed).to.deep.include({ change: 'confirmed' });
    await shows(element, 'Работает');
    expect(state().alerts).to.include({ lowBalance: '1000.00', dayLimit: '200.00' });
  });

  it('says at the field what is wrong with a contact', async () => {
    const element = await mount();
    await waitUntil(() => element.renderRoot.querySelector('.blank .btn'), 'rights are known', { timeout: 15_000 });
    await press(element, 'Добавить');
    await press(element, 'Получить код');
    expect(text(element)).to.contain('Введите номер телефона');
    expect(element.shadowRoot?.activeElement?.id).to.equal('contact');
    await type(element, '#contact', '<b>123');
    await press(element, 'Получить код');
    await waitUntil(() => element.renderRoot.querySelector('#contact[aria-invalid=true]'), 'refused', {
      timeout: 15_000,
    });
    expect(state().contacts.items).to.deep.equal([]);
  });

  it('tells of a balance below the threshold once, by a message that costs nothing', async () => {
    const element = await withContact();
    await type(element, '#code-c1', code());
    await press(element, 'Подтвердить');
    await shows(element, 'Работает');
    await type(element, '#lowBalance', '1 500,50 ₽');
    await press(element, 'Сохранить пороги');
    await shows(element, 'Пороги сохранены');
    await shows(element, 'баланс 1 000,00 ₽, ниже 1 500,50 ₽');
    expect(state().messages.items.filter(({ topic }) => topic === 'LOW_BALANCE')).to.have.length(1);
    expect(state().balance).to.equal('1000.00');
    await press(element, 'Журнал');
    await waitUntil(() => element.renderRoot.querySelector('.cards tbody tr'), 'the log', { timeout: 15_000 });
    await expect(element).to.be.accessible();
  });

  it('refuses an empty and an impossible threshold at its field', async () => {
    const element = await withContact();
    await type(element, '#dayLimit', '');
    await press(element, 'Сохранить пороги');
    expect(text(element)).to.contain('Укажите порог');
    await type(element, '#dayLimit', '0,50');
    await press(element, 'Сохранить пороги');
    await shows(element, 'От 1,00 ₽ до 1 000 000,00 ₽');
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'dayLimit', 'the field has the focus', {
      timeout: 5_000,
    });
  });

  it('keeps what may not be changed from those who may only look', async () => {
    const element = await mount('menedzher');
    await waitUntil(() => text(element).includes('Нет доступа'), 'no rights', { timeout: 15_000 });
    await expect(element).to.be.accessible();
  });
});
