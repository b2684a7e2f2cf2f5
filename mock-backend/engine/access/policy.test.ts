import { describe, it } from 'node:test';
import { expect } from 'chai';
import type { Level, Product } from '../command.js';
import { type Action, ACTION_OF_COMMAND, ACTIONS, decide, levelOn, permissions, type Rights } from './policy.js';

const rights = (levels: Partial<Record<Product, Level>>, more: Partial<Rights> = {}): Rights => ({ levels, ...more });

describe('access to an account', () => {
  /** The matrix of domain.md §11: action, product, and what USER, ADMIN and OWNER of the product may do. */
  const matrix: readonly (readonly [Action, Product, string])[] = [
    ['balance.read', 'BILLING', 'UAO'],
    ['bills.read', 'BILLING', 'UAO'],
    ['payments.read', 'BILLING', 'UAO'],
    ['topup.create', 'BILLING', 'UAO'],
    ['documents.download', 'BILLING', 'AO'],
    ['numbers.read', 'TELEPHONY', 'UAO'],
    ['detail.read', 'TELEPHONY', 'UAO'],
    ['detail.export', 'TELEPHONY', 'UAO'],
    ['tariff.change', 'TELEPHONY', 'AO'],
    ['option.change', 'TELEPHONY', 'AO'],
    ['number.connect', 'TELEPHONY', 'AO'],
    ['number.disconnect', 'TELEPHONY', 'AO'],
    ['forwarding.change', 'TELEPHONY', 'AO'],
    ['sip.change', 'TELEPHONY', 'AO'],
    ['equipment.change', 'TELEPHONY', 'AO'],
    ['sim.change', 'TELEPHONY', 'AO'],
    ['card.read', 'DOCS', 'AO'],
    ['files.read', 'DOCS', 'AO'],
    ['passport.replace', 'DOCS', 'O'],
    ['refund.apply', 'DOCS', 'O'],
    ['alerts.change', 'BILLING', 'AO'],
  ];
  for (const [action, product, allowed] of matrix) {
    it(`to ${action} is as the matrix says: ${allowed}`, () => {
      for (const level of ['USER', 'ADMIN', 'OWNER'] as const) {
        const decision = decide(action, rights({ CORE: 'USER', [product]: level }));
        expect(decision, level).to.equal(allowed.includes(level.charAt(0)) ? 'ALLOWED' : 'FORBIDDEN');
      }
      expect(decide(action, rights({ CORE: 'USER' }))).to.equal('NOT_FOUND');
      expect(decide(action, rights({ CORE: 'OWNER' }))).to.equal('ALLOWED');
    });
  }

  it('to users is an administrator’s, to the contract the owner’s', () => {
    expect(decide('users.change', rights({ CORE: 'USER' }))).to.equal('FORBIDDEN');
    expect(decide('users.change', rights({ CORE: 'ADMIN' }))).to.equal('ALLOWED');
    expect(decide('contract.close', rights({ CORE: 'ADMIN' }))).to.equal('FORBIDDEN');
    expect(decide('contract.close', rights({ CORE: 'OWNER' }))).to.equal('ALLOWED');
  });

  it('needs access to the cabinet first (ADM-5)', () => {
    const noCabinet = rights({ BILLING: 'ADMIN', TELEPHONY: 'OWNER' });
    expect(decide('balance.read', noCabinet)).to.equal('NOT_FOUND');
    expect(levelOn('TELEPHONY', noCabinet)).to.equal('NONE');
    expect(decide('balance.read', undefined)).to.equal('NOT_FOUND');
    expect(decide('balance.read', rights({ CORE: 'NONE', BILLING: 'USER' }))).to.equal('NOT_FOUND');
  });

  it('never lets a user do the operator’s work, not even the owner', () => {
    expect(decide(ACTION_OF_COMMAND.correction, rights({ CORE: 'OWNER' }))).to.equal('FORBIDDEN');
    expect(decide(ACTION_OF_COMMAND.usage, rights({ CORE: 'OWNER' }))).to.equal('FORBIDDEN');
    expect(decide(ACTION_OF_COMMAND.usage, undefined)).to.equal('NOT_FOUND');
  });

  it('may be limited to some numbers, except for the owner (ADM-4)', () => {
    const some = rights({ CORE: 'USER', TELEPHONY: 'ADMIN' }, { numbers: ['+79990000001'] });
    expect(decide('tariff.change', some, '+79990000001')).to.equal('ALLOWED');
    expect(decide('tariff.change', some, '+79990000002')).to.equal('NOT_FOUND');
    expect(decide('tariff.change', rights({ CORE: 'OWNER' }, { numbers: [] }), '+79990000002')).to.equal('ALLOWED');
  });

  it('lets a USER who manages himself set forwarding, SIP and equipment, not the tariff', () => {
    const self = rights({ CORE: 'USER', TELEPHONY: 'USER' }, { selfManage: true });
    expect(decide('forwarding.change', self)).to.equal('ALLOWED');
    expect(decide('sip.change', self)).to.equal('ALLOWED');
    expect(decide('tariff.change', self)).to.equal('FORBIDDEN');
  });

  it('is told to the widgets action by action', () => {
    const told = permissions(rights({ CORE: 'USER', BILLING: 'USER' }));
    expect(Object.keys(told)).to.deep.equal([...ACTIONS]);
    expect(told['balance.read']).to.equal(true);
    expect(told['alerts.change']).to.equal(false);
    expect(told['numbers.read']).to.equal(false);
    expect(Object.values(permissions(undefined)).some(Boolean)).to.equal(false);
    expect(Object.values(permissions(rights({ CORE: 'OWNER' }))).every(Boolean)).to.equal(true);
  });
});
