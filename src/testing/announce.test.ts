import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Command } from '../../mock-backend/engine/command.js';
import '../define/alerts.js';
import '../define/cabinet.js';
import '../define/documents.js';
import '../define/equipment.js';
import '../define/forwarding.js';
import '../define/roles.js';
import '../define/sim.js';
import '../define/sip.js';
import '../define/topup.js';
import type { LkSession } from '../core/session/types.js';
import type { LkElement } from '../ui/element.js';
import { type Mounted, mountWithBackend } from './mount.js';
import { OFFICE } from './office.js';

const SLOW = { timeout: 20_000 };
const account = '200417';
const number = '+79990000101';

interface Change {
  readonly what: string;
  readonly element: (session: LkSession) => TemplateResult;
  readonly world?: readonly Command[];
  /** What is done, by labels of buttons and by fields. */
  readonly does: (hand: Hand) => Promise<void>;
  readonly hears: string;
}

/** What a person does with a widget. */
interface Hand {
  press(label: string): Promise<void>;
  type(selector: string, value: string): Promise<void>;
  tick(selector: string, index?: number): Promise<void>;
  readonly element: LkElement;
  readonly mounted: Mounted;
}

const sip: Command = { do: 'sip.create', account, number, name: 'Стол', type: 'DEVICE' };

const changes: readonly Change[] = [
  {
    what: 'money that has come',
    element: (session) => html`<lk-topup .session=${session} amount="500"></lk-topup>`,
    does: async ({ press, element, mounted }) => {
      await press('Оплатить 500,00 ₽');
      await waitUntil(() => element.renderRoot.querySelector('a.btn'), 'the provider’s page is linked', SLOW);
      const { href } = element.renderRoot.querySelector<HTMLAnchorElement>('a.btn') ?? expect.fail();
      await mounted.backend.app.request(`${href}/pay`, { method: 'POST' });
      dispatchEvent(new Event('focus'));
    },
    hears: 'Баланс пополнен',
  },
  {
    what: 'a rule that the network has confirmed',
    element: (session) => html`<lk-forwarding .session=${session}></lk-forwarding>`,
    does: ({ tick }) => tick('.switch:not([disabled])', 2),
    hears: 'По неответу: выключено',
  },
  {
    what: 'a card that is taken out',
    element: (session) => html`<lk-sim .session=${session}></lk-sim>`,
    does: async ({ press }) => {
      await press('Отвязать');
      await press('Отвязать карту');
    },
    hears: 'Карта отвязана от +7 (999) 000‑01‑01',
  },
  {
    what: 'a SIP account that is deleted',
    element: (session) => html`<lk-sip .session=${session}></lk-sip>`,
    world: [sip],
    does: async ({ press }) => {
      await press('Удалить «Стол»');
      await press('Удалить');
    },
    hears: 'Учётная запись «Стол» удалена',
  },
  {
    what: 'a codec that is moved',
    element: (session) => html`<lk-equipment .session=${session}></lk-equipment>`,
    world: [sip],
    does: ({ press }) => press('PCMA: выше'),
    hears: 'PCMA: место 1 из 3',
  },
  {
    what: 'settings that are saved',
    element: (session) => html`<lk-equipment .session=${session}></lk-equipment>`,
    world: [sip],
    does: async ({ type, press }) => {
      await type('#registerExpiresSec:not([disabled])', '777');
      await press('Сохранить');
    },
    hears: 'Сохранено. Устройство получит настройки при следующей регистрации',
  },
  {
    what: 'a file that has arrived',
    element: (session) => html`<lk-documents .session=${session}></lk-documents>`,
    does: async ({ element }) => {
      await waitUntil(() => element.renderRoot.querySelector('#files'), 'there is a place for files', SLOW);
      const input = element.renderRoot.querySelector<HTMLInputElement>('#files') ?? expect.fail();
      const transfer = new DataTransfer();
      transfer.items.add(new File(['%PDF-1.7 …'], 'Договор.pdf'));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change'));
    },
    hears: 'Файл «Договор.pdf» загружен',
  },
  {
    what: 'a code that was sent',
    element: (session) => html`<lk-alerts .session=${session}></lk-alerts>`,
    does: async ({ press, type }) => {
      await press('Добавить');
      await type('#contact', '+7 900 000-00-10');
      await press('Получить код');
    },
    hears: 'Код отправлен: +7 (900) 000‑00‑10',
  },
  {
    what: 'thresholds that are saved',
    element: (session) => html`<lk-alerts .session=${session}></lk-alerts>`,
    world: [{ do: 'alert.contact', account, value: 'director@example.org' }],
    does: async ({ press, type }) => {
      await type('#lowBalance:not([disabled])', '500');
      await press('Сохранить пороги');
    },
    hears: 'Пороги сохранены',
  },
  {
    what: 'rights that are changed',
    element: (session) => html`<lk-roles .session=${session}></lk-roles>`,
    does: async ({ press, tick }) => {
      await press('Изменить права: menedzher');
      await tick('.edact input[type=checkbox]');
      await press('Сохранить');
    },
    hears: 'Права сохранены: menedzher',
  },
];

