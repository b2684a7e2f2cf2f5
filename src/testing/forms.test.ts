import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { Command } from '../../mock-backend/engine/command.js';
import { SUBSCRIBER } from '../../mock-backend/engine/documents/testing.js';
import '../define/alerts.js';
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
const MARKUP = '<img src=x onerror="globalThis.hacked=1">';
const RUBBISH = '\u202e\u200b💥 \u0000…';
const LONG = '9'.repeat(400);

/** One attempt: what is typed where, which field has the focus then, and what is said at it. */
interface Attempt {
  readonly typed: Readonly<Record<string, string>>;
  readonly at: string;
  readonly says: string;
}

interface Form {
  readonly name: string;
  readonly element: (session: LkSession) => TemplateResult;
  /** What the world needs besides. */
  readonly world?: readonly Command[];
  readonly kind?: 'INDIVIDUAL';
  /** Presses that lead to the form, each waited for; none: it is always there. */
  readonly opens: readonly string[];
  /** A field that is there when the form is open. */
  readonly field: string;
  readonly submit: string;
  readonly attempts: readonly Attempt[];
  /** What the form would have changed, to see that it did not. */
  readonly change: RegExp;
}

const each = (selector: string, says: string, ...values: readonly string[]): Attempt[] =>
  values.map((value) => ({ typed: { [selector]: value }, at: selector, says }));

const sip: Command = { do: 'sip.create', account, number, name: 'Стол', type: 'DEVICE' };
const card: Command = {
  do: 'card.set',
  account,
  inForce: true,
  identity: 'VERIFIED',
  card: SUBSCRIBER,
};
const passport = { '#series': '4526', '#number': '000456', '#issuedAt': '2026-10-01', '#issuedBy': 'МВД' };

