import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/balance.js';
import '../../define/sip.js';
import { type Mounted, mountWithBackend } from '../../testing/mount.js';
import { OFFICE } from '../../testing/office.js';
import type { LkBalance } from '../../widgets/balance/balance.js';
import { readEvents } from './sse.js';

/** Longest wait for the next event before a line counts as dead. */
const SILENCE = 45_000;

/** Holds back whatever is to happen in half a second, or another time, and later, until `go()`: a test need not wait for it, nor guess how long. */
function holdTimers(from = 500) {
  const { setTimeout: set, clearTimeout: clear } = window;
  const held = new Map<number, { wait: number; work: () => void }>();
  let next = -1;
  const hold = (work: TimerHandler, wait = 0, ...rest: unknown[]): number => {
    if (wait < from || typeof work !== 'function') return set(work, wait, ...rest);
    held.set(next, { wait, work: () => void work(...rest) });
    return next--;
  };
  Object.assign(window, {
    setTimeout: hold,
    clearTimeout: (id?: number) => (id !== undefined && held.delete(id)) || clear(id),
  });
  return {
    holds: (wait: number): boolean => [...held.values()].some((timer) => timer.wait === wait),
    /** Lets two seconds pass. */
    go: async (): Promise<void> => {
      for (const [id, { wait, work }] of [...held]) if (wait <= 2_000 && held.delete(id)) work();
      // As many turns as a request takes that nobody should send.
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => set(resolve));
    },
    restore: () => Object.assign(window, { setTimeout: set, clearTimeout: clear }),
  };
}

const SLOW = { timeout: 20_000 };
const EVENTS = 'GET /v1/accounts/200417/events';

describe('events of an account', () => {
  let mounted: Mounted;
  // Pages of a test run stand behind one another; to the stream this one is looked at.
  before(() => Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' }));
  after(() => Reflect.deleteProperty(document, 'visibilityState'));
  let timers: ReturnType<typeof holdTimers> | null = null;
  afterEach(() => {
    timers?.restore();
    timers = null;
    return mounted.close();
  });

  const mount = async (options: object = {}) => {
    mounted = await mountWithBackend({ scenario: OFFICE, user: 'director', live: true, ...options });
    return mounted;
  };
  const balance = (): Promise<LkBalance> =>
    fixture<LkBalance>(html`<lk-balance .session=${mounted.session}></lk-balance>`);
  const text = (element: Element): string => (element.shadowRoot?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ');
  const shows = (element: Element, wanted: string) =>
    waitUntil(() => text(element).includes(wanted), `it shows «${wanted}»`, SLOW);
  const pay = async (amount: string) => {
    const { host } = mounted.backend;
    await host.world.perform({ do: 'payment', account: '200417', amount, txn: `live-${amount}` });
    host.touched();
  };
  const streams = () => mounted.requests.filter((request) => request === EVENTS).length;
  const opened = (count: number) => waitUntil(() => streams() === count, `${count} streams were opened`, SLOW);

  const closed = ({ holds }: ReturnType<typeof holdTimers>) =>
    waitUntil(() => !holds(SILENCE), 'nothing is listened to', SLOW);

  it('refresh what is shown, by one stream for all widgets, begun after the first data', async () => {
    await mount();
    const [one, other] = [await balance(), await balance()];
    await shows(one, '1 000');
    await opened(1);
    expect(mounted.requests.indexOf(EVENTS)).to.be.greaterThan(
      mounted.requests.indexOf('GET /v1/accounts/200417/balance'),
    );
    await pay('234.00');
    await shows(one, '1 234');
    await shows(other, '1 234');
    expect(streams()).to.equal(1);
  });

  it('bring what happened between the first data and their beginning', async () => {
    await mount();
    timers = holdTimers(300);
    const element = await balance();
    await shows(element, '1 000');
    await pay('77.00');
    expect(streams()).to.equal(0);
    timers.restore();
    await timers.go();
    await shows(element, '1 077');
    expect(streams()).to.equal(1);
  });

  it('show how a device registers', async () => {
    await mount();
    const { host } = mounted.backend;
    const number = '+79990000101';
    const made = await host.world.perform({
      do: 'sip.create',
      account: '200417',
      number,
      name: 'Стол',
      type: 'DEVICE',
    });
    const element = await fixture(html`<lk-sip .session=${mounted.session}></lk-sip>`);
    await shows(element, 'Стол');
    await opened(1);
    const before = text(element);
    const sip = String(made['sip']);
    const phone = { userAgent: 'Yealink T54W', ip: '203.0.113.9', expiresSec: 3600 };
    await host.world.perform({ do: 'sip.register', account: '200417', number, sip, outcome: 'OK', ...phone });
    host.touched();
    await waitUntil(() => text(element) !== before, 'the registration is shown', SLOW);
  });

  it('go on after the line broke, and bring what was missed', async () => {
    await mount();
    const element = await balance();
    await shows(element, '1 000');
    await opened(1);
    mounted.backend.faults.add({ kind: 'unavailable', route: EVENTS, times: 1 });
    mounted.backend.fetch.network.offline = true;
    await pay('500.00');
    mounted.backend.fetch.network.offline = false;
    await shows(element, '1 500');
  });

  it('are not asked for where there are none', async () => {
    await mount({ faults: [{ kind: 'forbidden', route: EVENTS }] });
    timers = holdTimers();
    const element = await balance();
    await shows(element, '1 000');
    await opened(1);
    await closed(timers);
    await pay('10.00');
    await timers.go();
    expect(streams()).to.equal(1);
    expect(text(element)).to.contain('1 000');
  });

  it('end with the last widget and with the session', async () => {
    await mount();
    timers = holdTimers();
    const element = await balance();
    await shows(element, '1 000');
    await opened(1);
    element.remove();
    await timers.go();
    await closed(timers);
    const again = await balance();
    await shows(again, '1 000');
    await opened(2);
    mounted.session.dispose();
    await closed(timers);
    await timers.go();
    expect(streams()).to.equal(2);
  });
});

describe('the reader of events', () => {
  const read = async (...pieces: readonly string[]): Promise<string[]> => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    });
    const found: string[] = [];
    for await (const { type, id } of readEvents(body, new AbortController().signal, () => undefined)) {
      found.push(`${type} ${id ?? '-'}`);
    }
    return found;
  };

  it('joins what comes in pieces and passes beats over', async () => {
    const pieces = [
      ': still here\n\n',
      'event: bal',
      'ance\nid: 7\nda',
      'ta: {}\n\nevent: lock\ndata: {}\n',
      '\nevent: cut',
    ];
    expect(await read(...pieces)).to.deep.equal(['balance 7', 'lock -']);
  });

  it('reads lines of any ending and an event without a type', async () => {
    expect(await read('data: 1\r\n\r\nid: 9\r\ndata: 2\r\n\r\n')).to.deep.equal(['message -', 'message 9']);
  });
});
