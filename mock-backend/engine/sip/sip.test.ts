import { describe, it } from 'node:test';
import { expect } from 'chai';
import { MemoryStore } from '../../store/memory.js';
import { World } from '../../world/world.js';
import type { PersonKind } from '../catalog.js';
import type { Refusal } from '../errors.js';
import { isNetwork, normaliseMac, recommended, wrongSetting } from './equipment.js';
import { registrationOf } from './commands.js';

const NUMBER = '+79990000001';
const OF = { account: '1', number: NUMBER } as const;

async function world(kind: PersonKind = 'LEGAL'): Promise<World> {
  const made = await World.open({
    id: 'sip',
    catalog: { tariffs: [{ code: 't', name: 't' }] },
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start: '2026-11-01T00:00:00+03:00',
    store: new MemoryStore(),
  });
  await made.perform({ do: 'account.open', account: '1', kind });
  await made.perform({ do: 'number.add', account: '1', number: NUMBER, tariff: 't' });
  return made;
}

const accounts = (made: World) => made.peek('1')?.sip.accounts ?? [];
const first = (made: World) => accounts(made)[0] ?? expect.fail('no SIP account');
const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: Refusal) => [error.code, error.params['field']].filter(Boolean).join(' '),
  );

describe('SIP accounts', () => {
  it('come in twos with the number of an individual, and not with a company’s (SRV-52)', async () => {
    expect(accounts(await world('INDIVIDUAL')).map(({ type }) => type)).to.deep.equal(['WEBPHONE', 'SOFTPHONE']);
    expect(accounts(await world())).to.deep.equal([]);
  });

  it('have logins that are never given twice, even after a deletion (SIP-4)', async () => {
    const made = await world();
    await made.perform({ do: 'sip.create', ...OF, name: 'Office', type: 'DEVICE' });
    await made.perform({ do: 'sip.delete', ...OF, sip: '1-01' });
    await made.perform({ do: 'sip.create', ...OF, name: 'Office', type: 'DEVICE' });
    expect(accounts(made).map(({ login }) => login)).to.deep.equal(['1-02']);
  });

  it('are ten at most for a number (SIP-4)', async () => {
    const made = await world();
    for (let count = 0; count < 10; count += 1) {
      await made.perform({ do: 'sip.create', ...OF, name: `Device ${count}`, type: 'DEVICE' });
    }
    expect(await refused(made.perform({ do: 'sip.create', ...OF, name: 'One more', type: 'DEVICE' }))).to.equal(
      'SIP_LIMIT',
    );
  });

  it('lose their registration with the password, at once (SIP-3)', async () => {
    const made = await world();
    await made.perform({ do: 'sip.create', ...OF, name: 'Office', type: 'DEVICE' });
    expect(registrationOf(first(made), made.instant)).to.equal('NEVER');
    await made.perform({ do: 'sip.register', ...OF, sip: '1-01', outcome: 'OK', expiresSec: 600 });
    expect(registrationOf(first(made), made.instant)).to.equal('REGISTERED');
    await made.perform({ do: 'sip.reset', ...OF, sip: '1-01', digest: 'x' });
    expect(registrationOf(first(made), made.instant)).to.equal('EXPIRED');
  });

  it('are disabled after twenty-one wrong passwords in ten minutes, until the password is reset (SIP-8)', async () => {
    const made = await world();
    await made.perform({ do: 'sip.create', ...OF, name: 'Office', type: 'DEVICE' });
    const wrong = () => made.perform({ do: 'sip.register', ...OF, sip: '1-01', outcome: 'REJECTED' });
    for (let count = 0; count < 20; count += 1) await wrong();
    expect(first(made).status).to.equal('ACTIVE');
    await wrong();
    expect(first(made).status).to.equal('DISABLED');
    await made.perform({ do: 'sip.reset', ...OF, sip: '1-01', digest: 'x' });
    expect(first(made).status).to.equal('ACTIVE');
  });

  it('go with their number (SRV-57)', async () => {
    const made = await world('INDIVIDUAL');
    await made.perform({ do: 'number.disconnect', number: NUMBER, effective: 'today' });
    expect(accounts(made)).to.deep.equal([]);
  });

  it('are configured as a whole or not at all: a wrong setting is named (SIP-7)', async () => {
    const made = await world();
    await made.perform({ do: 'sip.create', ...OF, name: 'Office', type: 'DEVICE' });
    const equipment = { ...recommended('DEVICE'), mac: '02-00-00-00-00-17', dailySpendLimit: '100' };
    const configure = (change: object, callerId = NUMBER) =>
      refused(
        made.perform({
          do: 'sip.configure',
          ...OF,
          sip: '1-01',
          name: 'Office',
          callerId,
          equipment: { ...equipment, ...change },
        }),
      );
    expect(await configure({ srtp: 'REQUIRED' })).to.equal('SIP_PARAM_INVALID srtp');
    expect(await configure({ registerExpiresSec: 30 })).to.equal('SIP_PARAM_INVALID registerExpiresSec');
    expect(await configure({ codecs: [] })).to.equal('SIP_PARAM_INVALID codecs');
    expect(await configure({ dailySpendLimit: '-1' })).to.equal('SIP_PARAM_INVALID dailySpendLimit');
    expect(await configure({}, '+79990000009')).to.equal('SIP_PARAM_INVALID callerId');
    expect(first(made).equipment.mac).to.equal(null);
    expect(await configure({})).to.equal('done');
    expect(first(made).equipment.mac).to.equal('02:00:00:00:00:17');
    expect(first(made).equipment.dailySpendLimit).to.equal('100.00');
  });
});

describe('settings of a device', () => {
  it('take networks of both families, never the whole internet', () => {
    const good = ['192.0.2.0/24', '192.0.2.7', '2001:db8::/32', '::1'];
    const bad = [
      '0.0.0.0/0',
      '::/0',
      '256.1.1.1',
      '192.0.2.0/33',
      '192.0.2',
      '2001:db8::g',
      'office',
      '',
      '1.2.3.4/8/8',
    ];
    expect(good.filter((text) => !isNetwork(text))).to.deep.equal([]);
    expect(bad.filter(isNetwork)).to.deep.equal([]);
  });

  it('take a MAC address in any grouping', () => {
    expect(normaliseMac('0200.0000.0017')).to.equal('02:00:00:00:00:17');
    expect(normaliseMac('02:00:00:00:00')).to.equal(null);
  });

  it('are right as recommended, for every type', () => {
    for (const type of ['WEBPHONE', 'SOFTPHONE', 'DEVICE'] as const) {
      expect(wrongSetting(recommended(type)), type).to.equal(null);
    }
  });
});

describe('a SIM card', () => {
  it('is replaced in one operation, and a lost one never works again (SIM-6)', async () => {
    const made = await world();
    const [old, fresh] = ['8970100000000000120', '8970100000000000138'];
    await made.perform({ do: 'sim.add', account: '1', iccid: old });
    await made.perform({ do: 'sim.add', account: '1', iccid: fresh });
    await made.perform({ do: 'sim.bind', number: NUMBER, iccid: old });
    await made.perform({ do: 'sim.swap', number: NUMBER, iccid: fresh, reason: 'LOST' });
    expect(await made.ask({ get: 'sim', number: NUMBER })).to.include({ iccid: fresh });
    expect(await refused(made.perform({ do: 'sim.swap', number: NUMBER, iccid: old, reason: 'CHANGE' }))).to.equal(
      'SIM_INACTIVE',
    );
    expect(await made.ask({ get: 'sim', number: NUMBER })).to.include({ iccid: fresh });
  });
});
