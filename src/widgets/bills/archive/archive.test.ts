import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../../define/bills.js';
import { type Mounted, type MountOptions, mountWithBackend } from '../../../testing/mount.js';
import type { LkTopUpRequestedEvent } from '../../../ui/topup-requested.js';
import type { LkBills } from '../bills.js';

describe('lk-bills: bills, payments, documents', function () {
  // Worlds are played and files are made in the page.
  this.timeout(90_000);
  let mounted: Mounted;
  afterEach(() => mounted.close());

  const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const within = (element: LkBills, selector: string) =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  const all = (element: LkBills, selector: string) => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
  const text = (element: LkBills, selector = '.w') => squeeze(within(element, selector)?.textContent);
  const settled = async (element: LkBills) => {
    await element.updateComplete;
    await waitUntil(
      () =>
        !['pending', 'refreshing'].includes(element.status) && within(element, '.sk') === null && text(element) !== '',
      'the answer is shown',
      { timeout: 20_000 },
    );
    await element.updateComplete;
  };
  async function show(options: MountOptions, view: string): Promise<LkBills> {
    mounted = await mountWithBackend(options);
    const element = await fixture<LkBills>(html`<lk-bills .session=${mounted.session} view=${view}></lk-bills>`);
    await settled(element);
    return element;
  }
  /** Follows what the browser is told to save. */
  function saved(): { name: string; done: () => void }[] {
    const files: { name: string; done: () => void }[] = [];
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      files.push({ name: this.download, done: () => (HTMLAnchorElement.prototype.click = click) });
    };
    return files;
  }

  it('lists a month a row, newest first, with its columns (BIL-12)', async () => {
    const element = await show({ world: 'demo' }, 'bills');
    element.style.inlineSize = '1100px';
    expect(all(element, '.months tbody .link').map((one) => squeeze(one.textContent))).to.deep.equal([
      'Октябрь',
      'Сентябрь',
      'Август',
    ]);
    const cells = [...(within(element, '.months tbody tr')?.querySelectorAll('.only-m .amt, .r > .amt') ?? [])];
    expect(cells.map((cell) => squeeze(cell.textContent))).to.deep.equal([
      '2 673,95 ₽',
      '4 500,00 ₽',
      '4 245,79 ₽',
      '2 928,16 ₽',
    ]);
    expect(text(element, '.bar-line')).to.equal('3 счёта · оказано услуг на 12 071,84 ₽');
    expect(text(element, '.foot')).to.equal('Ноябрь ещё идёт: он в текущей выписке. Счёт появится до 3 декабря.');
    await expect(element).to.be.accessible();
  });

  it('says in words that a month earned more than it cost', async () => {
    const element = await show({ world: 'negative' }, 'bills');
    const october = within(element, '.months tbody tr');
    expect(squeeze(october?.querySelector('.amt.cr [aria-hidden]')?.textContent)).to.equal('-75,00 ₽');
    expect(squeeze(october?.querySelector('.lsub.cr')?.textContent)).to.equal('начислено вам');
  });

  it('chooses a year without asking again', async () => {
    const element = await show({ world: 'years' }, 'bills');
    const asked = mounted.requests.length;
    const years = all(element, '.segs label');
    expect(years.map((one) => squeeze(one.textContent))).to.deep.equal(['2026', '2025', '2024']);
    years[1]?.querySelector('input')?.click();
    await element.updateComplete;
    expect(all(element, '.months tbody tr').length).to.equal(12);
    expect(mounted.requests.length).to.equal(asked);
  });

  it('opens a bill with its VAT, and goes back to where it was', async () => {
    const element = await show({ world: 'demo' }, 'bills');
    within(element, '#bill-2026-09')?.click();
    await settled(element);
    expect(element.view).to.equal('bill:2026-09');
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'heading');
    expect(text(element, '.head')).to.include(
      'Счёт за сентябрь 2026 № 202610-0001 от 01.10.2026 · период 01.09–30.09.2026',
    );
    expect(text(element, '.side.a')).to.match(/Стоимость без НДС.+\+НДС 22 %.+=Итого4 080,84 ₽/);
    expect(text(element, '.side.a')).to.include('К оплате 0,00 ₽');
    expect(within(element, '[part=pay]')).to.equal(null);
    await expect(element).to.be.accessible();
    within(element, '.head .ib')?.click();
    await settled(element);
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'bill-2026-09');
  });

  it('names the rate of the month of service (VAT-1)', async () => {
    const element = await show({ world: 'years' }, 'bill:2025-12');
    expect(text(element, '.side.a')).to.include('НДС 20 %');
  });

  it('offers to pay what is owed, and only then (BIL-18)', async () => {
    const element = await show({ world: 'postpaid' }, 'bill:2026-10');
    expect(text(element, '.head')).to.include('Просрочен');
    const pay = within(element, '[part=pay]');
    expect(squeeze(pay?.textContent)).to.equal('Оплатить 1 696,00 ₽');
    expect(text(element, '.side.a')).to.include('Срок оплаты — 21.11.2026.');
    setTimeout(() => pay?.click());
    const asked = (await oneEvent(element, 'lk-topup-requested')) as unknown as LkTopUpRequestedEvent;
    expect(asked.amount).to.equal('1696.00');
  });

  it('labels a bill that is being formed (BIL-6)', async () => {
    const element = await show({ world: 'first-of-month' }, 'bills');
    expect(text(element, '.months tbody td')).to.include('Формируется');
    expect(within(element, '.months tbody .ib')).to.equal(null);
  });

  it('says that a bill asked for by its address does not exist', async () => {
    const element = await show({ world: 'demo' }, 'bill:2019-01');
    expect(text(element, '.blank')).to.include('Такого счёта нет');
    within(element, '.blank .btn')?.click();
    await settled(element);
    expect(element.view).to.equal('bills');
  });

  it('says when the first bill comes', async () => {
    const element = await show({ world: 'empty' }, 'bills');
    expect(text(element, '.blank')).to.include('Первый счёт появится после окончания месяца');
    await expect(element).to.be.accessible();
  });

  it('lists payments and filters them by state', async () => {
    const element = await show({ world: 'postpaid' }, 'payments');
    const rows = () => all(element, 'tbody tr').map((row) => squeeze(row.querySelector('td')?.textContent));
    expect(rows().length).to.equal(3);
    expect(rows()[0]).to.include('12.10.2026, 10:00');
    await expect(element).to.be.accessible();
    const state = within(element, '#state');
    if (state instanceof HTMLSelectElement) state.value = 'SUCCEEDED';
    state?.dispatchEvent(new Event('change'));
    await settled(element);
    expect(rows().length).to.equal(2);
    if (state instanceof HTMLSelectElement) state.value = 'REVERSED';
    state?.dispatchEvent(new Event('change'));
    await settled(element);
    expect(text(element, '.blank')).to.include('Ничего не найдено');
    within(element, '.blank .btn')?.click();
    await settled(element);
    expect(rows().length).to.equal(3);
  });

  it('refuses a period that ends before it begins, and keeps the list', async () => {
    const element = await show({ world: 'demo' }, 'payments');
    for (const [id, value] of [
      ['from', '2026-11-10'],
      ['to', '2026-11-01'],
    ] as const) {
      const input = within(element, `#${id}`);
      if (input instanceof HTMLInputElement) input.value = value;
      input?.dispatchEvent(new Event('change'));
      await settled(element);
    }
    expect(text(element, '#from-note')).to.equal('Начало периода позже конца');
    expect(within(element, '#from')?.getAttribute('aria-invalid')).to.equal('true');
    expect(text(element)).not.to.include('Не удалось');
  });

  it('hands a PDF to the browser to save, and says so to readers', async () => {
    const element = await show({ world: 'demo' }, 'documents');
    const files = saved();
    within(element, '.docs .btn')?.click();
    await waitUntil(() => files.length > 0, 'saved', { timeout: 80_000 });
    await element.updateComplete;
    files[0]?.done();
    expect(files[0]?.name).to.equal('bill-202611-0001.pdf');
    expect(all(element, '.sr[role=status]').map((one) => squeeze(one.textContent))).to.include(
      'Файл скачан: Счёт за октябрь 2026',
    );
  });

  it('says why a file did not come, beside the file, and tries again', async () => {
    const element = await show(
      { world: 'demo', faults: [{ kind: 'error', route: 'GET /v1/accounts/*/bills/*/documents/*' }] },
      'documents',
    );
    within(element, '.docs .btn')?.click();
    await waitUntil(() => text(element, '.docs li').includes('Не удалось скачать'), 'told', { timeout: 20_000 });
    mounted.backend.faults.clear();
    const files = saved();
    within(element, '.docs .ib')?.click();
    await waitUntil(() => files.length > 0, 'saved', { timeout: 80_000 });
    files[0]?.done();
  });

  it('waits for a file that is being made', async () => {
    const element = await show(
      { world: 'demo', faults: [{ kind: 'document-generating', route: 'GET /v1/accounts/*/documents' }] },
      'documents',
    );
    expect(text(element, '.docs li')).to.include('готовится, около минуты');
    expect(within(element, '.docs .spin')?.getAttribute('aria-label')).to.equal('готовится, около минуты');
    await expect(element).to.be.accessible();
  });

  it('says that a file could not be made', async () => {
    const element = await show(
      { world: 'demo', faults: [{ kind: 'document-failed', route: 'GET /v1/accounts/*/documents' }] },
      'documents',
    );
    expect(text(element, '.docs li')).to.include('Не удалось сформировать, попробуйте позже');
  });

  it('speaks English with the same figures', async () => {
    const element = await show({ world: 'demo', locale: 'en' }, 'bill:2026-10');
    expect(text(element, '.head')).to.include('Bill for October 2026 No. 202611-0001 of 01.11.2026');
    expect(text(element, '.side.a')).to.match(/VAT 22%.+=Total₽4,245\.79/);
  });
});
