import { describe, it } from 'node:test';
import { expect } from 'chai';
import { ACCOUNT, NUMBER, Timeline } from './testing.js';

const catalog = { tariffs: [{ code: 't', name: 'T', fee: { amount: '300.00' } }] };
const pay = (txn: string, amount: string) => ({ do: 'payment', account: ACCOUNT, txn, amount }) as const;
const settle = (topup: string, txn: string) =>
  ({
    do: 'topup.settle',
    account: ACCOUNT,
    topup,
    provider: 'acquirer',
    txn,
    amount: '500.00',
    currency: 'RUB',
    outcome: 'SUCCEEDED',
  }) as const;

describe('a payment that the bank takes back (PAY-1)', () => {
  it('leaves the balance less what was not refunded, and locks the account if that is too little', async () => {
    const time = await Timeline.begin(catalog);
    await time.at('2026-11-02', { do: 'account.open', account: ACCOUNT }, pay('p1', '1000.00'));
    await time.at('2026-11-03', { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff: 't' });
    await time.at('2026-11-04', { do: 'payment.refund', txn: 'p1', amount: '100.00' });
    const receipt = await time.at('2026-11-05', { do: 'payment.reverse', txn: 'p1' });
    // 1000 − 100 refunded − 280 for 28 days of 30 − 900 taken back
    expect(receipt).to.deep.include({ state: 'REVERSED', balance: '-280.00' });
    expect(await time.ask({ get: 'balance', account: ACCOUNT })).to.deep.include({ locks: ['FINANCE'] });
    expect(await time.ask({ get: 'postings', account: ACCOUNT, from: '2026-11-05' })).to.deep.equal([
      { kind: 'REVERSAL', amount: '-900.00', balanceAfter: '-280.00', at: '2026-11-05T00:00:00+03:00' },
    ]);
    expect(((await time.ask({ get: 'payments', account: ACCOUNT })) as readonly object[])[0]).to.deep.include({
      state: 'REVERSED',
      refundable: '0.00',
    });
    expect(await time.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
  });

  it('is taken back once, is not refunded after, and counts in the bill as no payment', async () => {
    const time = await Timeline.begin(catalog);
    await time.connect('2026-11-01', 't');
    await time.at('2026-11-10', pay('p1', '500.00'));
    await time.at('2026-11-11', { do: 'payment.reverse', txn: 'p1' }, { do: 'payment.reverse', txn: 'p1' });
    expect(await time.balance()).to.equal('700.00');
    expect(await time.refusal({ do: 'payment.refund', txn: 'p1', amount: '1.00' })).to.equal('REFUND_EXCEEDS');
    expect(await time.refusal({ do: 'payment.reverse', txn: 'p2' })).to.equal('NOT_FOUND');
    await time.at('2026-12-02', pay('p2', '100.00'));
    expect(await time.ask({ get: 'bill', account: ACCOUNT, month: '2026-11' })).to.deep.include({
      payments: '0.00',
      closing: '700.00',
    });
    expect(await time.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
  });
});

describe('money that comes after its order has expired (PAY-1)', () => {
  it('is posted once, with the notice of a top-up', async () => {
    const time = await Timeline.begin(catalog);
    await time.at(
      '2026-11-01T12:00:00',
      { do: 'account.open', account: ACCOUNT },
      { do: 'alert.contact', account: ACCOUNT, value: 'a@example.org' },
      { do: 'topup.create', account: ACCOUNT, amount: '500.00', method: 'CARD' },
    );
    await time.at('2026-11-01T13:00:00');
    const state = () => time.world.peek(ACCOUNT)?.topups.orders[0]?.state;
    expect(state()).to.equal('EXPIRED');
    await time.at('2026-11-03', settle(`${ACCOUNT}-T1`, 'x'), settle(`${ACCOUNT}-T1`, 'x'));
    expect([state(), await time.balance()]).to.deep.equal(['SUCCEEDED', '500.00']);
    expect(await time.ask({ get: 'alerts', account: ACCOUNT })).to.have.length(1);
    // Another transaction for the same order is held, not posted.
    expect(await time.at('2026-11-04', settle(`${ACCOUNT}-T1`, 'y'))).to.deep.include({ held: true });
    expect(await time.balance()).to.equal('500.00');
    expect(await time.ask({ get: 'invariants' })).to.deep.equal({ ok: true, broken: [] });
  });
});
