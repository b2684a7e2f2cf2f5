import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/sim.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkNavigateEvent } from '../element.events.js';
import type { LkSim } from '../../widgets/sim/sim.js';

const NUMBER = '+79990000101';
const FRESH = '8970100000000000138';
const EMAIL = 'director@example.org';
const PHONE = '+79160000170';
const SLOW = { timeout: 20_000 };

describe('the step before a sensitive action', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  /** A world with a free card and these confirmed contacts; the director signed in long ago, the form of swapping is open. */
  async function show(...contacts: readonly string[]): Promise<LkSim> {
    const { start: at } = OFFICE;
    const steps = [
      ...OFFICE.steps,
      { at, do: 'sim.add', account: '200417', iccid: FRESH },
      ...contacts.map((value) => ({ at, do: 'alert.contact', account: '200417', value })),
    ];
    mounted = await mountWithBackend({ scenario: { ...OFFICE, steps }, user: 'director', fresh: false });
    const element = await fixture<LkSim>(html`<lk-sim .session=${mounted.session}></lk-sim>`);
    await waitUntil(() => buttonIn(element.renderRoot, 'Заменить'), 'the pairs are shown', SLOW);
    buttonIn(element.renderRoot, 'Заменить')?.click();
    await waitUntil(() => element.renderRoot.querySelector('input[name=reason]'), 'the form is open', SLOW);
    const lost = element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=reason]')[1];
    lost?.click();
    await element.updateComplete;
    return element;
  }
  const buttonIn = (root: ParentNode, label: string): HTMLElement | undefined =>
    [...root.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => textContent?.trim() === label);
  const step = (element: LkSim): ShadowRoot | null =>
    element.renderRoot.querySelector('.lk-step-up')?.shadowRoot ?? null;
  const said = (element: LkSim): string => (step(element)?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
  const hears = (element: LkSim, text: string) =>
    waitUntil(() => said(element).includes(text), `the step says «${text}»`, SLOW);
  const press = (element: LkSim, label: string): void =>
    (buttonIn(step(element) ?? document, label) ?? expect.fail(`no button «${label}»`)).click();
  const swap = (element: LkSim): void => buttonIn(element.renderRoot, 'Заменить карту')?.click();
  const field = (element: LkSim): HTMLInputElement =>
    step(element)?.querySelector<HTMLInputElement>('#code') ?? expect.fail('no field');
  const type = (element: LkSim, code: string): void => {
    field(element).value = code;
    field(element).dispatchEvent(new Event('input'));
  };
  const account = () => mounted.backend.host.world.peek('200417');
  const cardOf = (number: string) => account()?.numbers.find((one) => one.number === number)?.sim;
  const code = (): string => account()?.messages.items.at(-1)?.params['code'] ?? expect.fail('no code was sent');

  it('sends a code to the chosen contact, counts attempts, and does what was asked for with the right one', async () => {
    const element = await show(EMAIL, PHONE);
    swap(element);
    await hears(element, 'Письмо на d•••@example.org');
    expect(said(element)).to.contain('SMS на +7916•••0170');
    expect(element.renderRoot.textContent, 'nothing is under way yet').not.to.contain('Привязываем');
    expect(step(element)?.activeElement?.getAttribute('type')).to.equal('radio');
    await expect(element).to.be.accessible();
    step(element)?.querySelectorAll<HTMLInputElement>('input[name=contact]')[1]?.click();
    press(element, 'Прислать код');
    await hears(element, 'Код отправлен: +7916•••0170');
    expect(account()?.messages.items.at(-1)?.to).to.equal(PHONE);
    expect(step(element)?.activeElement?.id).to.equal('code');
    expect(said(element)).to.match(/ещё раз можно через 0:5\d|ещё раз можно через 1:00/);

    press(element, 'Подтвердить');
    await hears(element, 'Введите 6 цифр');
    type(element, code() === '000000' ? '000001' : '000000');
    press(element, 'Подтвердить');
    await hears(element, 'осталось попыток: 4');
    expect(field(element).getAttribute('aria-invalid')).to.equal('true');
    await expect(element).to.be.accessible();
    expect(cardOf(NUMBER)).to.equal('8970100000000000120');

    const changed = oneEvent(element, 'lk-sim-changed');
    type(element, ` ${code().slice(0, 3)} ${code().slice(3)} `);
    press(element, 'Подтвердить');
    await changed;
    expect(cardOf(NUMBER)).to.equal(FRESH);
    // What was chosen in the form behind it was not lost on the way.
    expect(account()?.lostSims).to.deep.equal(['8970100000000000120']);
    expect(step(element)).to.equal(null);
    const swaps = mounted.requests.filter((request) => request.endsWith('/sim/swap'));
    expect(swaps).to.have.lengthOf(2);
  });

  it('leaves the form as it was when the user would rather not', async () => {
    const element = await show(EMAIL);
    swap(element);
    await hears(element, 'Письмо на');
    const dialog = step(element)?.querySelector('dialog');
    dialog?.close();
    await waitUntil(() => step(element) === null, 'the step is gone', SLOW);
    await element.updateComplete;
    const [, lost] = element.renderRoot.querySelectorAll<HTMLInputElement>('input[name=reason]');
    expect(lost?.checked).to.equal(true);
    expect(cardOf(NUMBER)).to.equal('8970100000000000120');
    swap(element);
    await hears(element, 'Письмо на');
  });

  it('goes on with the code that was sent when the user comes back to the same action, and asks anew when it is over', async () => {
    const element = await show(EMAIL);
    swap(element);
    await hears(element, 'Письмо на');
    press(element, 'Прислать код');
    await hears(element, 'Код отправлен');
    await mounted.advance(new Date((account() ? mounted.backend.host.world.instant : 0) + 11 * 60_000).toISOString());
    type(element, code());
    press(element, 'Подтвердить');
    await hears(element, 'Код устарел');
    expect(field(element).value).to.equal(code());
  });

  it('leads to the contacts when there is nowhere to send a code to', async () => {
    const element = await show(NUMBER);
    swap(element);
    await hears(element, 'Код прислать некуда');
    const away = oneEvent<LkNavigateEvent>(element, 'lk-navigate');
    press(element, 'Добавить контакт');
    expect((await away).section).to.equal('alerts');
    expect(step(element)).to.equal(null);
  });

  it('ends with the session', async () => {
    const element = await show(EMAIL);
    swap(element);
    await hears(element, 'Письмо на');
    element.remove();
    await waitUntil(() => step(element) === null, 'the step is gone', SLOW);
  });
});
