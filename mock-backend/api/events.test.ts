import { describe, it } from 'node:test';
import { expect } from 'chai';
import { StoreFailure } from '../store/port.js';
import { testBackend, type TestBackend } from './testing/world.js';

interface LiveEvent {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** Reads events until as many have come. */
async function read(
  backend: TestBackend,
  count: number,
  options: { user?: string; lastEventId?: string; during?: () => Promise<unknown> } = {},
) {
  const { token } = await backend.token({ user: options.user ?? 'owner' });
  const controller = new AbortController();
  const response = await backend.fetch('/v1/accounts/A1/events', {
    headers: { Authorization: `Bearer ${token}`, ...(options.lastEventId && { 'Last-Event-ID': options.lastEventId }) },
    signal: controller.signal,
  });
  expect(response.headers.get('content-type')).to.contain('text/event-stream');
  const events: LiveEvent[] = [];
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let started = false;
  while (reader !== undefined && events.length < count) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const fields = new Map(
        text
          .slice(0, end)
          .split('\n')
          .map((line): [string, string] => {
            const colon = line.indexOf(': ');
            return [line.slice(0, colon), line.slice(colon + 2)];
          }),
      );
      text = text.slice(end + 2);
      events.push({ event: fields.get('event') ?? '', id: fields.get('id') ?? '', data: fields.get('data') ?? '' });
    }
    if (!started) {
      started = true;
      await options.during?.();
    }
  }
  await reader?.cancel();
  controller.abort();
  return events;
}

const pay = (backend: TestBackend, txn: string) => async () => {
  await backend.host.world.perform({ do: 'payment', account: 'A1', amount: '10.00', txn });
  backend.host.touched();
};

describe('live events of an account', () => {
  it('say what to read again, as it happens', async () => {
    const backend = await testBackend();
    const events = await read(backend, 3, { during: pay(backend, 'live-1') });
    expect(events.map(({ event }) => event)).to.deep.equal(['open', 'payment', 'balance']);
    expect(JSON.parse(events[1]?.data ?? '')).to.deep.equal({
      account: 'A1',
      type: 'payment',
      at: '2026-12-05T09:00:00+03:00',
    });
  });

  it('end while the store does not answer, and go on when it does', async (t) => {
    const backend = await testBackend();
    const { store } = backend.host;
    const { scan } = store;
    const logged = t.mock.method(console, 'error', () => undefined);
    const [opened, ...none] = await read(backend, 2, {
      during: async () => {
        await pay(backend, 'away-1')();
        store.scan = () => {
          throw new StoreFailure('unreachable', 'the database does not answer');
        };
        backend.host.touched();
      },
    });
    expect([opened?.event, none]).to.deep.equal(['open', []]);
    expect(logged.mock.callCount()).to.equal(0);
    store.scan = scan;
    const again = await read(backend, 3, { lastEventId: opened?.id ?? '' });
    expect(again.map(({ event }) => event)).to.deep.equal(['open', 'payment', 'balance']);
  });

  it('go on after the last one that was seen', async () => {
    const backend = await testBackend();
    const [opened] = await read(backend, 1);
    await pay(backend, 'live-2')();
    const events = await read(backend, 3, { lastEventId: opened?.id ?? '' });
    expect(events.map(({ event }) => event)).to.deep.equal(['open', 'payment', 'balance']);
  });

  it('go on from any answer about the account: it names the last one that it knows', async () => {
    const backend = await testBackend();
    const known = (await backend.call('GET', '/v1/accounts/A1/balance')).headers.get('last-event-id') ?? '';
    await pay(backend, 'live-3')();
    const events = await read(backend, 3, { lastEventId: known });
    expect(events.map(({ event }) => event)).to.deep.equal(['open', 'payment', 'balance']);
  });

  it('ask for everything again when they cannot tell what was missed', async () => {
    const backend = await testBackend();
    for (const lastEventId of ['999999999', 'rubbish']) {
      expect((await read(backend, 1, { lastEventId }))[0]?.event).to.equal('reset');
    }
  });

  it('do not tell of what the user may not see', async () => {
    const backend = await testBackend();
    const events = await read(backend, 2, {
      user: 'techie',
      during: async () => {
        await pay(backend, 'live-3')();
        await backend.host.world.perform({ do: 'option.on', number: '+79990000001', option: 'record' });
        backend.host.touched();
      },
    });
    expect(events.map(({ event }) => event)).not.to.include.members(['payment']);
    expect(events.map(({ event }) => event)).not.to.include.members(['balance']);
  });
});
