import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/balance.js';
import { type Mounted, type MountOptions, mountWithBackend } from '../../testing/mount.js';
import type { LkNavigateEvent } from '../../ui/element.events.js';
import type { LkTopUpRequestedEvent } from '../../ui/topup-requested.js';
import type { LkBalance } from './balance.js';

describe('lk-balance', function () {
  // Worlds are played in the page.
  this.timeout(60_000);
  let mounted: Mounted;
  afterEach(() => mounted.close());

  /** Text as it is read, with the spaces of one kind. */
  const text = (element: LkBalance, selector = '.w') =>
    (element.shadowRoot?.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const within = (element: LkBalance, selector: string) =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  const press = (element: LkBalance, selector: string) => within(element, selector)?.click();

  async function show(options: MountOptions, compact = false): Promise<LkBalance> {
    mounted = await mountWithBackend(options);
    const element = await fixture<LkBalance>(
      html`<lk-balance .session=${mounted.session} ?compact=${compact}></lk-balance>`,
    );
    await waitUntil(
      () => !['pending', 'refreshing'].includes(element.status) && text(element) !== '',
      'the balance is settled',
      {
        timeout: 9_000,
      },
    );
    await element.updateComplete;
    return element;
  }

  it('shows account, balance, status and age of the data (BAL-1)', async () => {
    const element = await show({ world: 'demo' });
    expect(text(element)).to.include('Лицевой счёт 200417');
    expect(text(element)).to.include('3 151,38 ₽');
    expect(text(element)).to.include('Активен');
    expect(text(element)).to.include('на 23.11.2026, 09:00');
    await expect(element).to.be.accessible();
  });

  for (const [width, compact] of [
    [900, false],
    [360, false],
    [900, true],
    [300, true],
  ] as const) {
    it(`leaves what stands below where it is when the answer comes: ${width} px${compact ? ', compact' : ''}`, async () => {
      const element = await show({ world: 'demo' }, compact);
      const place = await fixture<HTMLElement>(html`<div style="inline-size: ${width}px"></div>`);
      place.append(element);
      await element.updateComplete;
      const answered = element.offsetHeight;
      mounted.backend.faults.add({ kind: 'slow', delay: 600_000, route: 'GET /v1/accounts/**' });
      element.account = '1';
      await waitUntil(() => within(element, '.sk') !== null);
      expect(element.offsetHeight).to.be.closeTo(answered, 1);
    });
  }

  it('unfolds what the balance is made of, with the backend’s own result', async () => {
    const element = await show({ world: 'demo' });
    const toggle = within(element, '[aria-controls=parts]');
    expect(toggle?.getAttribute('aria-expanded')).to.equal('false');
    toggle?.click();
    await element.updateComplete;
    expect(toggle?.getAttribute('aria-expanded')).to.equal('true');
    expect(text(element)).to.include('+Кредитный лимит3 000,00 ₽ =Доступно6 151,38 ₽');
    await expect(element).to.be.accessible();
  });

  it('says why the account is blocked and names the exact sum that unlocks it (BAL-7)', async () => {
    const element = await show({ world: 'blocked' });
    expect(text(element)).to.include('Заблокирован: недостаточно средств. Пополните на 120,00 ₽');
    expect(text(element)).to.include('Не хватает до нуля');
    expect(text(element)).to.include('Входящие, 112, кабинет и пополнение работают');
    expect(text(element, '[part=top-up]')).to.equal('Пополнить на 120,00 ₽');
    expect(element.matches(':state(blocked)')).to.equal(true);
    await expect(element).to.be.accessible();
  });

  it('says a negative balance in words to who does not see the sign (CC-5)', async () => {
    const element = await show({ world: 'blocked' });
    expect(within(element, '.hero .sr')?.textContent).to.equal('минус 620 рублей 00 копеек');
    expect(within(element, '.hero [aria-hidden]')?.textContent).to.equal('-620,00\u00a0₽');
  });

  it('asks the host to top up by the sum that unlocks, then the cabinet', async () => {
    const element = await show({ world: 'blocked' });
    setTimeout(() => press(element, '[part=top-up]'));
    const asked = (await oneEvent(element, 'lk-topup-requested')) as unknown as LkTopUpRequestedEvent;
    expect(asked.amount).to.equal('120.00');
    setTimeout(() => press(element, '[part=top-up]'));
    const navigate = (await oneEvent(element, 'lk-navigate')) as unknown as LkNavigateEvent;
    expect([navigate.section, navigate.params]).to.deep.equal(['topup', { amount: '120.00' }]);
  });

  it('leaves topping up to a host that takes it over', async () => {
    const element = await show({ world: 'demo' });
    let navigated = false;
    element.addEventListener('lk-topup-requested', (event) => event.preventDefault());
    element.addEventListener('lk-navigate', () => (navigated = true));
    press(element, '[part=top-up]');
    expect(navigated).to.equal(false);
  });

  it('says that the block is being lifted while the network lags (BAL-6)', async () => {
    const element = await show({ world: 'demo', faults: [{ kind: 'unlocking', route: 'GET /v1/accounts/*/balance' }] });
    expect(text(element)).to.include('Блокировка снимается, обычно до 15 минут');
    expect(text(element, '[part=top-up]')).to.equal('Пополнить');
    expect(within(element, '.why')).to.equal(null);
  });

  it('shows the last word of a billing system that does not answer, with its age (BAL-5)', async () => {
    const element = await show({ world: 'demo', faults: [{ kind: 'stale', route: 'GET /v1/accounts/*/balance' }] });
    expect(text(element)).to.include('Баланс мог устареть: обновлён 23.11.2026');
    expect(text(element)).to.include('3 151,38 ₽');
  });

  it('offers a retry with the trace code when the balance could not be read', async () => {
    const element = await show({ world: 'demo', faults: [{ kind: 'error', route: 'GET /v1/accounts/*/balance' }] });
    await waitUntil(() => text(element).includes('Код для поддержки'));
    expect(text(element)).to.include('Не удалось получить баланс');
    expect(within(element, '.head slot[name=heading]') === null).to.equal(false);
    expect(text(element)).not.to.include('0,00');
    await expect(element).to.be.accessible();
    mounted.backend.faults.clear();
    press(element, '.blank .btn');
    await waitUntil(() => text(element).includes('3 151,38 ₽'));
  });

  it('keeps the last value when a refresh fails and says so', async () => {
    const element = await show({ world: 'demo' });
    mounted.backend.faults.add({ kind: 'error', route: 'GET /v1/accounts/*/balance' });
    mounted.session.resources.invalidate(['balance']);
    await waitUntil(() => element.status === 'stale', 'stale', { timeout: 20_000 });
    await element.updateComplete;
    expect(text(element)).to.include('3 151,38 ₽');
    expect(text(element)).to.include('Не удалось получить баланс. Последнее значение — на 23.11.2026, 09:00');
    expect(within(element, '.note[role=status] .btn')?.textContent?.trim()).to.equal('Повторить');
  });

  it('explains missing rights without a retry', async () => {
    const element = await show({ world: 'demo', faults: [{ kind: 'forbidden', route: 'GET /v1/accounts/*/balance' }] });
    expect(text(element)).to.include('Нет доступа к балансу');
    expect(within(element, 'button')).to.equal(null);
    expect(element.status).to.equal('unavailable');
  });

  it('has a skeleton without digits while it waits', async () => {
    mounted = await mountWithBackend({ world: 'demo', latency: 400 });
    const element = await fixture<LkBalance>(html`<lk-balance .session=${mounted.session}></lk-balance>`);
    expect(text(element)).not.to.match(/\d/);
    expect(within(element, '[aria-busy=true]')).not.to.equal(null);
  });

  it('is one line when compact', async () => {
    const element = await show({ world: 'blocked' }, true);
    expect(within(element, '.why')).to.equal(null);
    expect(text(element)).to.include('Заблокирован: недостаточно средств').and.include('Пополнить на 120,00 ₽');
    // The button says it.
    expect(text(element)).not.to.include('Пополните');
    await expect(element).to.be.accessible();
  });

  it('speaks English with the same figures', async () => {
    const element = await show({ world: 'blocked', locale: 'en' });
    expect(text(element)).to.include('Account 100057');
    expect(text(element)).to.include('Blocked: not enough funds. Top up by ₽120.00');
    expect(within(element, '.hero .sr')?.textContent).to.equal('minus 620 roubles 00 kopecks');
  });

  it('fits ten million and 320 pixels without scrolling sideways', async () => {
    const element = await show({ world: 'huge' });
    element.style.inlineSize = '320px';
    await element.updateComplete;
    const frame = within(element, '.w');
    expect(frame?.scrollWidth).to.be.at.most(frame?.clientWidth ?? 0);
  });
});