const forms: readonly Form[] = [
  {
    name: 'the sum of a top-up',
    element: (session) => html`<lk-topup .session=${session}></lk-topup>`,
    opens: [],
    field: '#sum',
    submit: 'Оплатить',
    attempts: [
      ...each('#sum', 'Введите сумму', '', '   '),
      ...each('#sum', 'Введите сумму цифрами', 'сто', '１００', '1e3', '0x10', MARKUP, RUBBISH),
      ...each('#sum', 'Сумма от 1,00 ₽ до 1 000 000,00 ₽', '0', '0,99', '-5', '1000000,01', LONG),
      ...each('#sum', 'Не больше двух знаков после запятой', '1000,505'),
    ],
    change: /^POST .*(topups|invoices)$/,
  },
  {
    name: 'the receipt of a top-up',
    element: (session) => html`<lk-topup .session=${session} amount="500"></lk-topup>`,
    kind: 'INDIVIDUAL',
    opens: [],
    field: '#receipt',
    submit: 'Оплатить 500,00 ₽',
    attempts: [
      ...each('#receipt', 'Укажите почту или телефон для чека', '', ' '),
      ...each('#receipt', 'Введите почту вида', 'анна', 'a@b', 'a@@b.ru', '12', MARKUP, RUBBISH, `${LONG}@example.org`),
    ],
    change: /^POST .*topups$/,
  },
  {
    name: 'auto-payment',
    element: (session) => html`<lk-topup .session=${session}></lk-topup>`,
    opens: ['Включить автоплатёж'],
    field: '#autopay-threshold',
    submit: 'Сохранить',
    attempts: [
      ...each('#autopay-threshold', 'Введите сумму', '', 'сто', MARKUP, RUBBISH),
      {
        typed: { '#autopay-threshold': '200', '#autopay-amount': '1000000,01' },
        at: '#autopay-amount',
        says: 'Сумма от 1 ₽ до 1 000 000 ₽',
      },
      {
        typed: { '#autopay-amount': '300', '#autopay-cap': '299,99' },
        at: '#autopay-cap',
        says: 'Не меньше суммы одного пополнения',
      },
      { typed: { '#autopay-cap': 'много' }, at: '#autopay-cap', says: 'Не меньше суммы одного пополнения' },
    ],
    change: /^PUT .*autopay$/,
  },
  {
    name: 'a promised payment',
    element: (session) => html`<lk-topup .session=${session}></lk-topup>`,
    opens: ['Взять обещанный платёж'],
    field: '#promised-sum',
    submit: 'Взять',
    attempts: [
      ...each('#promised-sum', 'Введите сумму', '', 'сто', MARKUP, RUBBISH),
      ...each('#promised-sum', 'Сумма от 10 ₽ до 500 ₽', '9,99', '500,01', LONG),
    ],
    change: /^POST .*promised-payment$/,
  },
  {
    name: 'a rule of forwarding',
    element: (session) => html`<lk-forwarding .session=${session}></lk-forwarding>`,
    opens: ['Изменить'],
    field: '#target-CFNRY',
    submit: 'Сохранить',
    attempts: [
      ...each('#target-CFNRY', 'Введите номер', '', '  '),
      ...each('#target-CFNRY', 'Проверьте номер', 'восемь', '12', MARKUP, RUBBISH, LONG),
      // These only the network can tell.
      ...each(
        '#target-CFNRY',
        'Нельзя переадресовать на этот же номер. Осталось прежнее значение',
        '+7\u00a0(999)\u00a0000-01-01',
      ),
    ],
    change: /^(POST|DELETE) .*forwarding/,
  },
  {
    name: 'a SIM card by its number',
    element: (session) => html`<lk-sim .session=${session}></lk-sim>`,
    opens: ['Добавить SIM-карту'],
    field: '#iccid',
    submit: 'Добавить',
    attempts: [
      ...each('#iccid', 'Введите номер с карты', '', ' '),
      ...each(
        '#iccid',
        'Проверьте номер',
        '8970100000000000121',
        '7970100000000000120',
        'восемь',
        MARKUP,
        RUBBISH,
        LONG,
      ),
    ],
    change: /^POST .*sims$/,
  },
  {
    name: 'a new SIP account',
    element: (session) => html`<lk-sip .session=${session}></lk-sip>`,
    opens: ['Создать'],
    field: '#name',
    submit: 'Создать учётную запись',
    attempts: [...each('#name', 'Введите название', '', '  \u00a0 ')],
    change: /^POST .*sip$/,
  },
  {
    name: 'the settings of a device',
    element: (session) => html`<lk-equipment .session=${session}></lk-equipment>`,
    world: [sip],
    opens: [],
    field: '#port:not([disabled])',
    submit: 'Сохранить',
    attempts: [
      ...each('#name', 'Введите название', '', 'я'.repeat(51)),
      { typed: { '#name': 'Стол', '#mac': 'мак' }, at: '#mac', says: 'Нужно 12 знаков' },
      { typed: { '#mac': MARKUP }, at: '#mac', says: 'Нужно 12 знаков' },
      { typed: { '#mac': '', '#port': '65536' }, at: '#port', says: 'От 1 до 65535' },
      ...each('#port', 'От 1 до 65535', '', '0', '5060.5', 'порт', RUBBISH),
      { typed: { '#port': '5060', '#registerExpiresSec': '59' }, at: '#registerExpiresSec', says: 'От 60 до 3600' },
      ...each('#registerExpiresSec', 'От 60 до 3600', '', '3601', '1e2', MARKUP),
      {
        typed: { '#registerExpiresSec': '600', '#natKeepAliveSec': '14' },
        at: '#natKeepAliveSec',
        says: '0 или от 15',
      },
      { typed: { '#natKeepAliveSec': '30', '#allowedIps': '10.0.0.1, дом' }, at: '#allowedIps', says: 'адрес дом' },
      ...each('#allowedIps', 'Проверьте адрес', '0.0.0.0/0', MARKUP, RUBBISH),
      { typed: { '#allowedIps': '', '#dailySpendLimit': '0' }, at: '#dailySpendLimit', says: 'Сумма больше нуля' },
      ...each('#dailySpendLimit', 'Сумма больше нуля', '-1', 'сто', MARKUP),
    ],
    change: /^PUT .*sip/,
  },
  {
    name: 'a new passport',
    element: (session) => html`<lk-documents .session=${session}></lk-documents>`,
    world: [card],
    opens: ['Заменить паспорт'],
    field: '#series',
    submit: 'Отправить на проверку',
    attempts: [
      ...each('#series', 'Четыре цифры', '', '123', 'сорок', MARKUP, RUBBISH, LONG),
      { typed: { '#series': '4526', '#number': '00045' }, at: '#number', says: 'Шесть цифр' },
      { typed: { '#number': '000456', '#issuedAt': '' }, at: '#issuedAt', says: 'Дата не позже сегодняшней' },
      { typed: { '#issuedAt': '2026-11-24' }, at: '#issuedAt', says: 'Дата не позже сегодняшней' },
      { typed: { '#issuedAt': '2026-10-01', '#issuedBy': '  ' }, at: '#issuedBy', says: 'Перепишите из паспорта' },
      { typed: { '#issuedBy': 'МВД', '#deptCode': '77000' }, at: '#deptCode', says: 'Шесть цифр: 770-000' },
      ...each('#deptCode', 'Шесть цифр: 770-000', 'код', MARKUP),
      { typed: { ...passport, '#deptCode': '770-000' }, at: '#main', says: 'Загрузите этот разворот' },
    ],
    change: /^POST .*passport$/,
  },
  {
    name: 'an application',
    element: (session) => html`<lk-documents .session=${session}></lk-documents>`,
    world: [card],
    opens: ['Подать заявление'],
    field: '#text',
    submit: 'Отправить на проверку',
    attempts: [
      ...each('#text', 'Заполните это поле', '', '   '),
      { typed: { '#text': MARKUP }, at: '#attach', says: 'Сначала загрузите файлы в списке ниже' },
    ],
    change: /^POST .*requests$/,
  },
  {
    name: 'a contact of alerts',
    element: (session) => html`<lk-alerts .session=${session}></lk-alerts>`,
    opens: ['Добавить'],
    field: '#contact',
    submit: 'Получить код',
    attempts: [
      ...each('#contact', 'Введите номер телефона', '', '  ', 'anna@example.org'),
      ...each('#contact', 'Проверьте номер: нужен полный номер телефона', 'восемь', '12', MARKUP, RUBBISH),
    ],
    change: /^(PATCH|PUT) /,
  },
  {
    name: 'an invitation',
    element: (session) => html`<lk-roles .session=${session}></lk-roles>`,
    opens: ['Пригласить'],
    field: '#contact',
    submit: 'Отправить приглашение',
    attempts: [
      ...each('#contact', 'Введите адрес почты или номер телефона', '', '  '),
      ...each('#contact', 'Проверьте номер или адрес', 'пётр', 'a@@b', MARKUP, RUBBISH),
    ],
    change: /^(PATCH|PUT) /,
  },
];

const textOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

describe('a form that is filled in badly', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  const find = <T extends HTMLElement>(element: LkElement, selector: string): T =>
    element.renderRoot.querySelector<T>(selector) ?? expect.fail(`no ${selector}`);
  const buttonOf = (element: LkElement, label: string): HTMLElement | undefined =>
    [...element.renderRoot.querySelectorAll<HTMLElement>('button')].find(
      (one) => textOf(one).startsWith(label) && one.checkVisibility(),
    );
  const press = async (element: LkElement, label: string): Promise<HTMLElement> => {
    await waitUntil(() => buttonOf(element, label), `there is «${label}»`, SLOW);
    const button = buttonOf(element, label) ?? expect.fail();
    button.focus();
    button.click();
    await element.updateComplete;
    return button;
  };
  const type = async (element: LkElement, selector: string, value: string): Promise<void> => {
    const field = find<HTMLInputElement>(element, selector);
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
  };
  const focused = (element: LkElement): Element | null => element.shadowRoot?.activeElement ?? null;
  /** What a reader hears of a field besides its name. */
  const heard = (element: LkElement, field: Element): string =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => textOf(element.renderRoot.querySelector(`#${id}`)))
      .join(' ');

  async function open(form: Form): Promise<LkElement> {
    const { kind, world = [] } = form;
    const [first, ...rest] = OFFICE.steps;
    const promised = { min: '10', max: '500', hours: 72, fee: '0.00', perDays: 28, count: 2 };
    const scenario = {
      ...OFFICE,
      catalog: { ...OFFICE.catalog, policy: { promised } },
      steps: [kind ? { ...first, kind } : first, ...rest],
    };
    mounted = await mountWithBackend({ scenario, user: 'director' });
    for (const command of world) await mounted.backend.host.world.perform(command);
    const element = await fixture<LkElement>(form.element(mounted.session));
    for (const label of form.opens) await press(element, label);
    await waitUntil(() => element.renderRoot.querySelector(form.field), `there is ${form.field}`, SLOW);
    await nextFrame();
    return element;
  }

  for (const form of forms) {
    it(`leads to the first wrong field of ${form.name}, says there what is wrong, and keeps what was typed`, async () => {
      const element = await open(form);
      for (const { typed, at, says } of form.attempts) {
        const what = `${JSON.stringify(typed).slice(0, 80)} at ${at}`;
        for (const [selector, value] of Object.entries(typed)) await type(element, selector, value);
        const before = Object.keys(typed).map((selector) => find<HTMLInputElement>(element, selector).value);
        await press(element, form.submit);
        const field = find(element, at);
        await waitUntil(() => heard(element, field).includes(says), `${what} says «${says}»`, SLOW).catch(() =>
          expect.fail(`${what} says «${heard(element, field)}», not «${says}»`),
        );
        await waitUntil(() => focused(element) === field, `${what} has the focus`, SLOW);
        if (field.matches('input, textarea')) expect(field.getAttribute('aria-invalid'), what).to.equal('true');
        expect(
          Object.keys(typed).map((selector) => find<HTMLInputElement>(element, selector).value),
          what,
        ).to.deep.equal(before);
        expect(element.renderRoot.querySelector('img'), what).to.equal(null);
      }
      expect(mounted.requests.filter((request) => form.change.test(request))).to.deep.equal([]);
      expect(globalThis).not.to.have.property('hacked');
      await expect(element).to.be.accessible();
    });
  }

  for (const form of forms.filter(({ opens }) => opens.length > 0)) {
    it(`closes ${form.name} by Escape, and asks first where something was typed`, async () => {
      const element = await open(form);
      const opener = form.opens.at(-1) ?? '';
      const escape = async () => {
        const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
        let passed = false;
        const onPage = () => (passed = true);
        document.addEventListener('keydown', onPage, { once: true });
        find(element, form.field).dispatchEvent(event);
        document.removeEventListener('keydown', onPage);
        expect(passed, 'a dialog of the host stays open').to.equal(false);
        await element.updateComplete;
      };
      const isOpen = () => element.renderRoot.querySelector(form.field) !== null;
      find(element, form.field).focus();
      await escape();
      expect(isOpen()).to.equal(false);
      await waitUntil(() => focused(element) !== null, 'the focus is not lost', SLOW);
      await press(element, opener);
      await waitUntil(isOpen, 'it is open again', SLOW);
      await type(element, form.field, 'начато');
      await escape();
      expect(isOpen()).to.equal(true);
      expect(textOf(element.renderRoot.querySelector('[role=alert].escape'))).to.contain('Введённое пропадёт');
      await type(element, form.field, 'начато и продолжено');
      expect(element.renderRoot.querySelector('.escape')).to.equal(null);
      await escape();
      await escape();
      expect(isOpen()).to.equal(false);
    });
  }
});
