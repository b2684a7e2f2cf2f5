import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import '../../define/sim.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkSimChangedEvent } from './sim.events.js';
import { maskIccid, readIccid } from './sim.model.js';
import type { LkSim } from './sim.js';

const FRESH = '8970100000000000138';

describe('the number of a SIM card', () => {
  it('is checked by its check digit before anything is asked (EX-71)', () => {
    expect(readIccid('8970 1000 0000 0000 120')).to.equal('8970100000000000120');
    expect(readIccid('8970100000000000121')).to.equal(null);
    expect(readIccid('<script>')).to.equal(null);
  });

  it('is shown masked', () => {
    expect(maskIccid('8970100000000000120')).to.equal('8970 1** *** *** 0120');
  });
});

describe('lk-sim', () => {
  let mounted: Mounted;
  afterEach(() => mounted.close());

  async function show(): Promise<LkSim> {
    mounted = await mountWithBackend({ scenario: OFFICE, user: 'director' });
    const element = await fixture<LkSim>(html`<lk-sim .session=${mounted.session}></lk-sim>`);
    await waitUntil(() => element.renderRoot.querySelector('.pair .pa button'), 'the pairs are shown', {
      timeout: 20_000,
    });
    return element;
  }
  const text = (element: LkSim): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
  const press = async (element: LkSim, label: string): Promise<void> => {
    const buttons = [...element.renderRoot.querySelectorAll<HTMLElement>('button')];
    (
      buttons.find((one) => one.textContent?.replace(/\s+/g, ' ').trim() === label) ??
      expect.fail(`no button «${label}»`)
    ).click();
    await element.updateComplete;
  };
  const cardOf = (number: string) =>
    mounted.backend.host.world.peek('200417')?.numbers.find((one) => one.number === number)?.sim;

  it('ties numbers and cards, and says what unbinding means before it happens', async () => {
    const element = await show();
    expect(text(element)).to.contain('8970 1** *** *** 0120');
    await press(element, 'Отвязать');
    expect(text(element)).to.contain('абонентская плата продолжает списываться');
    await expect(element).to.be.accessible();
    const changed = oneEvent<LkSimChangedEvent>(element, 'lk-sim-changed');
    await press(element, 'Отвязать карту');
    expect((await changed).change).to.equal('unbound');
    expect(cardOf('+79990000101')).to.equal(null);
  });

  it('keeps buttons off the words of a card at any width', async () => {
    const element = await show();
    for (const width of [320, 480, 640, 700, 740, 800, 880, 1100]) {
      element.style.width = `${width}px`;
      for (const pair of element.renderRoot.querySelectorAll('.pair')) {
        const words = document.createRange();
        words.selectNodeContents([...pair.querySelectorAll('.pe')].at(-1) ?? expect.fail('no card'));
        const [card, buttons] = [words.getBoundingClientRect(), pair.querySelector('.pa')?.getBoundingClientRect()];
        const apart = card.right <= (buttons?.left ?? 0) || card.bottom <= (buttons?.top ?? 0);
        expect(apart, `${width}px: ${card.right} and ${String(buttons?.left)}`).to.equal(true);
      }
    }
  });

  it('shows no card as spare before it knows the numbers', async () => {
    mounted = await mountWithBackend({
      scenario: OFFICE,
      user: 'director',
      faults: [{ kind: 'slow', route: 'GET /v1/accounts/{account}/numbers', delay: 600_000 }],
    });
    const element = await fixture<LkSim>(html`<lk-sim .session=${mounted.session}></lk-sim>`);
    await waitUntil(() => element.status === 'ready', 'the cards are there', { timeout: 20_000 });
    await element.updateComplete;
    expect(element.renderRoot.querySelectorAll('.pair')).to.have.lengthOf(0);
    expect(element.renderRoot.querySelector('.sk')).not.to.equal(null);
  });

  it('shows the PUK only when asked for, and hides it again', async () => {
    const element = await show();
    expect(text(element)).to.not.match(/PUK-код \d/);
    await press(element, 'Показать PUK');
    await waitUntil(() => /PUK-код\s+\d{8}/.test(text(element)), 'the code is shown', { timeout: 20_000 });
    expect(element.renderRoot.querySelector('[role=status]')?.textContent).to.match(/0120: \d{8}/);
    await expect(element).to.be.accessible();
    await press(element, 'Скрыть PUK');
    expect(text(element)).to.not.match(/PUK-код\s+\d{8} /);
    expect(mounted.backend.host.world.peek('200417')?.access.audit.at(-1)).to.include({
      action: 'sim.puk',
      actor: 'director',
      target: '8970 1** *** *** 0120',
    });
  });

  it('says how far the profile of an eSIM has come into the telephone, and hears of it', async () => {
    const element = await show();
    const { world } = mounted.backend.host;
    const account = '200417';
    await world.perform({ do: 'sim.add', account, iccid: FRESH, form: 'ESIM' });
    const follows = async (said: string) => {
      mounted.session.resources.invalidate(['sims']);
      await waitUntil(() => text(element).includes(said), `it says «${said}»`, { timeout: 20_000 });
    };
    await follows('свободна, eSIM Профиль не загружен: отсканируйте код из письма');
    await expect(element).to.be.accessible();
    await world.perform({ do: 'sim.profile', account, iccid: FRESH, profile: 'DOWNLOADED' });
    await follows('Профиль загружен, включите его в телефоне');
    await world.perform({ do: 'sim.profile', account, iccid: FRESH, profile: 'ENABLED' });
    await follows('Включена в телефоне');
    expect(text(element)).not.to.match(/пластик[^.]*Включена/);
  });

  it('adds a card by its number and binds it to a number without one', async () => {
    const element = await show();
    await press(element, 'Добавить SIM-карту');
    const input = element.renderRoot.querySelector<HTMLInputElement>('#iccid') ?? expect.fail('no field');
    input.value = '8970100000000000121';
    input.dispatchEvent(new Event('input'));
    await press(element, 'Добавить');
    expect(text(element)).to.contain('Проверьте номер');
    input.value = FRESH;
    input.dispatchEvent(new Event('input'));
    const added = oneEvent<LkSimChangedEvent>(element, 'lk-sim-changed');
    await press(element, 'Добавить');
    await added;
    await waitUntil(() => text(element).includes('Привязать к номеру'), 'the new card is listed as free');
    await press(element, 'Привязать к номеру');
    const bound = oneEvent<LkSimChangedEvent>(element, 'lk-sim-changed');
    await press(element, 'Привязать +7 (999) 000‑01‑02');
    expect((await bound).change).to.equal('bound');
    expect(cardOf('+79990000102')).to.equal(FRESH);
  });
});
