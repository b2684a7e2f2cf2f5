import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/topup.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import type { LkTopUp } from './topup.js';

const at = '2026-11-23T09:00:00+03:00';
const scenario = (kind: 'INDIVIDUAL' | 'LEGAL', opening = '309.60') => ({
  scenario: 'topups',
  title: 'One subscriber',
  start: at,
  catalog: { policy: { promised: { min: '10', max: '500', hours: 72, fee: '0.00', perDays: 28, count: 2 } } },
  steps: [
    { at, do: 'account.open', account: '100042', kind, opening },
    { at, do: 'user.grant', account: '100042', user: 'anna', product: 'CORE', level: 'OWNER' },
    { at, do: 'user.grant', account: '100042', user: 'guest', product: 'CORE', level: 'USER' },
  ],
});

const textOf = (element: LkTopUp): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
const buttonOf = (element: LkTopUp, label: string): HTMLElement =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('button, a')].find((one) =>
    (one.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').includes(label),
  ) ?? expect.fail(`no button «${label}» in ${textOf(element)}`);
const press = async (element: LkTopUp, label: string): Promise<void> => {
  buttonOf(element, label).click();
  await element.updateComplete;
};
const type = async (element: LkTopUp, selector: string, value: string): Promise<void> => {
  const input = element.renderRoot.querySelector<HTMLInputElement>(selector) ?? expect.fail(`no ${selector}`);
  input.value = value;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
};
const choose = async (element: LkTopUp, method: number): Promise<void> => {
  element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=method]')[method]?.click();
  await element.updateComplete;
};
const shows = (element: LkTopUp, text: string): Promise<void> =>
  waitUntil(() => textOf(element).includes(text), '', { timeout: 10_000 }).catch(() =>
    expect.fail(`«${text}» is not in «${textOf(element)}»`),
  );

