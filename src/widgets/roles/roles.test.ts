import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/roles.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkRoles } from './roles.js';

const text = (element: LkRoles): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ');
const press = async (element: LkRoles, label: string): Promise<void> => {
  const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>('button')];
  const named = buttons.find((one) => one.textContent?.trim() === label || one.getAttribute('aria-label') === label);
  (named ?? expect.fail(`no button «${label}»`)).click();
  await element.updateComplete;
};
const shows = (element: LkRoles, part: string) =>
  waitUntil(() => text(element).includes(part), `shows «${part}»`, { timeout: 12_000 });

describe('lk-roles', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  const mount = async (user = 'director'): Promise<LkRoles> => {
    mounted = await mountWithBackend({ scenario: OFFICE, user });
    return fixture<LkRoles>(html`<lk-roles .session=${mounted.session}></lk-roles>`);
  };
  const state = () => mounted.backend.host.world.peek('200417') ?? expect.fail('no account');

  it('changes the rights of a user as a whole, and tells it in the log', async () => {
    const element = await mount();
    await shows(element, 'Пользователи 3');
    await expect(element).to.be.accessible();
    await press(element, 'Изменить права: menedzher');
    const select =
      element.renderRoot.querySelectorAll<HTMLSelectElement>('.editing select')[2] ?? expect.fail('no select');
    select.value = 'ADMIN';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(text(element)).to.contain('Телефония: просмотр → админ.');
    await expect(element).to.be.accessible();
    const changed = oneEvent(element, 'lk-roles-changed');
    await press(element, 'Сохранить');
    expect(await changed).to.deep.include({ change: 'changed' });
    expect(state().users['menedzher']).to.include({ TELEPHONY: 'ADMIN' });
    await press(element, 'Журнал');
    await shows(element, 'Изменение прав');
    await expect(element).to.be.accessible();
  });

  it('invites for the chosen numbers, and refuses the same twice at the field', async () => {
    const element = await mount();
    await shows(element, 'Пользователи 3');
    const invite = async () => {
      await press(element, 'Пригласить');
      const contact = element.renderRoot.querySelector<HTMLInputElement>('#contact') ?? expect.fail('no field');
      contact.value = 'p.sidorov@example.org';
      contact.dispatchEvent(new Event('input'));
      await element.updateComplete;
    };
    await invite();
    element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=scope]')[1]?.click();
    await waitUntil(() => element.renderRoot.querySelector('.chip input'), 'numbers', { timeout: 12_000 });
    await press(element, 'Отправить приглашение');
    expect(text(element)).to.contain('Выберите хотя бы один номер');
    element.renderRoot.querySelector<HTMLInputElement>('.chip input')?.click();
    await element.updateComplete;
    await press(element, 'Отправить приглашение');
    await shows(element, 'Приглашение до');
    expect(state().access.invitations[0]).to.deep.include({ numbers: ['+79990000101'] });
    await waitUntil(() => !element.renderRoot.querySelector('#contact'), 'the form is closed', { timeout: 5_000 });
    await invite();
    await press(element, 'Отправить приглашение');
    await waitUntil(() => element.renderRoot.querySelector('#contact[aria-invalid=true]'), 'refused', {
      timeout: 12_000,
    });
  });

  it('hides from those who may not see it', async () => {
    const element = await mount('buhgalter');
    await shows(element, 'Нет доступа');
  });
});
