import { expect, fixture, html } from '@open-wc/testing';
import { LkError } from '../../api/errors.js';
import type { Command } from '../../core/resource/command.js';
import { defineElement } from '../../core/registry/define.js';
import type { LkSession } from '../../core/session/types.js';
import { tinyBackend, until } from '../../testing/tiny-backend.js';
import { LkElement } from '../element.js';
import { CommandController } from './command.js';

type Outcome = string | LkError;
interface Log {
  keys: string[];
  /** What the next attempts end with. */
  outcomes: (Outcome | Promise<Outcome>)[];
}
let log: Log;

async function end(outcome: Outcome | Promise<Outcome> | undefined): Promise<string> {
  const result = await outcome;
  if (typeof result === 'string') return result;
  throw result ?? new Error('no outcome left');
}
const pay: Command<{ amount: string }, string> = {
  name: 'probe-pay',
  invalidates: ['balance'],
  run: (_, __, { key }) => {
    log.keys.push(key);
    return end(log.outcomes.shift());
  },
};
const repeated: Command<{ amount: string }, string> = { ...pay, name: 'probe-repeated', repeats: true };

class Payer extends LkElement {
  readonly pay = new CommandController(this, pay);
  readonly repeated = new CommandController(this, repeated);
}
defineElement('lk-payer', Payer);

const lost = (): LkError => new LkError({ kind: 'unknown-outcome', code: 'UNKNOWN_OUTCOME' });
const refused = (): LkError => new LkError({ kind: 'problem', code: 'INSUFFICIENT_FUNDS', status: 402 });
const payer = async (session: LkSession): Promise<Payer> => {
  const element = await fixture(html`<lk-payer .session=${session}></lk-payer>`);
  if (!(element instanceof Payer)) throw new Error('no payer');
  return element;
};

describe('command', () => {
  let session: LkSession;
  beforeEach(() => {
    log = { keys: [], outcomes: [] };
    session = tinyBackend().session({ account: '1' });
  });
  afterEach(() => session.logout());

  it('has one key for a confirmation, and another for the next', async () => {
    const element = await payer(session);
    log.outcomes = ['paid', 'paid'];
    expect(await element.pay.run({ amount: '100.00' })).to.equal('paid');
    expect(element.pay.state).to.equal('done');
    await element.pay.run({ amount: '100.00' });
    expect(new Set(log.keys).size).to.equal(2);
  });

  it('is not sent twice by two clicks', async () => {
    const element = await payer(session);
    let finish = (_: string): void => undefined;
    log.outcomes = [new Promise<string>((resolve) => (finish = resolve))];
    const first = element.pay.run({ amount: '100.00' });
    const second = element.pay.run({ amount: '100.00' });
    finish('paid');
    expect([await first, await second]).to.deep.equal(['paid', undefined]);
    expect(log.keys.length).to.equal(1);
  });

  it('keeps its key for a retry after an unknown outcome, and sends nothing by itself', async () => {
    const element = await payer(session);
    log.outcomes = [lost(), 'paid'];
    await element.pay.run({ amount: '100.00' });
    expect(element.pay.state).to.equal('unknown');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(log.keys.length).to.equal(1);
    await element.pay.retry();
    expect(element.pay.state).to.equal('done');
    expect(log.keys[0]).to.equal(log.keys[1]);
  });

  it('lets nothing else be sent while the outcome of the first is unknown', async () => {
    const element = await payer(session);
    log.outcomes = [lost(), 'paid'];
    await element.pay.run({ amount: '100.00' });
    expect(await element.pay.run({ amount: '200.00' })).to.equal(undefined);
    expect(log.keys.length).to.equal(1);
    expect(await element.pay.run({ amount: '100.00' })).to.equal('paid');
    expect(new Set(log.keys).size).to.equal(1);
  });

  it('is not forgotten while its outcome is unknown', async () => {
    const element = await payer(session);
    log.outcomes = [lost()];
    await element.pay.run({ amount: '100.00' });
    element.pay.reset();
    expect(element.pay.state).to.equal('unknown');
  });

  it('gets a new key after a refusal: that one is answered for', async () => {
    const element = await payer(session);
    log.outcomes = [refused(), 'paid'];
    await element.pay.run({ amount: '100.00' });
    expect(element.pay.state).to.equal('failed');
    expect(element.pay.error?.code).to.equal('INSUFFICIENT_FUNDS');
    await element.pay.run({ amount: '100.00' });
    expect(new Set(log.keys).size).to.equal(2);
  });

  it('keeps its key over a reload for the same thing, not for another, and stores nothing but the key', async () => {
    const element = await payer(session);
    log.outcomes = [lost()];
    await element.pay.run({ amount: '123.45' });
    element.remove();
    const stored = JSON.stringify({ ...sessionStorage });
    expect(stored).to.contain(log.keys[0]).and.not.contain('123.45');
    // As after a reload: another session object, another element, the same tab.
    const later = await payer(tinyBackend().session({ account: '1' }));
    log.outcomes = ['paid', 'paid'];
    await later.pay.run({ amount: '123.45' });
    expect(log.keys[1]).to.equal(log.keys[0]);
    await later.pay.run({ amount: '200.00' });
    expect(log.keys[2]).not.to.equal(log.keys[0]);
  });

  it('that moves no money is sent again by itself under the same key, and ends when it is answered for', async () => {
    const element = await payer(session);
    log.outcomes = [lost(), new LkError({ kind: 'network', code: 'NETWORK' }), 'done'];
    const running = element.repeated.run({ amount: '100.00' });
    await until(() => element.repeated.state === 'unknown', 'the unknown outcome');
    dispatchEvent(new Event('online'));
    await until(() => log.keys.length === 2, 'the second attempt');
    expect(element.repeated.state).to.equal('unknown');
    dispatchEvent(new Event('online'));
    expect(await running).to.equal('done');
    expect([element.repeated.state, element.repeated.value]).to.deep.equal(['done', 'done']);
    expect([log.keys.length, new Set(log.keys).size]).to.deep.equal([3, 1]);
  });

  it('that was sent again and is refused has failed, and the next has another key', async () => {
    const element = await payer(session);
    log.outcomes = [lost(), refused(), 'done'];
    const running = element.repeated.run({ amount: '100.00' });
    await until(() => element.repeated.state === 'unknown', 'the unknown outcome');
    dispatchEvent(new Event('online'));
    expect(await running).to.equal(undefined);
    expect([element.repeated.state, element.repeated.error?.code]).to.deep.equal(['failed', 'INSUFFICIENT_FUNDS']);
    await element.repeated.run({ amount: '100.00' });
    expect([log.keys.length, new Set(log.keys).size]).to.deep.equal([3, 2]);
  });

  it('goes on when its element leaves the page', async () => {
    const element = await payer(session);
    let finish = (_: string): void => undefined;
    log.outcomes = [new Promise<string>((resolve) => (finish = resolve))];
    let asked = 0;
    session.resources.observe({ key: 'balance:1', tags: ['balance'], load: async () => ++asked }, () => undefined);
    const running = element.pay.run({ amount: '100.00' });
    element.remove();
    finish('paid');
    expect(await running).to.equal('paid');
    await until(() => asked === 2, 'the refresh');
    expect(Object.keys(sessionStorage).filter((name) => name.startsWith('lk:'))).to.deep.equal([]);
  });
});
