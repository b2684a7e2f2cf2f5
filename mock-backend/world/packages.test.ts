import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Catalog, PackageOffer, Tariff } from '../engine/catalog.js';
import { ACCOUNT, call, moment, NUMBER, OTHER, STRANGER, Timeline } from './testing.js';

const voice: Tariff['voice'] = [{ steps: [{ fromSec: 0, price: '0.60', perSec: 60, incrementSec: 60 }] }];
const tariff = (code: string, more: Partial<Tariff> = {}): Tariff => ({ code, name: code, voice, ...more });
const offer = (code: string, amount: number, more: Partial<PackageOffer> = {}): PackageOffer => ({
  code,
  kind: 'VOICE',
  amount,
  ...more,
});
const buy = (code: string) => ({ do: 'package.buy', number: NUMBER, package: code }) as const;

async function left(time: Timeline): Promise<unknown> {
  const buckets = (await time.ask({ get: 'packages', number: NUMBER })) as {
    package: string;
    source: string;
    remaining: number;
  }[];
  return buckets.map((bucket) => [bucket.package, bucket.source, bucket.remaining]);
}
const rated = async (time: Timeline, id: string) =>
  (await time.ask({ get: 'rated', id })) as { amount: string; packaged: number; outcome: string };

describe('packages', () => {
  it('make an increment up from several buckets: earliest end first, base before bought, smaller remainder first', async () => {
    const catalog: Catalog = {
      tariffs: [tariff('t', { packages: ['base'] })],
      packages: [
        offer('base', 100),
        offer('big', 70, { price: '1.00' }),
        offer('small', 50, { price: '1.00' }),
        offer('short', 40, { price: '1.00', days: 3 }),
      ],
    };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 't');
    await time.at('2026-11-05', buy('big'), buy('small'), buy('short'));
    expect(await left(time)).to.deep.equal([
      ['short', 'ADDON', 40],
      ['base', 'BASE', 100],
      ['small', 'ADDON', 50],
      ['big', 'ADDON', 70],
    ]);
    await time.at('2026-11-06', call('a', 170));
    // 40 + 100 + 40: three whole minutes
    expect(await rated(time, 'a')).to.deep.include({ packaged: 180, amount: '0.00' });
    await time.at('2026-11-06', call('b', 119));
    // 10 + 70 = 80: one minute, and 20 s are left over
    expect(await rated(time, 'b')).to.deep.include({ packaged: 60, amount: '0.60' });
    expect(await left(time)).to.deep.equal([
      ['short', 'ADDON', 0],
      ['base', 'BASE', 0],
      ['small', 'ADDON', 0],
      ['big', 'ADDON', 20],
    ]);
    await time.at('2026-11-07T23:59:59');
    expect(await left(time)).to.have.deep.nested.property('[0]', ['short', 'ADDON', 0]);
    await time.at('2026-11-08');
    expect(await left(time)).to.have.length(3);
  });

  it('of a scope leave other calls alone', async () => {
    const time = await Timeline.begin({
      destinations: [
        { code: 'mob', prefixes: ['+79'] },
        { code: 'geo', prefixes: ['+7'] },
      ],
      tariffs: [tariff('t', { packages: ['m'] })],
      packages: [offer('m', 600, { destinations: ['mob'] })],
    });
    await time.connect('2026-11-01', 't');
    await time.at(
      '2026-11-02',
      call('geo', 60, { peer: '+74950000001' }),
      call('mob', 60),
      call('nowhere', 60, { peer: '+4930111222' }),
    );
    expect(await rated(time, 'geo')).to.deep.include({ packaged: 0, amount: '0.60' });
    expect(await rated(time, 'mob')).to.deep.include({ packaged: 60, amount: '0.00' });
    expect(await rated(time, 'nowhere')).to.deep.include({ packaged: 0, amount: '0.60', destination: null });
  });

  it('of messages and data cover whole segments and increments', async () => {
    const time = await Timeline.begin({
      tariffs: [
        tariff('t', {
          sms: [{ price: '2.00' }],
          data: { pricePerMB: '1.00', incrementKB: 100 },
          packages: ['s', 'd'],
        }),
      ],
      packages: [offer('s', 3, { kind: 'SMS' }), offer('d', 250, { kind: 'DATA' })],
    });
    await time.connect('2026-11-01', 't');
    await time.at(
      '2026-11-02',
      { do: 'usage', number: NUMBER, service: 'SMS', segments: 5, peer: STRANGER, id: 's' },
      { do: 'usage', number: NUMBER, service: 'DATA', bytes: 300 * 1024 + 1, id: 'd' },
    );
    expect(await rated(time, 's')).to.deep.include({ packaged: 3, amount: '4.00', segments: 5 });
    // 400 KB: 200 covered, 200/1024 = 0.1953…
    expect(await rated(time, 'd')).to.deep.include({ packaged: 200, amount: '0.20', billedKB: 400 });
  });

  it('without a price cover what they can, and the rest is unrated', async () => {
    const time = await Timeline.begin({
      tariffs: [tariff('t', { packages: ['d'] })],
      packages: [offer('d', 100, { kind: 'DATA' })],
    });
    await time.connect('2026-11-01', 't');
    const data = (id: string, kb: number) =>
      ({ do: 'usage', number: NUMBER, service: 'DATA', bytes: kb * 1024, id }) as const;
    await time.at('2026-11-02', data('a', 60), data('b', 60));
    expect(await rated(time, 'a')).to.deep.include({ packaged: 60, outcome: 'ANSWERED' });
    expect(await rated(time, 'b')).to.deep.include({ packaged: 0, outcome: 'UNRATED', amount: '0.00' });
    expect(await time.ask({ get: 'unrated', account: ACCOUNT })).to.deep.equal(['b']);
  });

  it('end with a change of tariff, but late records before it still draw on them; bought ones stay', async () => {
    const time = await Timeline.begin({
      tariffs: [tariff('a', { packages: ['pa'] }), tariff('b', { packages: ['pb'] })],
      packages: [offer('pa', 600), offer('pb', 300), offer('add', 60, { price: '1.00' })],
    });
    await time.connect('2026-11-01', 'a');
    await time.at('2026-11-10', buy('add'));
    await time.at('2026-11-16T12:00:00', { do: 'tariff.change', number: NUMBER, to: 'b', effective: 'today' });
    // 300 × 15/30
    expect(await left(time)).to.deep.equal([
      ['pb', 'BASE', 150],
      ['add', 'ADDON', 60],
    ]);
    await time.at('2026-11-17', call('late', 600, { start: moment('2026-11-16T11:59:59') }));
    expect(await rated(time, 'late')).to.deep.include({ packaged: 600 });
    await time.at('2026-11-17', call('early', 60, { start: moment('2026-11-09') }));
    expect(await rated(time, 'early')).to.deep.include({ packaged: 0, amount: '0.60' });
    expect(await left(time)).to.deep.equal([
      ['pb', 'BASE', 150],
      ['add', 'ADDON', 60],
    ]);
  });

  it('are not carried over while the account is locked, nor a second time', async () => {
    const catalog: Catalog = {
      tariffs: [tariff('t', { packages: ['p'] })],
      packages: [offer('p', 600, { carryOver: true })],
    };
    const time = await (await Timeline.begin(catalog)).connect('2026-11-01', 't', '0.00');
    await time.at('2026-12-01');
    expect(await left(time)).to.deep.equal([
      ['p', 'CARRY', 600],
      ['p', 'BASE', 600],
    ]);
    await time.at('2026-12-15', { do: 'correction', account: ACCOUNT, amount: '1.00', reason: 'x' });
    await time.at('2027-01-01');
    expect(await left(time)).to.deep.equal([['p', 'BASE', 600]]);
  });

  it('of data that carry over come whole in a part of a month (SRV-2)', async () => {
    const time = await Timeline.begin({
      tariffs: [tariff('t', { fee: { amount: '30.00' }, packages: ['d', 'v'] })],
      packages: [offer('d', 1000, { kind: 'DATA', carryOver: true }), offer('v', 1000, { carryOver: true })],
    });
    await time.connect('2026-11-16', 't');
    expect(await left(time)).to.deep.equal([
      ['v', 'BASE', 500],
      ['d', 'BASE', 1000],
    ]);
  });
});

