import { expect, fixture, html } from '@open-wc/testing';
import '../../define/detail.js';
import { type Mounted, mountWithBackend, type MountOptions } from '../../testing/mount.js';
import { onPaper } from '../../testing/paper.js';
import { until } from '../../testing/tiny-backend.js';
import type { LkDetail } from './detail.js';

describe('lk-detail', function () {
  // Each test plays a world of four months.
  this.timeout(60_000);
  let mounted: Mounted;
  let element: LkDetail;
  const root = () => element.shadowRoot ?? expect.fail('no shadow root');
  const text = (selector = '.w') => (root().querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ');
  const rows = () => [...root().querySelectorAll<HTMLElement>('.ev:not([aria-busy])')];
  const press = (label: string) => {
    const found = [...root().querySelectorAll<HTMLElement>('button')].find((one) => one.textContent?.includes(label));
    if (!found) throw new Error(`no button ${label}`);
    found.click();
  };
  const key = (name: string) =>
    root().activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }),
    );

  const chip = (name: string) =>
    [...root().querySelectorAll<HTMLElement>('.chip')]
      .find((one) => one.textContent?.trim() === name)
      ?.querySelector('input');

  const segment = (name: string) =>
    [...root().querySelectorAll<HTMLElement>('.segs label')].find((one) => one.textContent?.trim() === name);

  async function show(view: string, options: MountOptions = {}, first = '.blank, .fig'): Promise<void> {
    mounted = await mountWithBackend({ user: 'director', ...options });
    element = await fixture(html`<lk-detail .session=${mounted.session} view=${view}></lk-detail>`);
    await until(() => rows().length > 0 || root().querySelector(first) !== null, 'the first rows');
    await element.updateComplete;
  }

  afterEach(() => mounted.close());

  it('shows the whole filter’s totals, today apart, and the newest events first', async () => {
    await show('detail');
    expect(text('.totals')).to.contain('4 256,12');
    expect(text('.day')).to.contain('Сегодня, 23 ноября');
    expect(text('.day')).to.contain('предварительно');
    expect(root().querySelector('[role=grid]')?.getAttribute('aria-rowcount')).to.match(/^5\d\d$/);
    await expect(element).to.be.accessible();
  });

  it('leaves the weekday of a day out as a whole where there is no room for it, and still names it', async () => {
    await show('detail:2026-10');
    element.style.width = '300px';
    await until(() => (root().querySelector('.w')?.clientWidth ?? 999) <= 300, 'it is narrow');
    const [date, weekday] = [...(root().querySelector('.day .wk') ?? expect.fail('no day')).children];
    if (!date || !weekday) throw new Error('a day is a date and a weekday');
    expect(`${date.textContent}${weekday.textContent}`).to.equal('31 октября, суббота');
    expect(date.scrollWidth).to.be.at.most(date.getBoundingClientRect().width + 1);
    // On the line of the date, or below the one line that is seen.
    const seen = root().querySelector('.day .wk')?.getBoundingClientRect().bottom ?? 0;
    const place = weekday.getBoundingClientRect();
    expect(place.top >= seen - 1 || place.right <= (element.getBoundingClientRect().right ?? 0)).to.equal(true);
  });

  it('adds up to the bill of the month, and says what came later (DET-7)', async () => {
    await show('detail:2026-10');
    const bill = (await mounted.backend.host.world.ask({ get: 'bill', account: '200417', month: '2026-10' })) as {
      total: string;
    };
    expect(text('.totals').replace(/\s/g, '')).to.contain(bill.total.replace('.', ','));
    expect(text()).to.match(/Позже в счёт за ноябрь вошло 3 события этих дней/);
  });

  it('tells why an amount is what it is, in one row at a time', async () => {
    await show('detail');
    rows()[1]?.querySelector('button')?.click();
    await until(() => root().querySelector('.why .tree li') !== null, 'the explanation');
    expect(text('.why')).to.contain('Почему');
    expect(root().querySelectorAll('.ev.open')).to.have.length(1);
    await expect(element).to.be.accessible();
    rows()[0]?.querySelector('button')?.click();
    await until(
      () => root().querySelector('.ev.open [aria-expanded=true]') === rows()[0]?.querySelector('button'),
      'another',
    );
    expect(root().querySelectorAll('.ev.open')).to.have.length(1);
  });

  it('is walked through by the keys, to both ends', async () => {
    await show('detail');
    rows()[0]?.querySelector('button')?.focus();
    key('ArrowDown');
    expect(root().activeElement?.closest('[data-row]')?.getAttribute('data-row')).to.equal('2');
    key('End');
    const last = Number(root().querySelector('[role=grid]')?.getAttribute('aria-rowcount')) - 2;
    expect(root().activeElement?.closest('[data-row]')?.getAttribute('data-row')).to.equal(String(last));
    await until(() => root().querySelector(`[data-row="${last}"]:not([aria-busy])`) !== null, 'the last row');
    key('Home');
    expect(root().activeElement?.closest('[data-row]')?.getAttribute('data-row')).to.equal('0');
  });

  it('asks nothing while the period is none, and says what is wrong beside it', async () => {
    await show('detail');
    press('Ещё фильтры');
    const own = [...root().querySelectorAll<HTMLInputElement>('[name=period]')].at(-1);
    own?.click();
    await until(() => root().querySelector('#from') !== null, 'the fields');
    const asked = mounted.requests.length;
    const to = root().querySelector<HTMLInputElement>('#to') ?? expect.fail('no field');
    to.value = '2026-10-01';
    to.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(text('#from-note')).to.contain('Начало периода позже конца');
    expect(root().querySelector('#from')?.getAttribute('aria-invalid')).to.equal('true');
    expect(mounted.requests.slice(asked).filter((request) => request.includes('usage'))).to.deep.equal([]);
  });

  it('filters, groups, and opens a group', async () => {
    await show('detail:2026-10');
    const before = text('.totals');
    chip('Только платные')?.click();
    await until(() => text('.totals') !== before, 'the filter');
    [...root().querySelectorAll<HTMLInputElement>('[name=by]')][3]?.click();
    await until(() => root().querySelector('tr.group') !== null, 'the groups');
    await expect(element).to.be.accessible();
    root().querySelector<HTMLElement>('tr.group button')?.click();
    await until(() => rows().length > 0, 'the events of the group');
    for (const name of ['Звонки', 'SMS', 'Интернет', 'Плата и опции', 'Бонусы']) {
      chip(name)?.click();
      await element.updateComplete;
    }
    await until(() => text().includes('Не выбрана ни одна услуга'), 'nothing chosen');
    press('Сбросить фильтры');
    await until(() => rows().length > 0, 'everything again');
  });

  it('shows spending by month as a chart, as buttons and as a table; a month opens its detail', async () => {
    await show('summary');
    await until(() => root().querySelectorAll('.months button').length === 4, 'the months');
    expect(text('.readout')).to.contain('Октябрь 2026');
    expect(text('.readout')).to.contain('4 245,79');
    await expect(element).to.be.accessible();
    press('Показать таблицей');
    await until(() => root().querySelectorAll('table tbody tr').length === 4, 'the table');
    root().querySelector<HTMLElement>('.months button')?.click();
    await until(() => text('.readout').includes('Август'), 'another month');
    press('Детализация за август');
    await until(() => rows().length > 0, 'its detail');
    expect(element.view).to.equal('detail:2026-08');
  });

  it('puts the rows that are drawn on paper one after another, and keeps no room for the others', async () => {
    await show('detail:2026-10');
    const heightOf = (selector: string) => root().querySelector(selector)?.getBoundingClientRect().height ?? 0;
    // 811 events and 31 days on screen.
    expect(heightOf('.sizer')).to.be.above(30_000);
    await onPaper(root(), () => {
      const tops = [...root().querySelectorAll('[data-row]')].map((row) => row.getBoundingClientRect().top);
      expect(heightOf('.sizer')).to.be.below(8_000);
      expect(tops).to.deep.equal([...tops].sort((one, other) => one - other));
      expect(new Set(tops).size).to.equal(tops.length);
      expect(text('.events')).not.to.equal('');
      expect(text('[part=totals] ~ .onpaper')).to.contain('На бумаге строки, которые были на экране');
    });
  });

  it('says whose sums they are to who may see some numbers only (ADM-4)', async () => {
    const OWN = '+79990000101';
    mounted = await mountWithBackend({ world: 'demo' });
    const { world } = mounted.backend.host;
    const levels = { CORE: 'USER', BILLING: 'USER', TELEPHONY: 'USER' } as const;
    await world.perform({ do: 'user.change', account: '200417', user: 'menedzher', levels, numbers: [OWN] });
    element = await fixture(html`<lk-detail .session=${mounted.as('menedzher')} view="summary"></lk-detail>`);
    await until(() => root().querySelector('.fig') !== null, 'the chart');
    expect(text()).to.contain('Посчитаны только номера +7 (999) 000‑01‑01');
    await expect(element).to.be.accessible();
  });

  describe('when the print button is pressed', () => {
    const { print } = window;
    /** What was on paper, each time that the browser was asked to print. */
    let printed: { text: string; rows: string[]; list: string }[];
    beforeEach(() => {
      printed = [];
      window.print = () => {
        printed.push({
          text: text('.sheet'),
          rows: [...root().querySelectorAll('.sheet tbody tr')].map((row) => row.textContent?.trim() ?? ''),
          list: text('p.onpaper'),
        });
      };
    });
    afterEach(() => {
      window.print = print;
    });
    const printButton = () => root().querySelector<HTMLElement>('[aria-label="Печать"]');

    it('puts every event of the filter on paper, under its account, period and filter', async () => {
      await show('detail:2026-10');
      printButton()?.click();
      await until(() => printed.length > 0, 'the dialog of the browser');
      // 811 events under 31 days.
      expect(printed[0]?.rows.length).to.equal(842);
      expect(printed[0]?.rows[0]).to.match(/^31 октября, суббота/);
      expect(printed[0]?.rows.at(-1)).to.match(/^00:00\s+Абонентская плата\s+Абонентская плата/);
      expect(printed[0]?.list).to.match(
        /^Лицевой счёт 200417 · 01\.10\.2026 – 31\.10\.2026 · Все номера · \d\d\.11\.2026, \d\d:\d\d$/,
      );
      await onPaper(root(), () => {
        expect(getComputedStyle(root().querySelector('.events') ?? document.body).display).to.equal('none');
        expect(root().querySelector('.sheet')?.getBoundingClientRect().height).to.be.above(10_000);
      });
      dispatchEvent(new Event('afterprint'));
      await until(() => root().querySelector('.sheet') === null, 'the list as it was');
      expect(element.hasAttribute('data-lk-print')).to.equal(false);
    });

    it('takes no room from a telephone, and none late: it is there before the answer', async () => {
      mounted = await mountWithBackend({ faults: [{ kind: 'slow', route: 'GET /v1/me', delay: 600_000 }] });
      for (const width of [320, 375, 560, 900]) {
        element = await fixture(html`<lk-detail .session=${mounted.session} view="detail"></lk-detail>`);
        element.style.width = `${width}px`;
        await until(() => element.texts.ready && root().querySelector('.csv') !== null, 'the head');
        await element.updateComplete;
        expect(printButton()?.checkVisibility(), `${width}px`).to.equal(width > 510);
      }
    });

    it('names what the filter leaves out, and prints sums as they are on screen', async () => {
      await show('detail:2026-10');
      for (const name of ['SMS', 'Интернет', 'Плата и опции', 'Бонусы', 'Только платные']) {
        chip(name)?.click();
        await element.updateComplete;
      }
      await until(() => text('p.onpaper').includes('Звонки · Только платные'), 'the filter');
      segment('Дни')?.click();
      await until(() => root().querySelector('tr.group') !== null, 'sums by day');
      printButton()?.click();
      await until(() => printed.length > 0, 'the dialog of the browser');
      expect(printed[0]?.rows).to.deep.equal([]);
      dispatchEvent(new Event('afterprint'));
    });

    it('says what to do instead where there are too many', async () => {
      await show('detail:2026-10');
      segment('Свой')?.click();
      await until(() => root().querySelector('#from') !== null, 'a period of one’s own');
      for (const [id, value] of [
        ['from', '2026-08-24'],
        ['to', '2026-11-22'],
      ]) {
        const field = root().querySelector<HTMLInputElement>(`#${id}`) ?? expect.fail();
        field.value = value ?? '';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      await until(() => text('.totals').includes('24 августа'), 'the period');
      printButton()?.click();
      await until(() => text().includes('Печатаем не больше 2 000 строк'), 'the reason');
      expect(text()).to.match(/а здесь 2\s\d{3} событи/);
      expect(printed).to.deep.equal([]);
    });

    it('can be told to stop collecting, and says when rows do not come', async () => {
      await show('detail:2026-10');
      const route = 'GET /v1/accounts/{account}/usage';
      mounted.backend.faults.add({ kind: 'slow', delay: 600_000, times: null, route });
      printButton()?.click();
      await until(() => text('.job').includes('Собираем строки: 0 из 811'), 'the progress');
      press('Отменить');
      await until(() => root().querySelector('.job') === null, 'its end');
      mounted.backend.faults.clear();
      mounted.backend.faults.add({ kind: 'error', route });
      printButton()?.click();
      await until(() => text().includes('Не удалось собрать строки для печати'), 'the failure');
      expect(printed).to.deep.equal([]);
      mounted.backend.faults.clear();
      press('Повторить');
      await until(() => printed.length === 1, 'the dialog of the browser');
      expect(printed[0]?.rows.length).to.equal(842);
      dispatchEvent(new Event('afterprint'));
    });
  });

  it('says that a file is made only when the user has confirmed it', async () => {
    await show('detail:2026-10', { fresh: false });
    press('CSV');
    await until(() => root().querySelector('.lk-step-up') !== null, 'the question');
    expect(text()).not.to.contain('Готовим файл');
    expect(root().querySelector('.csv')?.getAttribute('aria-busy')).to.equal('true');
  });

  it('keeps the totals when rows fail, and asks for them again', async () => {
    await show('detail:2026-10', {
      faults: [{ kind: 'error', route: 'GET /v1/accounts/{account}/usage' }],
    }).catch(() => undefined);
    await until(() => text().includes('Часть строк не загрузилась'), 'the note');
    expect(text('.totals')).to.contain('4 245,79');
    mounted.backend.faults.clear();
    press('Повторить');
    await until(() => rows().length > 0, 'the rows');
  });

  it('has nothing to show to those without the right', async () => {
    await show('detail', { user: 'buhgalter' });
    expect(text()).to.contain('Нет доступа к детализации');
  });

  it('asks for the events beside their sums, not after them', async () => {
    await show('detail');
    mounted.backend.faults.add({
      kind: 'slow',
      delay: 600_000,
      times: null,
      route: 'GET /v1/accounts/{account}/usage-groups',
    });
    const asked = mounted.requests.length;
    chip('Только платные')?.click();
    await until(
      () => mounted.requests.slice(asked).includes('GET /v1/accounts/200417/usage'),
      'the events, while nobody answers for the sums',
    );
    expect(rows()).to.deep.equal([]);
  });

  it('shares no filter with another detail of the page', async () => {
    await show('detail:2026-10');
    const other: LkDetail = await fixture(
      html`<lk-detail .session=${mounted.session} view="detail:2026-10"></lk-detail>`,
    );
    const totals = (one: LkDetail) => one.shadowRoot?.querySelector('.totals')?.textContent?.replace(/\s+/g, ' ');
    await until(() => totals(other) !== undefined, 'the other one');
    const before = totals(other);
    chip('Только платные')?.click();
    await until(() => text('.totals') !== '' && text('.totals') !== before, 'the filter');
    await other.updateComplete;
    expect(totals(other)).to.equal(before);
    expect(other.shadowRoot?.querySelectorAll('.chip input:checked')).to.have.length(5);
  });

  it('ends what is under way when the account is switched', async () => {
    await show(
      'detail:2026-10',
      { faults: [{ kind: 'slow', delay: 600_000, times: null, route: 'GET /v1/accounts/{account}/usage' }] },
      '.totals',
    );
    const { backend } = mounted;
    const ended: string[] = [];
    const send = backend.fetch;
    Object.defineProperty(backend, 'fetch', {
      value: (request: Request) => {
        request.signal.addEventListener('abort', () => ended.push(new URL(request.url).pathname));
        return send(request);
      },
    });
    chip('Только платные')?.click();
    await until(() => mounted.requests.filter((one) => one.endsWith('/usage')).length > 2, 'the events');
    element.account = 'nobody';
    await until(() => root().querySelector('.blank') !== null, 'the answer');
    expect(ended).to.include('/v1/accounts/200417/usage');
    expect(text()).not.to.contain('4 245,79');
  });

  it('shows nothing of another account after a switch', async () => {
    await show('detail');
    element.account = 'nobody';
    await element.updateComplete;
    expect(rows()).to.deep.equal([]);
    await until(() => root().querySelector('.blank') !== null, 'the answer');
    expect(text()).not.to.contain('4 256,12');
  });
});
