import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../define/products.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { until } from '../../testing/tiny-backend.js';
import type { LkProducts } from './products.js';

const start = '2026-11-16T10:00:00+03:00';
const scenario = {
  scenario: 'products',
  title: 'Products',
  start,
  steps: [
    { at: start, do: 'account.open', account: '1', kind: 'INDIVIDUAL', opening: '1000.00' },
    { at: start, do: 'user.grant', account: '1', user: 'owner', product: 'CORE', level: 'OWNER' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'CORE', level: 'USER' },
    { at: start, do: 'user.grant', account: '1', user: 'reader', product: 'VPBX', level: 'USER' },
    { at: start, do: 'user.grant', account: '1', user: 'stranger', product: 'CORE', level: 'USER' },
  ],
};

describe('lk-products', function () {
  this.timeout(60_000);
  let mounted: Mounted;
  let element: LkProducts;
  const root = () => element.shadowRoot ?? expect.fail('no shadow root');
  const text = () => (root().textContent ?? '').replace(/\s+/g, ' ');
  const card = (name: string) =>
    [...root().querySelectorAll('.card')].find((one) => one.querySelector('h3')?.textContent === name) ??
    expect.fail(`no card ${name}`);
  const press = (label: string, within: ParentNode = root()) => {
    const found = [...within.querySelectorAll<HTMLElement>('button')].find((one) =>
      one.textContent?.trim().startsWith(label),
    );
    if (!found) throw new Error(`no button ${label}`);
    found.click();
  };
  const type = (id: string, value: string) => {
    const input = root().querySelector<HTMLInputElement>(`#${id}`) ?? expect.fail(`no field ${id}`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
  };

  async function show(user = 'owner', view?: string): Promise<void> {
    mounted = await mountWithBackend({ scenario, user });
    element = await fixture(html`<lk-products .session=${mounted.session} view=${view ?? 'products'}></lk-products>`);
    await until(() => root().querySelector('.card, .blank, .steps') !== null, 'the first view');
    await element.updateComplete;
  }

  afterEach(() => mounted.close());

  it('shows what is available and why the rest is not, an unknown type by its own name', async () => {
    await show();
    expect(card('Виртуальная АТС').textContent).to.contain('Доступно');
    expect(card('Мобильные в АТС (FMC)').textContent).to.contain('сначала подключите «Виртуальная АТС»');
    expect(card('Коллтрекинг').textContent).to.contain('только для организаций');
    await expect(element).to.be.accessible();
  });

  it('connects by tariff, resources, quote and confirmation, and shows it in the list', async () => {
    await show('owner', 'connect:VPBX');
    expect(element.dirty).to.equal(false);
    root().querySelector<HTMLInputElement>('.radio')?.click();
    await element.updateComplete;
    press('Далее');
    await element.updateComplete;
    type('amount-extensions', '7');
    expect(element.dirty).to.equal(true);
    await element.updateComplete;
    press('Рассчитать');
    await until(() => text().includes('Спишется сейчас'), 'the quote');
    expect(text()).to.contain('540,00');
    await expect(element).to.be.accessible();
    press('Подключить за');
    await until(() => text().includes('подключён'), 'the result');
    expect(element.dirty).to.equal(false);
    expect(mounted.backend.host.world.peek('1')?.balance).to.equal('460.00');
    press('К продуктам');
    await until(() => root().querySelector('.card')?.textContent?.includes('Подключено') === true, 'the list of now');
    expect(card('Виртуальная АТС').textContent).to.contain('Подключено');
    expect(card('Мобильные в АТС (FMC)').textContent).to.contain('Доступно');
  });

  it('keeps what was typed when going back, and says what is wrong with an amount', async () => {
    await show('owner', 'connect:VOICE_ROBOT');
    type('amount-channels', '200');
    await element.updateComplete;
    press('Рассчитать');
    await element.updateComplete;
    await aTimeout(0);
    expect(text()).to.contain('Введите целое число от 1 до 100');
    expect(root().activeElement?.id).to.equal('amount-channels');
    type('amount-channels', '2');
    await element.updateComplete;
    press('Рассчитать');
    await until(() => text().includes('Спишется сейчас'), 'the quote');
    press('Назад');
    await element.updateComplete;
    expect(root().querySelector<HTMLInputElement>('#amount-channels')?.value).to.equal('2');
  });

  it('says what is missing and leads to top up (SRV-6)', async () => {
    await show('owner', 'connect:VPBX');
    root().querySelectorAll<HTMLInputElement>('.radio')[1]?.click();
    await element.updateComplete;
    press('Далее');
    await element.updateComplete;
    press('Рассчитать');
    await until(() => text().includes('Не хватает'), 'the shortfall');
    let asked: string | null = null;
    element.addEventListener('lk-topup-requested', (event) => (asked = event.amount));
    press('Пополнить на');
    expect(asked).to.equal('1700.00');
  });

  it('closes after a question and can be kept', async () => {
    await show();
    const world = mounted.backend.host.world;
    const order = { account: '1', type: 'CHATOPHONE', tariff: 'site', resources: {} } as const;
    const { id } = await world.perform({ do: 'product.quote', ...order });
    await world.perform({ do: 'product.connect', ...order, quote: String(id) });
    mounted.backend.host.touched();
    mounted.session.resources.invalidate(['products']);
    await until(() => card('Чатофон').textContent?.includes('Подключено') === true, 'connected');
    press('Закрыть', card('Чатофон'));
    await until(() => root().querySelector('dialog[open]') !== null, 'the question');
    expect(root().querySelector('dialog')?.textContent).to.contain('30 ноября');
    press('Закрыть продукт');
    await until(() => card('Чатофон').textContent?.includes('Закроется 1 декабря') === true, 'closing');
    press('Отменить', card('Чатофон'));
    await until(() => card('Чатофон').textContent?.includes('Закроется') === false, 'kept');
  });

  it('is read-only for a reader and unavailable to others', async () => {
    await show('reader');
    await until(() => text().includes('может администратор договора'), 'the note');
    expect(card('Чатофон').querySelector('button')?.getAttribute('aria-disabled')).to.equal('true');
    await mounted.close();
    await show('stranger');
    expect(text()).to.contain('Нет доступа к продуктам');
  });
});
