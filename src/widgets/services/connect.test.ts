import { expect } from '@open-wc/testing';
import {
  all,
  appears,
  archive,
  beside,
  MOBILE,
  pick,
  press,
  settled,
  show,
  type Shown,
  squeeze,
  text,
  type,
  within,
  world,
} from './testing.js';

describe('connecting a number', function () {
  this.timeout(60_000);
  let shown: Shown;
  afterEach(() => shown.mounted.close());

  const numbers = () => all(shown.element, '.srow .num').map((one) => squeeze(one.textContent));
  const choose = async (number: string) => {
    all(shown.element, '.srow')
      .find((row) => squeeze(row.textContent).includes(number))
      ?.click();
    await appears(shown.element, 'Забронировать на 30 мин');
  };
  const toCart = async () => {
    shown = await show({ scenario: world() }, 'connect');
    await appears(shown.element, 'Свободные номера');
    await pick(shown.element, 'Мобильный');
    await appears(shown.element, '34 номера');
    await choose('+7 (999) 000‑21‑21');
    await pick(shown.element, 'Старт');
    await press(shown.element, 'Забронировать на 30 мин');
    await appears(shown.element, 'Забронирован ещё');
  };
  const toCheckout = async () => {
    await toCart();
    await appears(shown.element, 'Подключить за 230,00 ₽');
    return shown;
  };

  it('shows the showcase and narrows it by digits, city, class and price (SRV-54)', async () => {
    shown = await show({ scenario: world() }, 'connect');
    const { element } = shown;
    await appears(element, 'Свободные номера');
    expect(text(element)).to.include('204 номера');
    await expect(element).to.be.accessible();
    await type(element, 'mask', '*77');
    await appears(element, '36 номеров');
    await pick(element, 'Городской');
    await type(element, 'priceTo', '150');
    await appears(element, 'Бронзовый');
    expect(numbers().every((one) => one.endsWith('77'))).to.equal(true);
    await type(element, 'mask', 'нет');
    expect(text(element)).to.include('Только цифры, ? и *');
    await type(element, 'mask', '0000000000');
    await appears(element, 'Таких номеров нет');
    await press(element, 'Сбросить фильтр');
    await appears(element, '204 номера');
  });

  it('reserves, says what it costs, connects, and names the SIP accounts (SRV-52, SRV-53)', async () => {
    await toCart();
    const { element } = shown;
    await appears(element, 'Подключить за');
    expect(text(element, '.clock')).to.match(/^(30:00|29:\d\d)$/);
    // 150 + 300 × 8/30
    expect(text(element, '.checkout .calc')).to.equal(
      'Цена номера150,00 ₽ +Плата за 8 дней80,00 ₽ =Нужно на счёте230,00 ₽',
    );
    await expect(element).to.be.accessible();
    await press(element, 'Подключить за 230,00 ₽');
    await appears(element, 'Номер подключён');
    expect(text(element)).to.include('Списано 230,00 ₽').and.include('Веб-телефон').and.include('Приложение');
    await expect(element).to.be.accessible();
  });

  it('keeps the tariff when somebody else was faster (SRV-53)', async () => {
    shown = await show({ scenario: world() }, 'connect');
    const { element, mounted } = shown;
    await appears(element, 'Свободные номера');
    await pick(element, 'Мобильный');
    await appears(element, '34 номера');
    await choose('+7 (999) 000‑21‑21');
    await pick(element, 'Старт');
    const { world: running } = mounted.backend.host;
    await running.perform({ do: 'cart.put', account: '2', number: '+79990002121', tariff: 'start' });
    await press(element, 'Забронировать на 30 мин');
    await appears(element, 'Номер уже занят');
    await expect(element).to.be.accessible();
    await press(element, 'Выбрать другой номер');
    await appears(element, '33 номера');
    await choose('+7 (999) 000‑24‑77');
    expect(within(element, '.opt input:checked')).not.to.equal(null);
  });

  it('shares neither filter nor choice with another widget of the page', async () => {
    shown = await show({ scenario: world() }, 'connect');
    const { element } = shown;
    await appears(element, '204 номера');
    const other = await beside(shown, 'connect');
    await appears(other, '204 номера');
    await pick(element, 'Мобильный');
    await appears(element, '34 номера');
    await choose('+7 (999) 000‑21‑21');
    other.requestUpdate();
    await settled(other);
    expect(text(other)).to.include('204 номера');
    expect(within(other, '.segs input:checked')?.closest('label')?.textContent?.trim()).to.equal('Все');
  });

  it('goes on with what was chosen when it is put on the page again', async () => {
    shown = await show({ scenario: world() }, 'connect');
    await appears(shown.element, 'Свободные номера');
    await pick(shown.element, 'Мобильный');
    await appears(shown.element, '34 номера');
    await choose('+7 (999) 000‑21‑21');
    await pick(shown.element, 'Старт');
    shown.element.remove();
    const again = await beside(shown, 'connect/tariff');
    await appears(again, 'Забронировать на 30 мин');
    expect(text(again, '.chosen')).to.include('+7 (999) 000‑21‑21');
    expect(within(again, '.opt input:checked')).not.to.equal(null);
  });

  it('connects nothing by a quote that is over: a new one is shown, with what changed (CC-21)', async () => {
    const { element, mounted } = await toCheckout();
    await mounted.advance('2026-11-23T09:12:00+03:00');
    await press(element, 'Подключить за 230,00 ₽');
    await appears(element, 'Срок расчёта вышел, это новый. Цифры те же');
    expect(text(element)).not.to.include('Номер подключён');
    await mounted.advance('2026-11-23T09:25:00+03:00');
    const plan = mounted.backend.host.seed.catalog.tariffs?.find(({ code }) => code === 'start');
    Object.assign(plan?.fee ?? expect.fail('no fee'), { amount: '330.00' });
    await press(element, 'Подключить за 230,00 ₽');
    await appears(element, 'Условия изменились. Проверьте новый расчёт');
    // 150 + 330 × 8/30
    await press(element, 'Подключить за 238,00 ₽');
    await appears(element, 'Номер подключён');
  });

  it('says which tariff is sold no longer, and offers the others', async () => {
    const { element, mounted } = await toCheckout();
    archive(mounted, 'start');
    await press(element, 'Подключить за 230,00 ₽');
    await appears(element, 'Тариф больше не подключается');
    await expect(element).to.be.accessible();
    await press(element, 'Выбрать другой тариф');
    await pick(element, 'Плюс');
    await press(element, 'Забронировать на 30 мин');
    // 150 + 600 × 8/30
    await appears(element, 'Подключить за 310,00 ₽');
  });

  it('says so when the right to connect is lost on the way', async () => {
    const { element, mounted } = await toCheckout();
    mounted.backend.faults.add({ kind: 'forbidden', route: 'POST /v1/accounts/1/connections' });
    await press(element, 'Подключить за 230,00 ₽');
    await appears(element, 'Доступ изменён: у вас больше нет права на это действие. Ничего не изменилось');
    expect(text(element)).not.to.include('Номер подключён');
  });

  it('says that a reservation is over, and reserves again', async () => {
    await toCart();
    const { element, mounted } = shown;
    await mounted.advance('2026-11-23T09:31:00+03:00');
    mounted.session.resources.invalidate(['cart']);
    await appears(element, 'Время брони истекло');
    expect(text(element)).not.to.include('Подключить за');
    await press(element, 'Забронировать снова');
    await appears(element, 'Подключить за 230,00 ₽');
  });

  it('tells at the last moment that the number went to somebody else', async () => {
    const { element, mounted } = await toCheckout();
    await mounted.advance('2026-11-23T09:31:00+03:00');
    await mounted.backend.host.world.perform({ do: 'cart.put', account: '2', number: '+79990002121', tariff: 'start' });
    await press(element, 'Подключить за 230,00 ₽');
    await appears(element, 'Выбрать другой номер');
    expect(text(element)).to.include('Номер уже занят');
  });

  it('wants an address in the city of a number (SRV-51)', async () => {
    shown = await show({ scenario: world() }, 'connect');
    const { element } = shown;
    await appears(element, 'Свободные номера');
    await pick(element, 'Городской');
    await type(element, 'mask', '495*2014');
    await appears(element, '1 номер');
    await choose('+7 (495) 000‑20‑14');
    await pick(element, 'Городской');
    await press(element, 'Забронировать на 30 мин');
    await appears(element, 'Добавьте адрес подключения в городе Москва');
    await expect(element).to.be.accessible();
    await press(element, 'Добавить адрес');
    expect(text(element)).to.include('Напишите улицу и дом');
    await type(element, 't-74950002014', 'ул. Лесная, 5');
    await press(element, 'Добавить адрес');
    await appears(element, 'Подключить за');
    expect(text(element, '.addr')).to.include('ул. Лесная, 5');
  });

  it('waits for the identity to be confirmed (SRV-50)', async () => {
    shown = await show({ scenario: world({ verified: false }) }, 'connect');
    await appears(shown.element, 'Сначала подтвердите личность');
  });

  it('names the missing sum, and takes a number out of the cart', async () => {
    await toCart();
    const { element, mounted } = shown;
    await mounted.backend.host.world.perform({ do: 'correction', account: '1', amount: '1200.00', reason: 'test' });
    mounted.session.resources.invalidate(['balance', 'cart']);
    await appears(element, 'На счёте не хватает');
    await press(element, 'Убрать +7 (999) 000‑21‑21');
    await appears(element, 'Корзина пуста');
  });

  it('says what an additional number is', async () => {
    shown = await show({ scenario: world() }, `additional:${MOBILE}`);
    await appears(shown.element, 'Дополнительный номер');
    expect(text(shown.element)).to.include('Второй номер на том же счёте');
    await settled(shown.element);
  });
});
