import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/bills.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import type { LkBills } from './bills.js';

const SLOW = { timeout: 20_000 };
const OWN = '+74950000002';
const OTHER = '000‑00‑01';

/** His rights are for one number: of the other ones he sees nothing, nor what they add up to (ADM-4). */
describe('lk-bills of a user who sees one number', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  async function show(view: string): Promise<LkBills> {
    mounted = await mountWithBackend({ world: 'negative' });
    const { world } = mounted.backend.host;
    const [account = ''] = await world.store.accounts(null, 1);
    const levels = { CORE: 'USER', BILLING: 'ADMIN', TELEPHONY: 'USER' } as const;
    await world.perform({ do: 'user.grant', account, user: 'buhgalter', product: 'CORE', level: 'USER' });
    await world.perform({ do: 'user.change', account, user: 'buhgalter', levels, numbers: [OWN] });
    const session = mounted.as('buhgalter');
    const element = await fixture<LkBills>(html`<lk-bills .session=${session} view=${view}></lk-bills>`);
    await waitUntil(() => text(element).includes('Показаны только номера'), 'the answer is shown', SLOW);
    return element;
  }
  const text = (element: LkBills): string =>
    (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

  it('says so above the statement, adds up his number alone, and keeps the balance of the contract out', async () => {
    const element = await show('statement');
    expect(text(element)).to.contain('Показаны только номера +7 (495) 000‑00‑02. Суммы посчитаны по ним');
    expect(text(element)).to.contain('Итого-80,00 ₽').and.not.to.contain(OTHER);
    expect(text(element)).not.to.contain('Как сходится с балансом').and.not.to.contain('170,10');
    await expect(element).to.be.accessible();
  });

  it('lists bills without balances and papers of the contract, and opens one of them', async () => {
    const element = await show('bills');
    const heads = [...(element.shadowRoot?.querySelectorAll('th') ?? [])].map((one) => one.textContent?.trim());
    expect(heads).to.include('Оказанные услуги');
    expect(heads).not.to.include.members(['Входящий остаток']).and.not.to.include.members(['Исходящий остаток']);
    expect(element.shadowRoot?.querySelector('.dl .ib')).to.equal(null);
    await expect(element).to.be.accessible();
    element.shadowRoot?.querySelector<HTMLElement>('button[id^=bill-]')?.click();
    await waitUntil(() => text(element).includes('Итого по счёту'), 'the bill is shown', SLOW);
    expect(text(element)).to.contain('+7 (495) 000‑00‑02').and.not.to.contain(OTHER);
    expect(text(element)).not.to.contain('К оплате').and.not.to.contain('Остаток на счёте');
    await expect(element).to.be.accessible();
  });
});