describe('the bonus for incoming calls', () => {
  const bonus = { pricePerMin: '1.00', incrementSec: 60, freeBelowSec: 3, monthlyCap: '5.00' };
  const incoming = (id: string, seconds: number, more: object = {}) => call(id, seconds, { direction: 'IN', ...more });

  it('is counted in its own increments and capped for each number and month of service', async () => {
    const time = await (await Timeline.begin({ tariffs: [tariff('t', { bonus })] })).connect('2026-11-01', 't', '0.00');
    await time.at('2026-11-05', incoming('a', 61), incoming('b', 150), incoming('c', 60), incoming('d', 2));
    expect((await rated(time, 'a')).amount).to.equal('-2.00');
    expect((await rated(time, 'b')).amount).to.equal('-3.00');
    expect((await rated(time, 'c')).amount).to.equal('0.00');
    await time.at('2026-12-05', incoming('e', 60), incoming('f', 60, { start: moment('2026-11-06') }));
    expect((await rated(time, 'e')).amount).to.equal('-1.00');
    expect((await rated(time, 'f')).amount).to.equal('0.00');
    expect(await time.balance()).to.equal('6.00');
  });

  it('is not earned from own and toll-free numbers', async () => {
    const time = await (await Timeline.begin({ tariffs: [tariff('t', { bonus })] })).connect('2026-11-01', 't', '0.00');
    await time.at('2026-11-01', { do: 'number.add', account: ACCOUNT, number: OTHER, tariff: 't' });
    await time.at('2026-11-05', incoming('own', 60, { peer: OTHER }), incoming('free', 60, { peer: '+78001234567' }));
    expect(await time.balance()).to.equal('0.00');
  });
});
