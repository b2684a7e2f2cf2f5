import { describe, it } from 'node:test';
import { expect } from 'chai';
import { MemoryStore } from '../../store/memory.js';
import { World } from '../../world/world.js';
import type { Refusal } from '../errors.js';
import { stateOf } from './commands.js';

const EMAIL = 'i.ivanova@example.org';

async function world(): Promise<World> {
  const made = await World.open({
    id: 'contacts',
    catalog: {},
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start: '2026-11-01T10:00:00+03:00',
    store: new MemoryStore(),
  });
  await made.perform({ do: 'account.open', account: '1', opening: '1000' });
  return made;
}
const add = (made: World, value: string, code = '417029') =>
  made.perform({ do: 'alert.contact', account: '1', value, confirmed: false, code });
const first = (made: World) => made.peek('1')?.contacts.items[0] ?? expect.fail('no contact');
const topics = (made: World) => made.peek('1')?.messages.items.map(({ topic, to }) => `${topic} ${to}`) ?? [];
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Refusal) => [error.code, error.params['sec']].filter(Boolean).join(' '),
  );
const confirm = (made: World, code: string) =>
  made.perform({ do: 'contact.confirm', account: '1', contact: 'c1', code });

describe('contacts of alerts', () => {
  it('get nothing but a code until they are confirmed (ALR-5, EX-64)', async () => {
    const made = await world();
    await add(made, EMAIL);
    await made.perform({ do: 'payment', account: '1', amount: '10', txn: 'p1' });
    expect(topics(made)).to.deep.equal([`CODE ${EMAIL}`]);
    expect(stateOf(first(made), made.instant)).to.equal('CONNECTING');
    expect(await confirm(made, '417029')).to.include({ confirmed: true });
    await made.perform({ do: 'payment', account: '1', amount: '10', txn: 'p2' });
    expect(topics(made).at(-1)).to.equal(`TOP_UP ${EMAIL}`);
    expect(made.peek('1')?.messages.items.at(-1)?.params).to.include({ value: '10.00', balance: '1020.00' });
  });

  it('expire after five wrong codes, and a new code wakes them', async () => {
    const made = await world();
    await add(made, '+79000000011');
    for (const left of [4, 3, 2, 1, 0]) expect(await confirm(made, '000000')).to.include({ confirmed: false, left });
    expect(stateOf(first(made), made.instant)).to.equal('EXPIRED');
    expect(await refused(confirm(made, '417029'))).to.equal('CODE_EXPIRED');
    await made.advance('2026-11-01T10:01:00+03:00');
    await made.perform({ do: 'contact.resend', account: '1', contact: 'c1', code: '111111' });
    expect(await confirm(made, '111111')).to.include({ confirmed: true });
  });

  it('have ten minutes for an SMS and a day for a letter', async () => {
    const made = await world();
    await add(made, '+79000000011');
    await made.perform({ do: 'alert.contact', account: '1', value: EMAIL, confirmed: false, code: '222222' });
    await made.advance('2026-11-01T10:10:00+03:00');
    expect(await refused(confirm(made, '417029'))).to.equal('CODE_EXPIRED');
    const letter = { do: 'contact.confirm', account: '1', contact: 'c2', code: '222222' } as const;
    expect(await made.perform(letter)).to.include({ confirmed: true });
  });

  it('are sent a code once a minute and five times a day', async () => {
    const made = await world();
    await add(made, EMAIL);
    const resend = () => made.perform({ do: 'contact.resend', account: '1', contact: 'c1', code: '333333' });
    expect(await refused(resend())).to.equal('CODE_TOO_MANY 60');
    for (const minute of ['01', '02', '03', '04']) {
      await made.advance(`2026-11-01T10:${minute}:00+03:00`);
      await resend();
    }
    await made.advance('2026-11-01T23:59:00+03:00');
    expect(await refused(resend())).to.equal('CODE_TOO_MANY 60');
    await made.advance('2026-11-02T00:00:00+03:00');
    expect(await refused(resend())).to.equal('done');
  });

  it('are confirmed anew with another value, and never there twice (ALR-6)', async () => {
    const made = await world();
    await made.perform({ do: 'alert.contact', account: '1', value: EMAIL });
    expect(await refused(add(made, 'I.Ivanova@Example.org'))).to.equal('CONTACT_EXISTS');
    const change = { do: 'contact.change', account: '1', contact: 'c1', code: '444444' } as const;
    await made.perform({ ...change, topUp: false });
    expect(first(made)).to.include({ confirmed: true, topUp: false, lowBalance: true });
    expect(await refused(made.perform({ ...change, value: 'nobody' }))).to.equal('CONTACT_INVALID');
    await made.perform({ ...change, value: 'other@example.org' });
    expect(first(made)).to.include({ confirmed: false, value: 'other@example.org' });
  });

  it('pause by themselves after three messages that came back (ALR-15)', async () => {
    const made = await world();
    await made.perform({ do: 'alert.contact', account: '1', value: EMAIL });
    for (let time = 1; time <= 3; time += 1) {
      await made.perform({ do: 'contact.bounce', account: '1', contact: 'c1' });
    }
    expect(stateOf(first(made), made.instant)).to.equal('PAUSED');
    await made.perform({ do: 'payment', account: '1', amount: '10', txn: 'p1' });
    expect(topics(made)).to.deep.equal([]);
    await made.perform({ do: 'contact.change', account: '1', contact: 'c1', paused: false, code: '' });
    expect(stateOf(first(made), made.instant)).to.equal('WORKING');
  });

  it('are tested at most once a minute, and cost nothing (ALR-3)', async () => {
    const made = await world();
    await made.perform({ do: 'alert.contact', account: '1', value: EMAIL });
    const test = () => made.perform({ do: 'contact.test', account: '1', contact: 'c1' });
    await test();
    expect(await refused(test())).to.equal('CODE_TOO_MANY 60');
    expect(made.peek('1')?.balance).to.equal('1000.00');
  });
});
