import { describe, it } from 'node:test';
import { expect } from 'chai';
import { decideGrant, type GrantChange } from './grants.js';
import type { Rights } from './policy.js';

const people: Readonly<Record<string, Rights>> = {
  olga: { levels: { CORE: 'OWNER' } },
  ivan: { levels: { CORE: 'ADMIN', TELEPHONY: 'USER' } },
  anna: { levels: { CORE: 'USER', BILLING: 'ADMIN' } },
};
const grant = (
  by: string | null,
  user: string,
  level: GrantChange['level'],
  product: GrantChange['product'] = 'CORE',
) => decideGrant({ user, product, level }, by, (name) => people[name], 'olga');

describe('a change of rights', () => {
  it('is the owner’s and the administrators’', () => {
    expect(grant('olga', 'anna', 'ADMIN')).to.deep.equal({
      changes: [{ user: 'anna', product: 'CORE', level: 'ADMIN' }],
    });
    expect(grant('ivan', 'anna', 'ADMIN', 'BILLING')).to.have.property('changes');
    expect(grant('ivan', 'petr', 'USER')).to.have.property('changes');
    expect(grant('anna', 'petr', 'USER')).to.deep.equal({ refused: 'FORBIDDEN' });
    expect(grant('nobody', 'petr', 'USER')).to.deep.equal({ refused: 'NOT_FOUND' });
  });

  it('is never one’s own', () => {
    expect(grant('ivan', 'ivan', 'USER')).to.deep.equal({ refused: 'SELF_CHANGE' });
    expect(grant('olga', 'olga', 'ADMIN')).to.deep.equal({ refused: 'SELF_CHANGE' });
  });

  it('never touches the owner and never makes one', () => {
    expect(grant('ivan', 'olga', 'USER')).to.deep.equal({ refused: 'FORBIDDEN' });
    expect(grant('ivan', 'olga', 'NONE', 'BILLING')).to.deep.equal({ refused: 'FORBIDDEN' });
    expect(grant('ivan', 'anna', 'OWNER')).to.deep.equal({ refused: 'LEVEL_EXCEEDED' });
    expect(grant('olga', 'anna', 'OWNER')).to.deep.equal({ refused: 'LEVEL_EXCEEDED' });
  });

  it('of the operator leaves exactly one owner (I-11)', () => {
    expect(grant(null, 'olga', 'ADMIN')).to.deep.equal({ refused: 'OWNER_REQUIRED' });
    expect(grant(null, 'ivan', 'OWNER')).to.deep.equal({
      changes: [
        { user: 'olga', product: 'CORE', level: 'ADMIN' },
        { user: 'ivan', product: 'CORE', level: 'OWNER' },
      ],
    });
    expect(grant(null, 'olga', 'OWNER')).to.deep.equal({
      changes: [{ user: 'olga', product: 'CORE', level: 'OWNER' }],
    });
    expect(decideGrant({ user: 'ivan', product: 'CORE', level: 'USER' }, null, () => undefined, null)).to.deep.equal({
      changes: [{ user: 'ivan', product: 'CORE', level: 'USER' }],
    });
  });
});
