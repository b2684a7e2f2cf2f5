import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define/bills.js';
import { type Mounted, type MountOptions, mountWithBackend } from '../../testing/mount.js';
import type { LkBills } from './bills.js';

describe('lk-bills', function () {
  // Worlds are played and files are made in the page.
  this.timeout(60_000);
  let mounted: Mounted;
  afterEach(() => mounted.close());

  const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
  const text = (element: LkBills, selector = '.w') => squeeze(within(element, selector)?.textContent);
  const within = (element: LkBills, selector: string) =>
    element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  const all = (element: LkBills, selector: string) => [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
  ];
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

  async function show(options: MountOptions, view?: string): Promise<LkBills> {
    mounted = await mountWithBackend(options);
    const element = await fixture<LkBills>(html`<lk-bills .session=${mounted.session} .view=${view}></lk-bills>`);
    await settled(element);
    return element;
  }

  describe('current statement', () => {
    it('says as of when, its total and how that agrees with the balance (BIL-4, BIL-8)', async () => {
      const element = await show({ world: 'negative' });
      expect(text(element, '.asof')).to.include('Данные на 22.11.2026, 23:59 (МСК)');
      expect(text(element, '.side.a')).to.include('Списания15,00 ₽');
      expect(text(element, '.side.b')).to.equal(
        'Как сходится с балансом На 1 ноября105,10 ₽ +Платежи0,00 ₽ +Начислено вам по итогу65,00 ₽ =По выписке170,10 ₽ ' +
          '−Траты за сегодня0,00 ₽ =Баланс сейчас170,10 ₽',
      );
      await expect(element).to.be.accessible();
    });

    it('says an accrual by "-", hatch, word and in words for readers (CC-7)', async () => {
      const element = await show({ world: 'negative' });
      const [, number] = all(element, '.block');
      expect(squeeze(number?.querySelector('h3')?.textContent)).to.include('+7 (495) 000‑00‑02');
      expect(squeeze(number?.querySelector('.given')?.textContent)).to.equal('Бонус за входящие');
      expect(number?.querySelector('.given .sw.hatch')).not.to.equal(null);
      expect(squeeze(number?.querySelector('td .cr [aria-hidden]')?.textContent)).to.equal('-80,00 ₽');
      expect(number?.querySelector('td .cr .sr')?.textContent).to.equal('минус 80 рублей 00 копеек, начислено вам');
      expect(text(element)).to.include('Знак «-» — начисление вам, например бонусы за входящие');
    });

    it('says a negative total in words (BIL-17)', async () => {
      const element = await show({ world: 'negative' });
      expect(text(element, '.side.a')).to.include('По итогам месяца вам начислено больше, чем списано');
    });

    it('keeps one block a number and one row a kind, with what it was for', async () => {
      const element = await show({ world: 'demo' });
      const [first] = all(element, '.block');
      const rows = [...(first?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.querySelectorAll('td:not(.only-n)')].map((cell) =>
          squeeze(cell.firstElementChild?.textContent ?? cell.textContent),
        ),
      );
      expect(rows[0]).to.deep.equal(['Абонентская плата', '1–30 ноября', '450,00 ₽']);
      expect(rows[2]).to.deep.equal(['Звонки', '437 мин', '577,10 ₽']);
      expect(rows[4]).to.deep.equal(['Интернет', '378 МБ', '0,00 ₽']);
    });

    it('names the month of a record that came late (DET-7)', async () => {
      const element = await show({ world: 'demo' });
      expect(text(element)).to.include('за 1–31 октября');
    });

    it('folds a block from the keyboard and says so', async () => {
      const element = await show({ world: 'negative' });
      const toggle = within(element, '.blockhead .ib');
      expect(toggle?.getAttribute('aria-expanded')).to.equal('true');
      toggle?.focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(toggle?.getAttribute('aria-expanded')).to.equal('false');
      expect(toggle?.getAttribute('aria-label')).to.equal('Развернуть');
      expect(within(element, '#lines-0')?.checkVisibility()).to.equal(false);
    });

    it('keeps the arrow of a block off its number and its sum at any width', async () => {
      const element = await show({ world: 'demo' });
      for (const width of [288, 320, 345, 375, 480, 700]) {
        element.style.width = `${width}px`;
        for (const head of all(element, '.blockhead:has(.ib)')) {
          const [name, arrow, sum] = ['.num, h3', '.ib svg', '.amt'].map((part) =>
            head.querySelector(part)?.getBoundingClientRect(),
          );
          if (!name || !arrow || !sum) throw new Error('no head of a block');
          const apart = (one: DOMRect, other: DOMRect) => one.right + 4 <= other.left || one.bottom <= other.top;
          expect(apart(name, arrow) && apart(arrow, sum), `${width}px: ${head.textContent}`).to.equal(true);
        }
      }
    });

    it('sets the sum of a block at the end of its line, whichever way the page runs', async () => {
      const element = await show({ world: 'demo' });
      for (const dir of ['ltr', 'rtl']) {
        element.dir = dir;
        for (const width of [320, 480, 900]) {
          element.style.width = `${width}px`;
          for (const head of all(element, '.blockhead:has(.ib)')) {
            const [line, sum] = [head, head.querySelector('.amt')].map((part) => part?.getBoundingClientRect());
            if (!line || !sum) throw new Error('no head of a block');
            const rest = dir === 'rtl' ? sum.left - line.left : line.right - sum.right;
            expect(Math.abs(rest), `${dir}, ${width}px: ${head.textContent}`).to.be.below(1.5);
          }
        }
      }
    });

    it('begins folded with sixty numbers, and unfolds them all at once', async () => {
      const element = await show({ world: 'huge' });
      expect(all(element, '.block.shut').length).to.equal(60);
      expect(all(element, '.lines tr').length).to.equal(0);
      dispatchEvent(new Event('beforeprint'));
      expect(all(element, '.lines tbody tr').length).to.be.greaterThan(59);
      dispatchEvent(new Event('afterprint'));
      expect(all(element, '.lines tr').length).to.equal(0);
      within(element, '.many .link')?.click();
      await element.updateComplete;
      expect(all(element, '.block.shut').length).to.equal(0);
    });

    it('says that there is nothing in a month without a number, where lines would stand', async () => {
      const at = '2026-11-01T00:00:00+03:00';
      const scenario = {
        scenario: 'bare',
        title: 'An account without a number',
        start: at,
        catalog: { tariffs: [] },
        steps: [
          { at, do: 'account.open', account: '1', opening: '100.00' },
          { at, do: 'user.grant', account: '1', user: 'anna', product: 'CORE', level: 'OWNER' },
          { at: '2026-11-23T09:00:00+03:00', do: 'clock' },
        ],
      };
      const element = await show({ scenario, user: 'anna' });
      expect(text(element, '.main')).to.equal('Нет начислений');
      expect(text(element)).to.include('Баланс сейчас100,00 ₽');
    });

    it('explains the first of a month, which is no error (BIL-5)', async () => {
      const element = await show({ world: 'first-of-month' });
      expect(text(element, '.blank')).to.include(
        'За ноябрь данных пока нет Они появятся 2 ноября. Счёт за октябрь формируется.',
      );
      expect(element.status).to.equal('empty');
      await expect(element).to.be.accessible();
    });
  });

  describe('tabs', () => {
    it('move by arrows, Home and End, and the view follows', async () => {
      const element = await show({ world: 'negative' });
      const views: string[] = [];
      element.addEventListener('lk-navigate', ({ section, params }) => views.push(`${section} ${params['view']}`));
      within(element, '#tab-statement')?.focus();
      await sendKeys({ press: 'ArrowRight' });
      await settled(element);
      expect(element.shadowRoot?.activeElement?.id).to.equal('tab-bills');
      expect(element.view).to.equal('bills');
      await sendKeys({ press: 'End' });
      await settled(element);
      expect(element.shadowRoot?.activeElement?.id).to.equal('tab-documents');
      await sendKeys({ press: 'ArrowRight' });
      expect(views).to.deep.equal(['bills bills', 'bills documents', 'bills statement']);
      expect(all(element, '[role=tab][tabindex="0"]').length).to.equal(1);
    });

    it('stay where they are when the host goes there itself', async () => {
      const element = await show({ world: 'negative' });
      element.addEventListener('lk-navigate', (event) => event.preventDefault());
      within(element, '#tab-payments')?.click();
      await element.updateComplete;
      expect(within(element, '#tab-statement')?.ariaSelected).to.equal('true');
    });

    it('warn once of a view that is not known, and show the statement', async () => {
      const element = await show({ world: 'negative' }, 'receipts');
      expect(within(element, '#tab-statement')?.ariaSelected).to.equal('true');
    });
  });

  describe('view states', () => {
    it('show a skeleton without digits', async () => {
      mounted = await mountWithBackend({ world: 'negative', latency: 500 });
      const element = await fixture<LkBills>(html`<lk-bills .session=${mounted.session}></lk-bills>`);
      await waitUntil(() => within(element, '#tab-bills')?.textContent?.includes('Счета'));
      expect(text(element, '[role=tabpanel]')).not.to.match(/\d/);
      expect(text(element, '[role=tabpanel] [role=status]')).to.equal('Загружаем…');
    });

    it('tell what failed, with a code for support, and try again', async () => {
      const element = await show({
        world: 'negative',
        faults: [{ kind: 'error', route: 'GET /v1/accounts/*/statement' }],
      });
      await waitUntil(() => text(element, '.blank').includes('Код для поддержки'));
      expect(text(element, '.blank')).to.include('Не удалось загрузить счета и платежи');
      await expect(element).to.be.accessible();
      mounted.backend.faults.clear();
      within(element, '.blank .btn')?.click();
      await waitUntil(() => text(element).includes('Как сходится с балансом'));
    });

    it('tell missing rights without a retry', async () => {
      const element = await show({
        world: 'negative',
        faults: [{ kind: 'forbidden', route: 'GET /v1/accounts/*/statement' }],
      });
      expect(text(element, '.blank')).to.equal('Нет доступа к счетам Права выдаёт владелец договора');
      await expect(element).to.be.accessible();
    });

    it('keep the last answer when a refresh fails, and say how old it is', async () => {
      const element = await show({ world: 'negative' });
      mounted.backend.faults.add({ kind: 'error', route: 'GET /v1/accounts/*/statement' });
      mounted.session.resources.invalidate(['bills']);
      await waitUntil(() => element.status === 'stale', 'stale', { timeout: 20_000 });
      await element.updateComplete;
      expect(text(element, '.note.warn')).to.match(/^Данные на \d\d:\d\d, обновить не удалось Повторить$/);
      expect(text(element, '.side.b')).to.include('170,10 ₽');
    });

    it('never show another account’s answer', async () => {
      const element = await show({ world: 'negative' });
      element.account = '999999';
      await element.updateComplete;
      expect(text(element)).not.to.include('170,10');
    });
  });

  describe('at any width', () => {
    it('nothing leaves the frame at 320, 640 and 1400 px', async () => {
      const element = await show({ world: 'negative' });
      for (const view of ['statement', 'bills', 'bill:2026-10', 'payments', 'documents']) {
        element.view = view;
        await settled(element);
        for (const width of [320, 640, 1400]) {
          element.style.inlineSize = `${width}px`;
          const edge = within(element, '.w')?.getBoundingClientRect().right ?? 0;
          const out = all(element, '.sec *').filter(
            (one) =>
              one.checkVisibility() &&
              !one.closest('.segs, .sr, svg') &&
              one.getBoundingClientRect().right > edge + 0.5,
          );
          expect(out.map((one) => `${view} ${width}: ${one.className} ${one.textContent}`)).to.deep.equal([]);
        }
      }
    });
  });
});