/** Telling what changed: the region was there before the words, so that readers hear them. */
describe('what a reader of the screen hears', () => {
  let mounted: Mounted;
  // Pages of a test run stand behind one another; to the widgets this one is looked at.
  before(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' }));
  after(() => Reflect.deleteProperty(document, 'visibilityState'));
  afterEach(() => mounted.close());

  const textOf = (node: Node): string => (node.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  const regions = (element: LkElement): Element[] => [...element.renderRoot.querySelectorAll('[role=status]')];

  function handOf(element: LkElement): Hand {
    const there = async <T extends Element>(find: () => T | undefined | null, what: string): Promise<T> => {
      await waitUntil(find, `there is ${what}`, SLOW);
      return find() ?? expect.fail();
    };
    return {
      element,
      mounted,
      async press(label) {
        const named = (one: HTMLElement) => textOf(one) === label || one.ariaLabel === label;
        const buttons = () => [...element.renderRoot.querySelectorAll<HTMLElement>('button')];
        const find = () => buttons().find((one) => named(one) && one.checkVisibility() && one.ariaDisabled === null);
        (await there(find, `«${label}»`)).click();
        await element.updateComplete;
      },
      async type(selector, value) {
        const field = await there(() => element.renderRoot.querySelector<HTMLInputElement>(selector), selector);
        field.value = value;
        field.dispatchEvent(new Event('input'));
        field.dispatchEvent(new Event('change'));
        await element.updateComplete;
      },
      async tick(selector, index = 0) {
        const find = () => element.renderRoot.querySelectorAll<HTMLInputElement>(selector)[index];
        (await there(find, selector)).click();
        await element.updateComplete;
      },
    };
  }

  for (const { what, element: template, world = [], does, hears } of changes) {
    it(`is ${what}`, async () => {
      mounted = await mountWithBackend({ scenario: OFFICE, user: 'director' });
      for (const command of world) await mounted.backend.host.world.perform(command);
      const element = await fixture<LkElement>(template(mounted.session));
      const loaded = () => ['ready', 'empty'].includes(element.status) && element.texts.ready;
      await waitUntil(() => loaded() && !element.renderRoot.querySelector('.sk'), 'it is loaded', SLOW);
      // A region that comes with its words is not read out by all readers.
      const before = regions(element);
      await does(handOf(element));
      // A heading that gets the focus is read out; then no region says it again.
      const heading = () => element.shadowRoot?.activeElement?.closest('h2, h3');
      const says = () => [...before, heading()].some((region) => region?.isConnected && textOf(region).includes(hears));
      await waitUntil(says, `hears «${hears}»`, SLOW);
    });
  }

  it('is the name of the section that a link has led to', async () => {
    mounted = await mountWithBackend({ scenario: OFFICE, user: 'director' });
    const element = await fixture<LkElement>(html`<lk-cabinet .session=${mounted.session} view="alerts"></lk-cabinet>`);
    const inside = () => element.renderRoot.querySelector<LkElement>('lk-alerts');
    await waitUntil(() => inside()?.status === 'empty' || inside()?.status === 'ready', 'it is loaded', SLOW);
    inside()?.dispatchEvent(new (await import('../ui/element.events.js')).LkNavigateEvent('topup'));
    await waitUntil(() => element.renderRoot.querySelector('lk-topup'), 'another section', SLOW);
    const focused = element.shadowRoot?.activeElement;
    expect(focused?.id).to.equal('main');
    expect(focused?.getAttribute('aria-label')).to.equal('Пополнение');
  });
});
