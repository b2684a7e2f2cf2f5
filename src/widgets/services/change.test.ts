import { expect, oneEvent } from '@open-wc/testing';
import {
  all,
  appears,
  archive,
  MOBILE,
  pick,
  press,
  reloaded,
  show,
  type Shown,
  squeeze,
  text,
  vanishes,
  world,
} from './testing.js';

describe('changing a tariff', function () {
  this.timeout(60_000);
  let shown: Shown;
  afterEach(() => shown.mounted.close());

  const toDate = async () => {
    const { element } = shown;
    await appears(element, 'Новый тариф');
    await pick(element, 'Плюс');
    await press(element, 'Далее');
    await appears(element, 'С 1 декабря: оплаченное не пропадёт');
  };
  const begin = async (options: Parameters<typeof show>[0] = { scenario: world() }) => {
    shown = await show(options, `change:${MOBILE}`);
    await toDate();
  };

  it('shows the catalogue, the present tariff first, with reasons and a comparison', async () => {
    shown = await show({ scenario: world() }, `change:${MOBILE}`);
    const { element } = shown;
    await appears(element, 'Новый тариф');
    expect(text(element, '.opts')).to.match(/^Старт сейчас ?300,00 ₽ в месяц · 300 мин/);
    expect(text(element)).to.include('Недоступно: не подключается на этом договоре');
    expect(text(element, '.cmp')).to.include('Минута сверх 2,50 ₽ 2,00 ₽');
    await expect(element).to.be.accessible();
  });

  it('quotes, schedules for the next month and cancels (SRV-10, SRV-12)', async () => {
    await begin();
    const { element } = shown;
    await press(element, 'Рассчитать');
    await appears(element, 'Сколько и когда');
    expect(text(element)).to.include('1 декабря, за 31 день600,00 ₽').and.include('Дальше каждый месяц600,00 ₽');
    expect(text(element, '.what')).to.include('Остаток пакетов «Старт» сгорит 01.12.2026: сейчас это');
    expect(text(element, '.what')).to.include('Отключится опция «Антиспам»');
    expect(text(element, '.foot')).to.include('Расчёт действует до 09:10').and.include('до 30.11.2026, 23:59');
    await expect(element).to.be.accessible();
    setTimeout(() => void press(element, 'Перейти на «Плюс»'));
    const event = await oneEvent(element, 'lk-service-changed');
    expect(event).to.deep.include({ change: 'tariff', numbers: [MOBILE] });
    await appears(element, 'Переход запланирован');
    expect(element.view).to.equal(`change:${MOBILE}/done`);
    await expect(element).to.be.accessible();
    await press(element, 'Отменить переход');
    await appears(element, 'Переход отменён. Остаётся тариф «Старт»');
  });

  it('keeps what was chosen when the subscriber goes back and forth', async () => {
    await begin();
    const { element } = shown;
    await pick(element, 'Сегодня');
    element.view = `change:${MOBILE}`;
    await appears(element, 'Сравнение');
    element.view = `change:${MOBILE}/quote`;
    await appears(element, 'Переход сработает сразу');
    expect(text(element)).to.include('Перейти за 160,00 ₽');
    expect(text(element)).to.include('Сейчас: плата за новый тариф160,00 ₽');
    // Both columns would be of today: the new one says its day.
    expect(
      all(element, '.cmp th')
        .map((one) => squeeze(one.textContent))
        .slice(0, 3),
    ).to.deep.equal(['Условие', 'Сейчас', 'С 23 ноября']);
  });

  it('goes on after a reload with the tariff and the day, asks anew what they cost, and keeps nothing about a person', async () => {
    await begin();
    await pick(shown.element, 'Сегодня');
    const kept = JSON.stringify(Object.entries(sessionStorage));
    expect(kept)
      .to.contain('plus')
      .and.not.to.match(/9990009001|anna|160|600/);
    shown.element.remove();
    const asked = shown.mounted.requests.length;
    const element = await reloaded(shown, 'anna', `change:${MOBILE}/quote`);
    await appears(element, 'Перейти за 160,00 ₽');
    expect(shown.mounted.requests.slice(asked).some((request) => request.includes('tariff-quote'))).to.equal(true);

    await press(element, 'Перейти за 160,00 ₽');
    await appears(element, 'Тариф изменён');
    element.remove();
    const next = await reloaded(shown, 'anna', `change:${MOBILE}/quote`);
    await appears(next, 'Плюс сейчас');
    expect(text(next)).to.contain('1 из 4');
    expect(Object.keys(sessionStorage).filter((name) => name.includes('draft'))).to.deep.equal([]);
  });

  it('forgets what was chosen after a logout, and what somebody else has put there', async () => {
    await begin();
    const [name = ''] = Object.keys(sessionStorage).filter((one) => one.includes('draft'));
    shown.element.remove();
    await shown.mounted.session.logout();
    expect(sessionStorage.getItem(name)).to.equal(null);
    sessionStorage.setItem(name, '{"to":');
    const element = await reloaded(shown, 'anna', `change:${MOBILE}/date`);
    await appears(element, 'Сравнение');
  });

  it('goes no further without a day', async () => {
    await begin();
    const { element } = shown;
    await pick(element, 'В другой день');
    await press(element, 'Рассчитать');
    expect(text(element)).to.include('Выберите день не раньше завтрашнего');
  });

  it('with too little money says what is missing, and goes on after a payment', async () => {
    await begin({ scenario: world({ opening: '300.00' }) });
    const { element, mounted } = shown;
    await pick(element, 'Сегодня');
    await press(element, 'Рассчитать');
    await appears(element, 'На счёте не хватает');
    await mounted.backend.host.world.perform({ do: 'payment', account: '1', amount: '500.00', txn: 't1' });
    mounted.session.resources.invalidate(['balance']);
    await vanishes(element, 'На счёте не хватает');
    expect(text(element)).not.to.include('Условия изменились');
    await press(element, 'Перейти за 160,00 ₽');
    await appears(element, 'Тариф изменён');
  });

  it('asks again when the terms changed between quote and confirmation (CC-21)', async () => {
    await begin();
    const { element, mounted } = shown;
    await pick(element, 'Сегодня');
    await press(element, 'Рассчитать');
    await appears(element, 'Перейти за 160,00 ₽');
    await mounted.advance('2026-11-24T09:00:00+03:00');
    await press(element, 'Перейти за 160,00 ₽');
    await appears(element, 'Перейти за 140,00 ₽');
    expect(text(element)).to.include('Условия изменились. Проверьте новый расчёт');
  });

  it('says that the quote on screen is a new one when its time is over', async () => {
    await begin();
    const { element, mounted } = shown;
    await pick(element, 'Сегодня');
    await press(element, 'Рассчитать');
    await appears(element, 'Расчёт действует до 09:10');
    await mounted.advance('2026-11-23T09:11:00+03:00');
    mounted.session.resources.invalidate(['numbers']);
    await appears(element, 'Срок расчёта вышел, это новый. Цифры те же');
    expect(text(element)).to.include('Расчёт действует до 09:21').and.include('Перейти за 160,00 ₽');
  });

  it('says so when the tariff was archived between quote and confirmation, and offers the others', async () => {
    await begin();
    const { element, mounted } = shown;
    await press(element, 'Рассчитать');
    await appears(element, 'Перейти на «Плюс»');
    archive(mounted, 'plus');
    await press(element, 'Перейти на «Плюс»');
    await appears(element, 'Тариф больше не подключается');
    expect(text(element)).not.to.include('Переход запланирован');
    await expect(element).to.be.accessible();
    await press(element, 'Выбрать другой тариф');
    await appears(element, 'Сравнение');
    expect(text(element, '.opts')).to.match(/^Старт сейчас/);
  });

  it('with money gone at the last moment shows the sum and both ways on', async () => {
    await begin();
    const { element, mounted } = shown;
    await pick(element, 'Сегодня');
    await press(element, 'Рассчитать');
    await appears(element, 'Перейти за 160,00 ₽');
    await mounted.backend.host.world.perform({ do: 'correction', account: '1', amount: '1225.00', reason: 'test' });
    let asked = '';
    element.addEventListener('lk-topup-requested', ({ amount }) => (asked = amount ?? ''));
    await press(element, 'Перейти за 160,00 ₽');
    await appears(element, 'Не хватает 100,00 ₽');
    await expect(element).to.be.accessible();
    await press(element, 'Пополнить на 100,00 ₽');
    expect(asked).to.equal('100.00');
  });

  it('says so when rights are lost on the way', async () => {
    await begin();
    const { element, mounted } = shown;
    await press(element, 'Рассчитать');
    await appears(element, 'Перейти на «Плюс»');
    mounted.backend.faults.add({ kind: 'forbidden', route: 'POST /v1/accounts/1/numbers/{number}/tariff-change' });
    await press(element, 'Перейти на «Плюс»');
    await appears(element, 'Доступ изменён');
    expect(text(element)).to.include('Ничего не изменилось');
  });

  it('never changes twice when the answer is lost: it checks with the same key', async () => {
    await begin();
    const { element, mounted } = shown;
    await press(element, 'Рассчитать');
    await appears(element, 'Перейти на «Плюс»');
    mounted.backend.fetch.network.offline = true;
    await press(element, 'Перейти на «Плюс»');
    await appears(element, 'Проверяем, выполнен ли переход');
    mounted.backend.fetch.network.offline = false;
    await press(element, 'Проверить');
    await appears(element, 'Переход запланирован');
  });
});
