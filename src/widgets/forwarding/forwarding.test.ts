import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/forwarding.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkForwardingChangedEvent } from './forwarding.events.js';
import type { LkForwarding } from './forwarding.js';

const NUMBER = '+79990000101';

describe('lk-forwarding', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  async function show(user = 'director', number: string | undefined = NUMBER): Promise<LkForwarding> {
    mounted = await mountWithBackend({ scenario: OFFICE, user });
    const loaded = (element: LkForwarding) => element.renderRoot.querySelector('.two') !== null;
    const element = await fixture<LkForwarding>(
      html`<lk-forwarding .session=${mounted.session} .number=${number}></lk-forwarding>`,
    );
    await waitUntil(() => loaded(element), 'the rules are shown', { timeout: 10_000 });
    const writable = () => element.renderRoot.querySelector('.switch:not([disabled])') !== null;
    await waitUntil(() => user !== 'director' || writable(), 'rights are known');
    return element;
  }

  const find = (element: LkForwarding, selector: string): HTMLElement => {
    const found = element.renderRoot.querySelector<HTMLElement>(selector);
    return found ?? expect.fail(`no ${selector}`);
  };
  const text = (element: LkForwarding): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
  const rules = () =>
    mounted.backend.host.world.peek('200417')?.numbers.find(({ number }) => number === NUMBER)?.forwarding;
  const press = (element: LkForwarding, label: string): void => {
    const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>('button')];
    const button = buttons.find((one) => one.textContent?.trim() === label && one.checkVisibility());
    (button ?? expect.fail(`no button «${label}»`)).click();
  };
  const valueOf = (element: LkForwarding, selector: string): string | undefined =>
    element.renderRoot.querySelector<HTMLInputElement>(selector)?.value;
  const type = (element: LkForwarding, selector: string, value: string): void => {
    const input = find(element, selector);
    if (!(input instanceof HTMLInputElement)) return expect.fail(`${selector} is no input`);
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

  it('says what a rule does in a sentence and draws the path of a call', async () => {
    const element = await show();
    expect(text(element)).to.contain('Если не ответить 20 секунд → +7 (916) 000‑01‑70');
    expect(find(element, '.path').textContent).to.contain('Не ответили 20 секунд');
    expect(text(element)).to.contain('**61*+79160000170*11*20#');
    await expect(element).to.be.accessible();
  });

  it('says that the rules are not for him to whom the numbers are not shown either', async () => {
    mounted = await mountWithBackend({ scenario: OFFICE, user: 'buhgalter' });
    const element = await fixture<LkForwarding>(html`<lk-forwarding .session=${mounted.session}></lk-forwarding>`);
    await waitUntil(() => element.status === 'unavailable', 'the refusal is known', { timeout: 10_000 });
    await waitUntil(() => element.renderRoot.querySelector('.blank h3'), 'the refusal is shown');
    await expect(element).to.be.accessible();
  });

  it('saves a target typed the Russian way, when the network has confirmed it', async () => {
    const element = await show();
    const [busy] = [...element.renderRoot.querySelectorAll<HTMLInputElement>('.switch')].slice(1);
    busy?.click();
    await element.updateComplete;
    type(element, '#target-CFB', '8 (495) 000-00-02');
    const changed = oneEvent<LkForwardingChangedEvent>(element, 'lk-forwarding-changed');
    press(element, 'Сохранить');
    expect((await changed).rule).to.equal('CFB');
    expect(rules()?.find((rule) => rule.type === 'CFB')).to.include({ target: '+74950000002', active: true });
    await waitUntil(() => text(element).includes('Сохранено. Если линия занята → +7 (495) 000‑00‑02'));
  });

  it('closes the form when a change that nobody confirmed turns out to be made', async () => {
    const element = await show();
    mounted.backend.faults.add({ kind: 'lost', route: 'PUT /v1/accounts/*/numbers/*/forwarding/CFB', times: 1 });
    const [busy] = [...element.renderRoot.querySelectorAll<HTMLInputElement>('.switch')].slice(1);
    busy?.click();
    await element.updateComplete;
    type(element, '#target-CFB', '+7 495 000-00-02');
    press(element, 'Сохранить');
    await waitUntil(() => text(element).includes('Сеть не подтвердила изменение. Проверяем'), 'it is unknown');
    await waitUntil(() => text(element).includes('Сохранено. Если линия занята'), 'it is known', { timeout: 10_000 });
    expect(element.renderRoot.querySelector('#target-CFB')).to.equal(null);
    expect(rules()?.filter((rule) => rule.type === 'CFB')).to.have.length(1);
  });

  it('says that there is no network, and what was typed stays', async () => {
    const element = await show();
    press(element, 'Изменить');
    await element.updateComplete;
    type(element, '#target-CFNRY', '+7 495 000-00-02');
    find(element, '#target-CFNRY').dispatchEvent(new Event('change'));
    const typed = '+7\u00a0(495)\u00a0000-00-02';
    await waitUntil(() => valueOf(element, '#target-CFNRY') === typed, 'the number is read');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      press(element, 'Сохранить');
      await waitUntil(() => /Нет связи с сервером.*Осталось прежнее значение/.test(text(element)), 'it is said');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(valueOf(element, '#target-CFNRY')).to.equal(typed);
    expect(rules()?.find((rule) => rule.type === 'CFNRY')?.target).to.equal('+79160000170');
    // Who comes back later is shown what the network has, not a change that was never sent.
    const later = await fixture<LkForwarding>(
      html`<lk-forwarding .session=${mounted.session} .number=${NUMBER}></lk-forwarding>`,
    );
    await waitUntil(() => text(later).includes('Изменить'), 'the rules are shown');
    expect(text(later)).not.to.contain('Проверяем');
  });

  it('says in its live region that a number could not be read without a network, and saves it later', async () => {
    const element = await show();
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      press(element, 'Изменить');
      await element.updateComplete;
      type(element, '#target-CFNRY', '+7 495 000-00-02');
      press(element, 'Сохранить');
      const said = () => [...element.renderRoot.querySelectorAll('[role=status]')].map((one) => one.textContent).join();
      await waitUntil(() => /Нет связи с сервером.*Осталось прежнее значение/s.test(said()), 'it is said');
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(valueOf(element, '#target-CFNRY')).to.equal('+7 495 000-00-02');
    press(element, 'Сохранить');
    await waitUntil(() => text(element).includes('Сохранено. Если не ответить 20 секунд → +7 (495) 000‑00‑02'));
    expect(text(element)).not.to.contain('Нет связи');
  });

  it('refuses its own number and keeps what was typed and what was set', async () => {
    const element = await show();
    press(element, 'Изменить');
    await element.updateComplete;
    type(element, '#target-CFNRY', '+7 999 000-01-01');
    press(element, 'Сохранить');
    await waitUntil(() => text(element).includes('Нельзя переадресовать на этот же номер'), 'the refusal is shown');
    expect(text(element)).to.contain('Осталось прежнее значение.');
    expect(rules()?.find((rule) => rule.type === 'CFNRY')?.target).to.equal('+79160000170');
    expect(valueOf(element, '#target-CFNRY')).to.equal('+7\u00a0(999)\u00a0000-01-01');
  });

  it('names what is wrong with a number before anything is asked, and puts the focus there', async () => {
    const element = await show();
    press(element, 'Изменить');
    await element.updateComplete;
    type(element, '#target-CFNRY', '<b>12</b>');
    const before = mounted.requests.filter((request) => request.startsWith('PUT')).length;
    press(element, 'Сохранить');
    await waitUntil(() => text(element).includes('Проверьте номер'));
    await aTimeout(0);
    expect(mounted.requests.filter((request) => request.startsWith('PUT')).length).to.equal(before);
    expect(element.shadowRoot?.activeElement?.id).to.equal('target-CFNRY');
    expect(find(element, '#target-CFNRY').getAttribute('aria-invalid')).to.equal('true');
  });

  it('only shows the rules to who may not change them, and says who may', async () => {
    const element = await show('menedzher');
    expect(text(element)).to.contain('Менять переадресацию может администратор договора');
    expect(find(element, '.switch').hasAttribute('disabled')).to.equal(true);
    expect(element.renderRoot.querySelectorAll('.foot button.btn').length).to.equal(0);
  });
});
