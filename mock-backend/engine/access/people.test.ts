import { describe, it } from 'node:test';
import { expect } from 'chai';
import { MemoryStore } from '../../store/memory.js';
import { World } from '../../world/world.js';
import type { Command, Product, Level } from '../command.js';
import type { Refusal } from '../errors.js';
import { ownerOf, rightsOf } from './commands.js';

const NUMBER = '+79990000001';

async function world(): Promise<World> {
  const made = await World.open({
    id: 'people',
    catalog: { tariffs: [{ code: 't', name: 't' }] },
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start: '2026-11-01T00:00:00+03:00',
    store: new MemoryStore(),
  });
  await made.perform({ do: 'account.open', account: '1', kind: 'LEGAL' });
  await made.perform({ do: 'number.add', account: '1', number: NUMBER, tariff: 't' });
  const grants: readonly (readonly [string, Product, Level])[] = [
    ['olga', 'CORE', 'OWNER'],
    ['ivan', 'CORE', 'ADMIN'],
    ['anna', 'CORE', 'USER'],
  ];
  for (const [user, product, level] of grants)
    await made.perform({ do: 'user.grant', account: '1', user, product, level });
  return made;
}
const state = (made: World) => made.peek('1') ?? expect.fail('no account');
const by = (made: World, user: string, command: Command) =>
  made.perform(command, { user }).then(
    () => 'done',
    (error: Refusal) => error.code,
  );
const change = { do: 'user.change', account: '1', levels: {} } as const;

describe('users of an account', () => {
  it('change as a whole or not at all', async () => {
    const made = await world();
    const levels = { TELEPHONY: 'ADMIN', CORE: 'OWNER' } as const;
    expect(await by(made, 'olga', { ...change, user: 'anna', levels })).to.equal('LEVEL_EXCEEDED');
    expect(state(made).users['anna']).to.deep.equal({ CORE: 'USER' });
    const wanted = { ...change, user: 'anna', levels: { TELEPHONY: 'ADMIN' }, numbers: [NUMBER] } as const;
    expect(await by(made, 'ivan', wanted)).to.equal('done');
    expect(rightsOf(state(made), 'anna')).to.deep.include({ numbers: [NUMBER] });
    expect(await by(made, 'ivan', { ...change, user: 'ivan', levels: { BILLING: 'ADMIN' } })).to.equal('SELF_CHANGE');
    expect(await by(made, 'ivan', { ...change, user: 'olga', numbers: [] })).to.equal('FORBIDDEN');
    expect(await by(made, 'anna', wanted)).to.equal('FORBIDDEN');
  });

  it('are removed, but the owner is not (ADM-2)', async () => {
    const made = await world();
    expect(await by(made, 'ivan', { do: 'user.remove', account: '1', user: 'olga' })).to.equal('OWNER_REQUIRED');
    expect(await by(made, 'ivan', { do: 'user.remove', account: '1', user: 'anna' })).to.equal('done');
    expect(rightsOf(state(made), 'anna')).to.equal(undefined);
    expect(state(made).access.audit.at(-1)).to.include({ actor: 'ivan', action: 'user.removed', target: 'anna' });
  });

  it('are invited for 72 hours by one link that works (ADM-6)', async () => {
    const made = await world();
    const invite = {
      do: 'user.invite',
      account: '1',
      contact: 'p.sidorov@example.org',
      name: null,
      levels: { TELEPHONY: 'USER' },
      numbers: [NUMBER],
      secret: 'first',
    } as const;
    expect(await by(made, 'ivan', invite)).to.equal('done');
    expect(await by(made, 'ivan', { ...invite, contact: 'P.Sidorov@example.org' })).to.equal('INVITE_EXISTS');
    await by(made, 'ivan', { do: 'invite.resend', account: '1', invitation: 'i1', secret: 'second' });
    const accept = (secret: string) =>
      made.perform({ do: 'invite.accept', account: '1', invitation: 'i1', secret }).then(
        () => 'done',
        (error: Refusal) => error.code,
      );
    expect(await accept('first')).to.equal('INVITE_EXPIRED');
    expect(await accept('second')).to.equal('done');
    expect(await accept('second')).to.equal('INVITE_EXPIRED');
    expect(rightsOf(state(made), 'p.sidorov@example.org')).to.deep.equal({
      levels: { CORE: 'USER', TELEPHONY: 'USER' },
      selfManage: false,
      numbers: [NUMBER],
    });
  });

  it('cannot accept what has expired, and may be invited again', async () => {
    const made = await world();
    const invite = {
      do: 'user.invite',
      account: '1',
      contact: '+79000000011',
      name: null,
      levels: {},
      numbers: null,
      secret: 's',
    } as const;
    await by(made, 'olga', invite);
    await made.advance('2026-11-04T00:00:00+03:00');
    const accept = made.perform({ do: 'invite.accept', account: '1', invitation: 'i1', secret: 's' });
    expect(await accept.catch((error: Refusal) => error.code)).to.equal('INVITE_EXPIRED');
    expect(await by(made, 'olga', invite)).to.equal('done');
    expect(state(made).access.invitations.map(({ id }) => id)).to.deep.equal(['i2']);
  });

  it('become the owner when both agree', async () => {
    const made = await world();
    expect(await by(made, 'ivan', { do: 'owner.offer', account: '1', to: 'anna' })).to.equal('FORBIDDEN');
    expect(await by(made, 'olga', { do: 'owner.offer', account: '1', to: 'anna' })).to.equal('LEVEL_EXCEEDED');
    expect(await by(made, 'olga', { do: 'owner.offer', account: '1', to: 'ivan' })).to.equal('done');
    expect(ownerOf(state(made))).to.equal('olga');
    expect(await by(made, 'anna', { do: 'owner.accept', account: '1' })).to.equal('NOT_FOUND');
    expect(await by(made, 'ivan', { do: 'owner.accept', account: '1' })).to.equal('done');
    expect(ownerOf(state(made))).to.equal('ivan');
    expect(state(made).users['olga']).to.include({ CORE: 'ADMIN', BILLING: 'ADMIN' });
  });

  it('leave in the audit log what they changed elsewhere', async () => {
    const made = await world();
    await made.perform({ do: 'alert.contact', account: '1', value: 'a@example.org' }, { user: 'olga' });
    expect(state(made).access.audit.at(-1)).to.include({
      actor: 'olga',
      action: 'alert.contact',
      target: 'a•••@example.org',
    });
  });
});
