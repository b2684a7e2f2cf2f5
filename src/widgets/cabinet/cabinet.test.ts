import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/cabinet.js';
import { type Mounted, mountWithBackend, type MountOptions } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkPlaceChangedEvent } from './cabinet.events.js';
import type { LkCabinet } from './cabinet.js';
import { placeOf, viewOf } from './cabinet.model.js';

describe('a place in the cabinet', () => {
  it('is written as text and read back', () => {
    for (const view of ['bills', 'bills/bill:2026-10', 'forwarding?number=%2B79990000101', 'topup?amount=120.00']) {
      expect(viewOf(placeOf(view) ?? expect.fail(view))).to.equal(view);
    }
    expect(placeOf('<img>')).to.equal(null);
    expect(placeOf('cabinet')).to.equal(null);
  });
});

describe('lk-cabinet', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  async function show(user: string, view?: string, scenario: MountOptions['scenario'] = OFFICE): Promise<LkCabinet> {
    mounted = await mountWithBackend({ scenario, user });
    const element = await fixture<LkCabinet>(html`<lk-cabinet .session=${mounted.session} .view=${view}></lk-cabinet>`);
    await waitUntil(() => element.renderRoot.querySelector('#panel > *'), 'a section is open', { timeout: 10_000 });
    return element;
  }
  const sections = (element: LkCabinet) =>
    [...element.renderRoot.querySelectorAll('nav button')].map((button) => button.textContent?.trim());
  const shown = (element: LkCabinet) => element.renderRoot.querySelector('#panel > *')?.localName;

  it('has the sections in the owner’s order and only those that the user may see', async () => {
    const owner = await show('director');
    expect(sections(owner)).to.deep.equal([
      'Услуги',
      'Счета и платежи',
      'Телефония',
      'ВАТС',
      'Документы',
      'Пополнение',
      'Уведомления',
      'Администрирование',
    ]);
    mounted.close();
    const accountant = await show('buhgalter');
    expect(sections(accountant)).to.include('Счета и платежи').and.not.include('Телефония');
    expect(shown(accountant)).to.equal('lk-bills');
  });

  it('opens a section when it is asked for, and tells the host how to come back', async () => {
    const element = await show('director', 'bills');
    expect(shown(element)).to.equal('lk-bills');
    const moved = oneEvent<LkPlaceChangedEvent>(element, 'lk-place-changed');
    element.renderRoot.querySelector<HTMLElement>('#nav-telephony')?.click();
    expect((await moved).view).to.equal('forwarding');
    await waitUntil(() => shown(element) === 'lk-forwarding', 'forwarding is shown', { timeout: 10_000 });
    expect(element.renderRoot.querySelector('#nav-telephony')?.getAttribute('aria-current')).to.equal('page');
    await waitUntil(() => element.renderRoot.querySelector('[role=tab]'), 'a section of several widgets has tabs');
  });

  it('shows the first section instead of one that the user may not see', async () => {
    const element = await show('buhgalter', 'sim');
    expect(shown(element)).to.equal('lk-bills');
  });

  it('goes where a widget inside wants to go', async () => {
    const element = await show('director', 'sip');
    const { LkNavigateEvent } = await import('../../ui/element.events.js');
    element.renderRoot.querySelector('lk-sip')?.dispatchEvent(new LkNavigateEvent('equipment', { sip: '200417-01' }));
    await waitUntil(() => shown(element) === 'lk-equipment', 'the other section', { timeout: 10_000 });
    expect(element.renderRoot.querySelector('lk-equipment')?.getAttribute('sip')).to.equal('200417-01');
    expect(element.shadowRoot?.activeElement?.id).to.equal('main');
  });

  describe('with something typed into a form', () => {
    const slow = { timeout: 20_000 };
    let element: LkCabinet;
    const { start: at } = OFFICE;
    const two = {
      ...OFFICE,
      steps: [
        ...OFFICE.steps,
        { at, do: 'account.open', account: '200418', kind: 'LEGAL', opening: '0.00' },
        { at, do: 'user.grant', account: '200418', user: 'director', product: 'CORE', level: 'OWNER' },
      ],
    };
    const root = () => element.renderRoot;
    const inside = () => root().querySelector('lk-sim')?.shadowRoot;
    const question = () => root().querySelector('[role=alert]')?.textContent ?? '';
    const answer = (label: string) =>
      [...root().querySelectorAll<HTMLElement>('[role=alert] button')]
        .find((button) => button.textContent?.trim() === label)
        ?.click();
    const accounts = () => root().querySelector<HTMLSelectElement>('#account') ?? expect.fail('one account');
    const choose = async (account: string) => {
      accounts().focus();
      accounts().value = account;
      accounts().dispatchEvent(new Event('change'));
      await element.updateComplete;
    };

    beforeEach(async () => {
      element = await show('director', 'sim', two);
      const opener = () => inside()?.querySelector<HTMLElement>('.simfoot .btn');
      await waitUntil(opener, 'a card can be added', slow);
      opener()?.click();
      await waitUntil(() => inside()?.querySelector('#iccid'), 'the form is open', slow);
      const field = inside()?.querySelector<HTMLInputElement>('#iccid') ?? expect.fail('no field');
      field.value = '8970';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    });

    it('asks before it leaves the section, and not when the form is closed', async () => {
      const bills = root().querySelector<HTMLElement>('#nav-bills');
      bills?.focus();
      bills?.click();
      await element.updateComplete;
      expect(question()).to.contain('несохранённые');
      expect(shown(element)).to.equal('lk-sim');
      await waitUntil(() => element.shadowRoot?.activeElement?.textContent?.trim() === 'Остаться', 'the safe answer');
      element.shadowRoot?.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
      );
      await element.updateComplete;
      expect(question()).to.equal('');
      expect(element.shadowRoot?.activeElement?.id).to.equal('nav-bills');
      inside()?.querySelector<HTMLElement>('[data-cancel]')?.click();
      await waitUntil(() => !inside()?.querySelector('#iccid'), 'the form is closed', slow);
      bills?.click();
      await waitUntil(() => shown(element) === 'lk-bills', 'nothing is asked', slow);
    });

    it('asks before it switches the account: who stays keeps form and account, who leaves has the other one', async () => {
      await choose('200418');
      expect(question()).to.contain('несохранённые');
      expect(accounts().value).to.equal('200417');
      answer('Остаться');
      await element.updateComplete;
      expect(element.shadowRoot?.activeElement?.id).to.equal('account');
      expect(inside()?.querySelector<HTMLInputElement>('#iccid')?.value).to.equal('8970');

      await choose('200418');
      const switched = oneEvent(element, 'lk-account-changed');
      answer('Уйти без сохранения');
      await switched;
      await element.updateComplete;
      expect(question()).to.equal('');
      expect(accounts().value).to.equal('200418');
      expect(root().querySelector('lk-sim')?.account).to.equal('200418');
      // Nothing is typed here: nothing is asked.
      await choose('200417');
      expect(question()).to.equal('');
      expect(root().querySelector('lk-sim')?.account).to.equal('200417');
    });
  });
});
