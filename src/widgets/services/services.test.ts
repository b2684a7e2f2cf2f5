import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/detail.js';
import '../../define/forwarding.js';
import type { LkTopUpRequestedEvent } from '../../ui/topup-requested.js';
import type { LkDetail } from '../detail/detail.js';
import type { LkForwarding } from '../forwarding/forwarding.js';
import {
  all,
  appears,
  beside,
  CITY,
  MOBILE,
  pick,
  press,
  settled,
  show,
  type Shown,
  squeeze,
  text,
  type,
  vanishes,
  within,
  world,
} from './testing.js';
import { placeOf, viewOf } from './place.js';

describe('lk-services', function () {
  this.timeout(60_000);
  let shown: Shown;
  afterEach(() => shown.mounted.close());

  const rows = () => all(shown.element, '.nrow .num').map((one) => squeeze(one.textContent));

  describe('the list', () => {
    it('shows each number with its tariff, badges, packages and fee', async () => {
      shown = await show({ world: 'demo' });
      const { element } = shown;
      expect(rows()).to.have.length(6);
      const first = squeeze(all(element, '.nrow')[0]?.textContent);
      expect(first).to.include('основной').and.include('SIM').and.include('с 01.12.2026 → Бизнес Мобильный Плюс');
      expect(first).to.include('из 500 мин').and.include('450,00 ₽в месяц');
      await expect(element).to.be.accessible();
    });

    it('finds by digits as they are dialled, by tariff and by city, and says when nothing fits', async () => {
      shown = await show({ world: 'demo' });
      const { element } = shown;
      await type(element, 'find', '8 (812)');
      expect(rows()).to.deep.equal(['+7 (812) 000‑01‑20']);
      await type(element, 'find', 'москва');
      expect(rows()).to.have.length(2);
      await type(element, 'find', 'нет такого');
      expect(text(element)).to.include('Ничего не нашлось');
      await press(element, 'Сбросить фильтр');
      expect(rows()).to.have.length(6);
      await pick(element, 'Мобильные 2');
      expect(rows()).to.have.length(2);
    });

    it('keeps its filter from another widget of the page', async () => {
      shown = await show({ world: 'demo' });
      const other = await beside(shown);
      await type(shown.element, 'find', '812');
      await other.updateComplete;
      expect(all(other, '.nrow')).to.have.length(6);
    });

    it('lives on a page with widgets that read the same numbers in their own way', async () => {
      shown = await show({ world: 'demo' });
      const { element, mounted } = shown;
      const detail = await fixture<LkDetail>(html`<lk-detail .session=${mounted.session}></lk-detail>`);
      const forwarding = await fixture<LkForwarding>(html`<lk-forwarding .session=${mounted.session}></lk-forwarding>`);
      await waitUntil(() => [detail, forwarding].every(({ status }) => status === 'ready'), undefined, {
        timeout: 20_000,
      });
      // And again with what they have read by now, as when a cabinet goes from one section to another.
      for (const one of [element, forwarding, detail]) one.remove();
      const again = await beside(shown);
      const telephony = await fixture<LkForwarding>(html`<lk-forwarding .session=${mounted.session}></lk-forwarding>`);
      await waitUntil(() => telephony.status === 'ready', undefined, { timeout: 20_000 });
      expect(all(again, '.nrow')).to.have.length(6);
      expect(telephony.shadowRoot?.querySelectorAll('option')).to.have.length(6);
    });

    it('invites to choose a number when there is none', async () => {
      shown = await show({ scenario: world(), user: 'neighbour' });
      expect(text(shown.element)).to.include('У вас пока нет номеров');
      await expect(shown.element).to.be.accessible();
    });

    it('is for reading only to a user without the right to change, and says why', async () => {
      shown = await show({ scenario: world(), user: 'boris' });
      const { element } = shown;
      expect(text(element)).to.include('Только просмотр: менять услуги может администратор договора');
      expect(within(element, '[part=connect]')?.ariaDisabled).to.equal('true');
      element.view = `number:${MOBILE}`;
      await appears(element, 'Опции');
      expect(all(element, '.switch').every((one) => one.matches(':disabled'))).to.equal(true);
      await expect(element).to.be.accessible();
    });

    it('says what did not work, with a way to try again; keeps the last data when a refresh fails', async () => {
      shown = await show({ world: 'demo', faults: [{ kind: 'error', route: 'GET /v1/accounts/{account}/numbers' }] });
      const { element, mounted } = shown;
      expect(text(element)).to.include('Не удалось загрузить номера');
      mounted.backend.faults.clear();
      await press(element, 'Повторить');
      await appears(element, '+7 (812)');
    });

    it('shows nothing of numbers to those who may not see them', async () => {
      shown = await show({
        scenario: world({ steps: [] }),
        user: 'boris',
        faults: [{ kind: 'forbidden', route: 'GET /v1/accounts/{account}/numbers' }],
      });
      expect(text(shown.element)).to.include('Нет доступа к номерам');
    });
  });

  describe('a number’s card', () => {
    it('shows tariff, packages with what follows, options, and the ways to other sections', async () => {
      shown = await show({ world: 'demo' }, 'number:+79990000101');
      const { element } = shown;
      await appears(element, 'Опции');
      expect(text(element)).to.include('Следующее списание 1 декабря').and.include('450,00 ₽ в месяц');
      expect(text(element)).to.include('Осталось до 30 ноября').and.include('Дальше от 1,50 ₽ за минуту');
      await expect(element).to.be.accessible();
      setTimeout(() => void press(element, 'Переадресация'));
      const event = await oneEvent(element, 'lk-navigate');
      expect(event).to.deep.include({ section: 'forwarding', params: { number: '+79990000101' } });
    });

    it('says of minutes from last month that they are spent: they are part of the whole that is shown', async () => {
      shown = await show({ world: 'demo' }, 'number:+79990000102');
      await appears(shown.element, '175 мин с прошлого месяца уже израсходованы');
      expect(text(shown.element)).to.include('473 из 675 мин');
    });

    it('asks the price of an option before it moves, and charges it once (SRV-58, SRV-60)', async () => {
      shown = await show({ scenario: world() }, `number:${MOBILE}`);
      const { element, mounted } = shown;
      await appears(element, 'Запись разговоров');
      const record = () => all(element, '.switch').find((one) => one.getAttribute('aria-labelledby') === 'o-record');
      record()?.click();
      await appears(element, 'Сейчас спишется');
      expect(record()?.matches(':checked')).to.equal(false);
      // 90 × 8/30
      expect(text(element, '.ask .note')).to.equal(
        'Подключить «Запись разговоров»? Сейчас спишется 24,00 ₽, с 1 декабря — 90,00 ₽ в месяц. При отключении оплаченный период не возвращается.',
      );
      await expect(element).to.be.accessible();
      await press(element, 'Подключить за 24,00 ₽');
      await appears(element, 'Опция «Запись разговоров» подключена');
      expect(record()?.matches(':checked')).to.equal(true);
      expect(mounted.requests.filter((one) => one.startsWith('PUT'))).to.have.length(1);
    });

    it('takes the question of an option or a package back on Escape, and buys nothing', async () => {
      shown = await show({ scenario: world() }, `number:${MOBILE}`);
      const { element, mounted } = shown;
      await appears(element, 'Запись разговоров');
      const escape = (from: HTMLElement | null) =>
        from?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      const option = all(element, '.switch').find((one) => one.getAttribute('aria-labelledby') === 'o-record');
      option?.click();
      await appears(element, 'Сейчас спишется');
      escape(option ?? null);
      await vanishes(element, 'Сейчас спишется');
      await press(element, 'Купить 50 SMS');
      await appears(element, 'Сейчас спишется');
      escape(within(element, '.ask .btn'));
      await vanishes(element, 'Сейчас спишется');
      expect(mounted.requests.filter((one) => /^(PUT|POST).*(options|packages)/.test(one))).to.deep.equal([]);
    });

    it('gives the focus back to the switch or the button that asked, when the question is answered or taken back', async () => {
      shown = await show({ scenario: world() }, `number:${MOBILE}`);
      const { element } = shown;
      await appears(element, 'Запись разговоров');
      const record = () => all(element, '.switch').find((one) => one.getAttribute('aria-labelledby') === 'o-record');
      const byKeys = (target: HTMLElement | null | undefined) => {
        target?.focus();
        target?.click();
      };
      const focused = () => squeeze(element.shadowRoot?.activeElement?.textContent);
      byKeys(record());
      await appears(element, 'Подключить за 24,00 ₽');
      byKeys(within(element, '.ask .pri'));
      await appears(element, 'Опция «Запись разговоров» подключена');
      await waitUntil(() => element.shadowRoot?.activeElement === record(), 'the switch has the focus again');
      const buy = () => all(element, '.optrow .btn').find((one) => squeeze(one.textContent).startsWith('Купить'));
      byKeys(buy());
      await appears(element, 'Пакет действует 30 дней');
      byKeys(all(element, '.ask .btn').find((one) => squeeze(one.textContent) === 'Отмена'));
      await waitUntil(() => focused() === 'Купить 50 SMS', 'the button has the focus again');
    });

    it('puts the button that connects beside the filters in a cabinet, where there is no heading', async () => {
      shown = await show({ world: 'demo' });
      const { element } = shown;
      expect(within(element, '.head [part=connect]')).not.to.equal(null);
      element.setAttribute('frameless', 'untitled');
      element.requestUpdate();
      await settled(element);
      expect(within(element, '.head [part=connect]')).to.equal(null);
      expect(all(element, '.toolbar [part=connect]')).to.have.length(1);
    });

    it('says which option stands in the way', async () => {
      shown = await show({ scenario: world() }, `number:${MOBILE}`);
      await appears(shown.element, 'Не сочетается с Антиспам');
    });

    it('offers to top up when there is no money for an option', async () => {
      shown = await show({ scenario: world({ opening: '225.00' }) }, `number:${MOBILE}`);
      const { element } = shown;
      await appears(element, 'Запись разговоров');
      all(element, '.switch')
        .find((one) => one.getAttribute('aria-labelledby') === 'o-record')
        ?.click();
      await appears(element, 'На счёте не хватает');
      setTimeout(() => void press(element, 'Пополнить на'));
      const event = (await oneEvent(element, 'lk-topup-requested')) as unknown as LkTopUpRequestedEvent;
      expect(event.amount).to.match(/^\d+\.\d\d$/);
    });

    it('sells a package after the question', async () => {
      shown = await show({ scenario: world() }, `number:${MOBILE}`);
      const { element } = shown;
      await appears(element, 'Докупить');
      await press(element, 'Купить');
      expect(text(element, '.ask .note')).to.include('Сейчас спишется 40,00 ₽. Пакет действует 30 дней');
      await press(element, 'Купить за 40,00 ₽');
      await appears(element, 'подключён.');
      expect(text(element)).to.include('50 из 50 SMS');
    });

    it('says that a number is not there', async () => {
      shown = await show({ scenario: world() }, 'number:+79990000000');
      expect(text(shown.element)).to.include('Такого номера нет');
    });
  });

  describe('disconnecting', () => {
    it('lists what goes, wants the last four digits, holds the number and gives it back (SRV-57)', async () => {
      shown = await show({ scenario: world() }, `number:${CITY}`);
      const { element } = shown;
      await appears(element, 'Отключить номер');
      await press(element, 'Отключить номер');
      await waitUntil(() => text(element, 'dialog').includes('60 дней'), undefined, { timeout: 10_000 });
      const dialog = within(element, 'dialog');
      expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Оставить номер');
      expect(text(element, 'dialog')).to.include('Учётные записи SIP будут удалены');
      await expect(element).to.be.accessible();
      await pick(element, 'Сегодня');
      await type(element, 'last-four', '0000');
      const confirm = [...(dialog?.querySelectorAll<HTMLElement>('.btn.bad') ?? [])][0];
      confirm?.click();
      await element.updateComplete;
      expect(text(element, 'dialog')).to.include('Это не последние 4 цифры');
      await type(element, 'last-four', '9002');
      confirm?.click();
      await appears(element, 'Номер отключён. До 22.01.2027 его можно вернуть');
      expect(dialog?.matches('[open]')).to.equal(false);
      await press(element, 'Вернуть номер');
      await appears(element, 'Нужно на счёте');
      // 150 × 8/30
      expect(text(element)).to.include('Плата за 8 дней40,00 ₽');
      await press(element, 'Вернуть за 40,00 ₽');
      await appears(element, 'Номер снова ваш');
      await expect(element).to.be.accessible();
    });

    it('of the main number waits for the additional ones (SRV-56)', async () => {
      shown = await show({ scenario: world() }, `number:${MOBILE}`);
      const { element } = shown;
      await appears(element, 'Отключить номер');
      await press(element, 'Отключить номер');
      await waitUntil(() => text(element, 'dialog').includes('сначала отключите дополнительные номера'), undefined, {
        timeout: 10_000,
      });
    });
  });

  it('shows another account’s numbers and never the first one’s', async () => {
    shown = await show({ scenario: world(), user: 'anna' });
    const { element } = shown;
    element.account = '2';
    await element.updateComplete;
    expect(text(element)).not.to.include('+7 (999) 000‑90‑01');
    await settled(element);
    expect(text(element)).to.include('Нет доступа к номерам');
  });
});

describe('the attribute view', () => {
  it('is read and written', () => {
    for (const view of [
      'list',
      'number:+79990000101',
      'change:+79990000101',
      'change:+79990000101/quote',
      'reconnect:+79990000101',
      'connect',
      'connect/cart',
      'additional:+79990000101',
      'additional:+79990000101/tariff',
    ]) {
      expect(viewOf(placeOf(view)), view).to.equal(view);
    }
  });
  it('is the list for anything else', () => {
    for (const view of [undefined, '', 'number:', 'number:1', 'change', 'toString', 'connect:']) {
      expect(viewOf(placeOf(view)), view).to.equal('list');
    }
  });
});
