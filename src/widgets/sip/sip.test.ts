import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/equipment.js';
import '../../define/sip.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkSipChangedEvent } from './sip.events.js';
import type { LkEquipment } from '../equipment/equipment.js';
import type { LkSip } from './sip.js';

const text = (element: LkSip | LkEquipment): string =>
  (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
const buttonOf = (element: LkSip | LkEquipment, label: string): HTMLElement | undefined =>
  [...element.renderRoot.querySelectorAll<HTMLElement>('button')].find(
    (one) => one.textContent?.trim() === label || one.getAttribute('aria-label') === label,
  );
const press = async (element: LkSip | LkEquipment, label: string): Promise<void> => {
  (buttonOf(element, label) ?? expect.fail(`no button «${label}»`)).click();
  await element.updateComplete;
};
const type = async (element: LkSip | LkEquipment, selector: string, value: string): Promise<void> => {
  const input = element.renderRoot.querySelector<HTMLInputElement>(selector) ?? expect.fail(`no ${selector}`);
  input.value = value;
  input.dispatchEvent(new Event('input'));
  await element.updateComplete;
};

describe('lk-sip and lk-equipment', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  async function created(): Promise<LkSip> {
    mounted = await mountWithBackend({ scenario: OFFICE, user: 'director' });
    const element = await fixture<LkSip>(html`<lk-sip .session=${mounted.session}></lk-sip>`);
    await waitUntil(() => text(element).includes('Учётных записей SIP нет'), 'the list is empty', { timeout: 10_000 });
    await waitUntil(() => element.renderRoot.querySelector('.blank .btn'), 'rights are known');
    await expect(element).to.be.accessible();
    await press(element, 'Создать');
    await waitUntil(() => element.renderRoot.querySelector<HTMLSelectElement>('#number')?.value, 'numbers are known');
    await type(element, '#name', 'Офис, переговорная');
    const changed = oneEvent<LkSipChangedEvent>(element, 'lk-sip-changed');
    await press(element, 'Создать учётную запись');
    expect((await changed).change).to.equal('created');
    await element.updateComplete;
    return element;
  }

  it('shows the password once, with a code for the phone, and forgets it', async () => {
    const element = await created();
    expect(text(element)).to.match(/Пароль для «Офис, переговорная»/);
    const password = element.renderRoot.querySelector('.pw .num')?.textContent ?? '';
    expect(password).to.match(/^[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5}-[a-zA-Z2-9]{5}$/);
    await press(element, 'QR-код для приложения');
    await waitUntil(() => element.renderRoot.querySelector('svg.qr'), 'the code is drawn');
    await expect(element).to.be.accessible();
    await press(element, 'Сохранено, закрыть');
    expect(text(element)).not.to.contain(password);
    expect(JSON.stringify(mounted.backend.host.world.peek('200417'))).not.to.contain(password);
  });

  it('creates for the first number also when the numbers come after the form', async () => {
    mounted = await mountWithBackend({
      scenario: OFFICE,
      user: 'director',
      faults: [{ kind: 'slow', route: 'GET /v1/accounts/200417/numbers', delay: 1500 }],
    });
    const element = await fixture<LkSip>(html`<lk-sip .session=${mounted.session}></lk-sip>`);
    await waitUntil(() => buttonOf(element, 'Создать'), 'rights are known', { timeout: 10_000 });
    await press(element, 'Создать');
    await type(element, '#name', 'Касса');
    const create = () => element.renderRoot.querySelector('form button[type=submit]');
    await waitUntil(() => create()?.ariaDisabled === null, 'numbers are known', { timeout: 10_000 });
    const changed = oneEvent<LkSipChangedEvent>(element, 'lk-sip-changed');
    await press(element, 'Создать учётную запись');
    await changed;
    const [sip] = mounted.backend.host.world.peek('200417')?.sip.accounts ?? [];
    expect(sip).to.include({ number: '+79990000101', name: 'Касса' });
  });

  it('asks by name before it deletes, the safe answer having the focus', async () => {
    const element = await created();
    await waitUntil(() => element.renderRoot.querySelector('tbody tr'), 'the account is listed');
    await press(element, 'Удалить «Офис, переговорная»');
    await waitUntil(() => element.renderRoot.querySelector<HTMLDialogElement>('dialog')?.open);
    expect(text(element)).to.contain('Удалить учётную запись «Офис, переговорная»?');
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Оставить');
    const changed = oneEvent<LkSipChangedEvent>(element, 'lk-sip-changed');
    await press(element, 'Удалить');
    expect((await changed).change).to.equal('deleted');
    expect(mounted.backend.host.world.peek('200417')?.sip.accounts).to.deep.equal([]);
  });

  it('saves the settings of a device as a whole, and names the one that is wrong', async () => {
    await created();
    const element = await fixture<LkEquipment>(html`<lk-equipment .session=${mounted.session}></lk-equipment>`);
    await waitUntil(() => element.renderRoot.querySelector('#port:not([disabled])'), 'the form is open', {
      timeout: 20_000,
    });
    await expect(element).to.be.accessible();
    await type(element, '#registerExpiresSec', '30');
    expect(text(element)).to.contain('Есть несохранённые изменения');
    await press(element, 'Сохранить');
    expect(text(element)).to.contain('От 60 до 3600');
    expect(element.shadowRoot?.activeElement?.id).to.equal('registerExpiresSec');
    await type(element, '#registerExpiresSec', '120');
    await press(element, 'PCMA: выше');
    const saved = oneEvent(element, 'lk-equipment-saved');
    await press(element, 'Сохранить');
    await saved;
    const [sip] = mounted.backend.host.world.peek('200417')?.sip.accounts ?? [];
    expect(sip?.equipment).to.deep.include({ registerExpiresSec: 120, codecs: ['PCMA', 'G722', 'PCMU'] });
  });

  it('moves the port with the transport, and takes back encryption that needs TLS', async () => {
    await created();
    const element = await fixture<LkEquipment>(html`<lk-equipment .session=${mounted.session}></lk-equipment>`);
    await waitUntil(() => element.renderRoot.querySelector('#port:not([disabled])'), 'the form is open', {
      timeout: 20_000,
    });
    const port = () => element.renderRoot.querySelector<HTMLInputElement>('#port')?.value;
    expect(port()).to.equal('5060');
    const choose = async (name: string, index: number) => {
      element.renderRoot.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)[index]?.click();
      await element.updateComplete;
    };
    await choose('transport', 2);
    expect(port()).to.equal('5061');
    await choose('srtp', 2);
    await choose('transport', 0);
    expect(port()).to.equal('5060');
    expect(element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=srtp]')[1]?.checked).to.equal(true);
  });
});