describe('lk-topup', () => {
  let mounted: Mounted;
  // Pages of a test run stand behind one another; to the widget this one is looked at.
  before(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' }));
  after(() => Reflect.deleteProperty(document, 'visibilityState'));
  afterEach(() => mounted.close());

  async function open(
    amount: string | undefined = undefined,
    kind: 'INDIVIDUAL' | 'LEGAL' = 'LEGAL',
    opening?: string,
  ) {
    mounted = await mountWithBackend({ scenario: scenario(kind, opening), user: 'anna' });
    return again(amount);
  }
  /** As after a reload: nothing that was asked before is known. */
  async function again(amount?: string): Promise<LkTopUp> {
    const session = mounted.as('anna');
    const element = await fixture<LkTopUp>(html`<lk-topup .session=${session} .amount=${amount}></lk-topup>`);
    await waitUntil(() => textOf(element).trim().length > 80, 'it shows something', { timeout: 10_000 });
    return element;
  }
  async function begun(method = 0, amount = '500'): Promise<LkTopUp> {
    const element = await open(amount);
    await choose(element, method);
    await shows(element, 'Оплатить 500,00 ₽');
    await press(element, 'Оплатить 500,00 ₽');
    await waitUntil(() => element.renderRoot.querySelector('a.btn'), 'the page of the provider is linked', {
      timeout: 10_000,
    });
    return element;
  }
  const provider = (element: LkTopUp, action: string): Promise<Response> => {
    const link = element.renderRoot.querySelector<HTMLAnchorElement>('a.btn');
    return Promise.resolve(mounted.backend.app.request(`${link?.href}/${action}`, { method: 'POST' }));
  };
  const orders = () => mounted.backend.host.world.peek('100042')?.topups.orders ?? [];
  const balance = () => mounted.backend.host.world.peek('100042')?.balance;

  it('reads a sum as people write and paste it, and names what is wrong', async () => {
    const element = await open();
    await shows(element, 'сейчас на нём 309,60 ₽');
    await expect(element).to.be.accessible();
    for (const [typed, said] of [
      ['', 'Введите сумму'],
      ['0', 'Сумма от 1,00 ₽ до 1 000 000,00 ₽'],
      ['-5', 'Сумма от 1,00 ₽ до 1 000 000,00 ₽'],
      ['1000001', 'Сумма от 1,00 ₽ до 1 000 000,00 ₽'],
      ['99999999999999999999999999', 'Сумма от 1,00 ₽ до 1 000 000,00 ₽'],
      ['1000,505', 'Не больше двух знаков после запятой'],
      ['<b>сто</b>', 'Введите сумму цифрами'],
    ] as const) {
      await type(element, '#sum', typed);
      await press(element, 'Оплатить');
      expect(textOf(element), typed).to.contain(said);
      expect(element.shadowRoot?.activeElement?.id).to.equal('sum');
    }
    await expect(element).to.be.accessible();
    expect(orders()).to.deep.equal([]);
    for (const typed of ['1 000,50 ₽', '1000.5', '1\u00a0000,50']) {
      await type(element, '#sum', typed);
      await shows(element, 'Оплатить 1 000,50 ₽');
    }
  });

  it('says what is wrong also to who presses Enter in the field and stays there', async () => {
    const element = await open();
    await shows(element, 'сейчас на нём 309,60 ₽');
    const field = element.renderRoot.querySelector<HTMLInputElement>('#sum') ?? expect.fail('no field');
    field.focus();
    field.value = '0';
    field.dispatchEvent(new Event('input'));
    await element.updateComplete;
    field.form?.requestSubmit();
    await shows(element, 'Сумма от 1,00 ₽ до 1 000 000,00 ₽');
    expect(element.shadowRoot?.activeElement).to.equal(field);
    const alerts = [...element.renderRoot.querySelectorAll('[role=alert]')].map(({ textContent }) =>
      textContent?.trim(),
    );
    expect(alerts).to.deep.equal([
      'Сумма от 1,00 ₽ до 1 000 000,00 ₽'.replaceAll(' ₽', '\u00a0₽').replaceAll('1 000 000', '1\u00a0000\u00a0000'),
    ]);
    await expect(element).to.be.accessible();
  });

  it('pays by card once, however often it is pressed, and shows the sum', async () => {
    const element = await open('500');
    await shows(element, 'Спишется с вас');
    await shows(element, 'Оплатить 500,00 ₽');
    const pay = buttonOf(element, 'Оплатить 500,00 ₽');
    pay.click();
    pay.click();
    await waitUntil(() => element.renderRoot.querySelector('a.btn'), 'the page of the provider is linked', {
      timeout: 10_000,
    });
    expect(orders().length).to.equal(1);
    const link = buttonOf(element, 'Перейти к оплате 500,00 ₽');
    expect(link.getAttribute('target')).to.equal('_blank');
    expect(link.getAttribute('rel')).to.contain('noopener');
    await expect(element).to.be.accessible();
    element.addEventListener('lk-payment-redirect', (event) => event.preventDefault(), { once: true });
    const redirect = oneEvent(element, 'lk-payment-redirect');
    link.click();
    expect(await redirect).to.include({ url: (link as HTMLAnchorElement).href });
    const succeeded = oneEvent(element, 'lk-payment-succeeded');
    await provider(element, 'pay');
    expect(JSON.stringify(await succeeded)).not.to.contain('100042');
    await shows(element, 'Баланс пополнен');
    await shows(element, '809,60');
    expect(textOf(element)).to.match(
      /Было309,60 ₽ \+Платёж500,00 ₽ =На балансе809,60 ₽|Было 309,60 ₽.*500,00 ₽.*809,60 ₽/,
    );
    await expect(element).to.be.accessible();
    expect(balance()).to.equal('809.60');
    await press(element, 'Готово');
    expect(element.renderRoot.querySelector<HTMLInputElement>('#sum')?.value).to.equal('');
    element.remove();
    expect(textOf(await again())).to.contain('Сумма');
    expect(orders().length).to.equal(1);
  });

  it('tells a screen reader of a success once: by the heading that gets the focus, else by a region that was there before', async () => {
    const regions = (element: LkTopUp) =>
      [...element.renderRoot.querySelectorAll('[role=status], [role=alert]')].filter((one) =>
        one.textContent?.includes('Баланс пополнен'),
      );
    const watched = await begun();
    watched.renderRoot.querySelector<HTMLElement>('a.btn')?.focus();
    await provider(watched, 'pay');
    await shows(watched, 'Баланс пополнен');
    await waitUntil(() => watched.shadowRoot?.activeElement?.textContent === 'Баланс пополнен', 'the heading is read', {
      timeout: 10_000,
    });
    expect(regions(watched)).to.deep.equal([]);
    watched.remove();
    mounted.close();

    const left = await begun();
    const before = [...left.renderRoot.querySelectorAll('[role=status]')];
    const outside = await fixture<HTMLElement>(html`<button>elsewhere</button>`);
    outside.focus();
    await provider(left, 'pay');
    await shows(left, 'Баланс пополнен');
    await waitUntil(() => regions(left).length === 1, 'one region', { timeout: 10_000 });
    expect(before).to.include(regions(left)[0]);
    expect(document.activeElement).to.equal(outside);
  });

  it('follows the payment after a reload in the middle', async () => {
    const element = await begun();
    element.remove();
    const later = await again();
    await shows(later, 'Если вы уже заплатили');
    await provider(later, 'pay');
    await shows(later, 'Баланс пополнен');
    expect(orders().length).to.equal(1);
  });

  it('shows the same payment to who comes back from the provider’s page without paying, and begins no other', async () => {
    const element = await begun();
    const page = element.renderRoot.querySelector<HTMLAnchorElement>('a.btn')?.href;
    element.remove();
    const back = await again('500');
    await shows(back, 'Перейти к оплате 500,00 ₽');
    expect(back.renderRoot.querySelector<HTMLAnchorElement>('a.btn')?.href).to.contain(new URL(page ?? '').origin);
    expect(back.renderRoot.querySelector('.paybar')).to.equal(null);
    expect(orders().length).to.equal(1);
  });

  it('takes the money once, however often the provider’s page is sent', async () => {
    const element = await begun();
    const page = element.renderRoot.querySelector<HTMLAnchorElement>('a.btn')?.href;
    const pays = () => mounted.backend.app.request(`${page}/pay`, { method: 'POST' });
    await pays();
    await pays();
    await shows(element, 'Баланс пополнен');
    await pays();
    expect(balance()).to.equal('809.60');
    expect(mounted.backend.host.world.peek('100042')?.payments.length).to.equal(1);
  });

  it('finds the payment again when the tab was closed before the answer came', async () => {
    const element = await open('500');
    await shows(element, 'Оплатить 500,00 ₽');
    mounted.backend.faults.add({ kind: 'lost', route: 'POST /v1/accounts/{account}/topups', times: 1 });
    buttonOf(element, 'Оплатить 500,00 ₽').click();
    element.remove();
    await waitUntil(() => orders().length === 1, 'it has arrived', { timeout: 10_000 });
    const later = await again('500');
    await shows(later, 'Перейти к оплате 500,00 ₽');
    await provider(later, 'pay');
    await shows(later, 'Баланс пополнен');
    expect(orders().length).to.equal(1);
    expect(balance()).to.equal('809.60');
  });

  it('pays nothing when the form is come back to after a success', async () => {
    const element = await begun();
    await provider(element, 'pay');
    await shows(element, 'Баланс пополнен');
    element.remove();
    const back = await again();
    await shows(back, 'Последний платёж, 500,00 ₽ от 23.11.2026, 09:00, зачислен');
    expect(back.renderRoot.querySelector<HTMLInputElement>('#sum')?.value).to.equal('');
    await press(back, 'Оплатить');
    expect(textOf(back)).to.contain('Введите сумму');
    expect(orders().length).to.equal(1);
    expect(balance()).to.equal('809.60');
  });

  it('says what became of a payment that was paid while the tab was closed', async () => {
    const element = await begun();
    const link = element.renderRoot.querySelector<HTMLAnchorElement>('a.btn')?.href;
    element.remove();
    await mounted.backend.app.request(`${link}/pay`, { method: 'POST' });
    await shows(await again(), 'Последний платёж, 500,00 ₽ от 23.11.2026, 09:00, зачислен');
  });

  it('shows a code for SBP and a way back from it', async () => {
    const element = await begun(1);
    await waitUntil(() => element.renderRoot.querySelector('svg.qr'), 'the code is drawn', { timeout: 10_000 });
    expect(textOf(element)).to.contain('Код действует ещё');
    await expect(element).to.be.accessible();
    await press(element, 'Другой способ');
    await shows(element, 'Как платить');
    expect(orders()[0]?.state).to.equal('CANCELLED');
    expect(element.renderRoot.querySelector<HTMLInputElement>('#sum')?.value).to.equal('500');
    const told = () => element.renderRoot.querySelector('.sr[role=status]')?.textContent;
    await waitUntil(() => told() === 'Платёж отменён', 'it is told');
    await press(element, 'Оплатить 500,00 ₽');
    await shows(element, 'Ждём подтверждения банка');
    expect(told()).to.equal('');
  });

  it('says why a payment was declined, and keeps the sum for another try', async () => {
    const element = await begun();
    await provider(element, 'poor');
    await shows(element, 'На карте или счёте не хватает денег. Деньги не списаны.');
    await expect(element).to.be.accessible();
    await press(element, 'Попробовать ещё раз');
    expect(element.renderRoot.querySelector<HTMLInputElement>('#sum')?.value).to.equal('500');
    expect(balance()).to.equal('309.60');
  });

  it('tells that time ran out, and still takes money that comes late', async () => {
    const element = await begun();
    const link = element.renderRoot.querySelector<HTMLAnchorElement>('a.btn')?.href;
    await mounted.advance('2026-11-23T09:30:00+03:00');
    await shows(element, 'Время на оплату вышло');
    await expect(element).to.be.accessible();
    // The heading has the focus already: that its words are others is told by the region.
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'result', 'it is read', { timeout: 10_000 });
    await mounted.backend.app.request(`${link}/pay`, { method: 'POST' });
    dispatchEvent(new Event('focus'));
    await shows(element, 'Баланс пополнен');
    expect(balance()).to.equal('809.60');
    const told = () => element.renderRoot.querySelector('p.sr[role=status]')?.textContent;
    await waitUntil(() => told() === 'Баланс пополнен', 'it is told', { timeout: 10_000 });
  });

  it('stops waiting on screen after two minutes and goes on when the reader is back', async () => {
    const set = window.setInterval;
    Object.assign(window, { setInterval: (work: () => void) => set(work, 10) });
    try {
      const element = await begun(1);
      await shows(element, 'Не платите второй раз');
      expect(textOf(element)).to.contain('Платёж обрабатывается');
      await expect(element).to.be.accessible();
      const [order] = orders();
      expect(order?.state).to.equal('PENDING');
      await press(element, 'Показать код');
      await shows(element, 'Наведите камеру');
      await provider(element, 'pay');
      dispatchEvent(new Event('focus'));
      await shows(element, 'Баланс пополнен');
    } finally {
      Object.assign(window, { setInterval: set });
    }
  });

  it('does not begin a second payment when the answer to the first is lost', async () => {
    const element = await open('500');
    await shows(element, 'Оплатить 500,00 ₽');
    mounted.backend.faults.add({ kind: 'lost', route: 'POST /v1/accounts/{account}/topups', times: 1 });
    await press(element, 'Оплатить 500,00 ₽');
    await shows(element, 'Перейти к оплате');
    expect(orders().length).to.equal(1);
  });

  it('sends the same payment again when the first did not arrive, and only when told to', async () => {
    const element = await open('500');
    await shows(element, 'Оплатить 500,00 ₽');
    mounted.backend.faults.add({ kind: 'offline', route: 'POST /v1/accounts/{account}/topups', times: 1 });
    await press(element, 'Оплатить 500,00 ₽');
    await shows(element, 'Проверяем платёж');
    await expect(element).to.be.accessible();
    expect(orders().length).to.equal(0);
    await press(element, 'Проверить ещё раз');
    await shows(element, 'Перейти к оплате');
    expect(orders().length).to.equal(1);
  });

  it('gives the unpaid invoice of the same sum again', async () => {
    const element = await open('1500,5');
    await type(element, '#sum', '1 500,50 ₽');
    await choose(element, 2);
    await press(element, 'Получить счёт на 1 500,50 ₽');
    await shows(element, 'Счёт 100042-P1 готов');
    await expect(element).to.be.accessible();
    await press(element, 'Готово');
    await type(element, '#sum', '1500.50');
    await press(element, 'Получить счёт на 1 500,50 ₽');
    await shows(element, 'Неоплаченный счёт на эту сумму уже есть');
    expect(mounted.backend.host.world.peek('100042')?.topups.invoices.length).to.equal(1);
  });

  it('asks individuals where the receipt goes', async () => {
    const element = await open('100', 'INDIVIDUAL');
    await shows(element, 'Оплатить 100,00 ₽');
    await press(element, 'Оплатить 100,00 ₽');
    expect(textOf(element)).to.contain('Укажите почту или телефон для чека');
    expect(element.shadowRoot?.activeElement?.id).to.equal('receipt');
    await type(element, '#receipt', 'anna@@example');
    await press(element, 'Оплатить 100,00 ₽');
    expect(textOf(element)).to.contain('Введите почту вида');
    await expect(element).to.be.accessible();
    await type(element, '#receipt', '8 900 000-00-01');
    await press(element, 'Оплатить 100,00 ₽');
    await shows(element, 'Перейти к оплате');
    expect(orders()[0]?.receipt).to.equal('+79000000001');
  });

  it('proposes what is missing on a blocked account', async () => {
    const element = await open(undefined, 'LEGAL', '-119.40');
    await shows(element, 'Счёт заблокирован: не хватает');
    const value = element.renderRoot.querySelector<HTMLInputElement>('#sum')?.value;
    expect(value).to.match(/^\d+$/);
    await shows(element, `Оплатить ${value},00 ₽`);
  });

  it('takes a promised payment', async () => {
    const element = await open();
    await shows(element, 'До 500 ₽ на 72 часа');
    await press(element, 'Взять обещанный платёж');
    await type(element, '#promised-sum', '5');
    await press(element, 'Взять');
    expect(textOf(element)).to.contain('Сумма от 10 ₽ до 500 ₽');
    await type(element, '#promised-sum', '300');
    await expect(element).to.be.accessible();
    await press(element, 'Взять 300,00 ₽');
    await shows(element, 'Обещанный платёж 300,00 ₽ действует до 26.11.2026, 09:00');
    expect(balance()).to.equal('309.60');
  });

  it('switches auto-payment on, changes it and switches it off', async () => {
    const element = await open();
    await press(element, 'Включить автоплатёж');
    await waitUntil(() => element.renderRoot.querySelector('#autopay-threshold'), 'the form has come', {
      timeout: 10_000,
    });
    const units = [...element.renderRoot.querySelectorAll('form:has(#autopay-cap) .cur')];
    expect(units.map((unit) => unit.textContent)).to.deep.equal(['₽', '₽', '₽']);
    await type(element, '#autopay-threshold', '200');
    await type(element, '#autopay-amount', '300');
    await type(element, '#autopay-cap', '100');
    await press(element, 'Сохранить');
    expect(textOf(element)).to.contain('Не меньше суммы одного пополнения');
    expect(element.shadowRoot?.activeElement?.id).to.equal('autopay-cap');
    await expect(element).to.be.accessible();
    await type(element, '#autopay-cap', '3000');
    await press(element, 'Сохранить');
    await shows(
      element,
      'Когда на балансе меньше 200,00 ₽, пополняем на 300,00 ₽ картой. Не больше 3 000,00 ₽ в месяц.',
    );
    await press(element, 'Изменить');
    element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=trigger]')[1]?.click();
    await element.updateComplete;
    await type(element, '#autopay-day', '31');
    await press(element, 'Сохранить');
    expect(textOf(element)).to.contain('Введите день от 1 до 28');
    await type(element, '#autopay-day', '5');
    await press(element, 'Сохранить');
    await shows(element, 'Каждый месяц 5-го числа');
    await press(element, 'Отключить');
    await shows(element, 'Автоплатёж отключён');
    expect(mounted.backend.host.world.peek('100042')?.topups.autopay).to.equal(null);
  });

  it('is not for users without the right', async () => {
    mounted = await mountWithBackend({ scenario: scenario('LEGAL'), user: 'guest' });
    const element = await fixture<LkTopUp>(html`<lk-topup .session=${mounted.session}></lk-topup>`);
    await shows(element, 'Нет доступа к пополнению');
    await expect(element).to.be.accessible();
  });

  it('speaks English', async () => {
    mounted = await mountWithBackend({ scenario: scenario('LEGAL'), user: 'anna', locale: 'en' });
    const element = await fixture<LkTopUp>(html`<lk-topup .session=${mounted.session} amount="12.50"></lk-topup>`);
    await shows(element, 'Pay ₽12.50');
    expect(element.renderRoot.querySelector<HTMLInputElement>('#sum')?.value).to.equal('12.50');
    await expect(element).to.be.accessible();
  });
});
