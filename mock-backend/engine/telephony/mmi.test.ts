import { describe, it } from 'node:test';
import { expect } from 'chai';
import { parseMmi } from './mmi.js';

describe('a code dialled on the phone', () => {
  it('registers with a number, a group of services and a time (EX-68)', () => {
    expect(parseMmi('**61*+74950000002*11*25#')).to.deep.equal([
      { kind: 'REGISTER', type: 'CFNRY', target: '+74950000002', noReplySec: 25 },
    ]);
    expect(parseMmi('**61*84950000002**5#')).to.deep.equal([
      { kind: 'REGISTER', type: 'CFNRY', target: '84950000002', noReplySec: 5 },
    ]);
    expect(parseMmi('**21*89160000014#')).to.deep.equal([
      { kind: 'REGISTER', type: 'CFU', target: '89160000014', noReplySec: null },
    ]);
  });

  it('with one star registers when a number follows and activates when none does', () => {
    expect(parseMmi('*67*+74950000002#')).to.deep.equal([
      { kind: 'REGISTER', type: 'CFB', target: '+74950000002', noReplySec: null },
    ]);
    expect(parseMmi('*67#')).to.deep.equal([{ kind: 'ACTIVATE', type: 'CFB' }]);
    expect(parseMmi('*67**11#')).to.deep.equal([{ kind: 'ACTIVATE', type: 'CFB' }]);
  });

  it('deactivates, erases and asks', () => {
    expect(parseMmi('#62#')).to.deep.equal([{ kind: 'DEACTIVATE', type: 'CFNRC' }]);
    expect(parseMmi('##62#')).to.deep.equal([{ kind: 'ERASE', type: 'CFNRC' }]);
    expect(parseMmi('*#62#')).to.deep.equal([{ kind: 'INTERROGATE', type: 'CFNRC' }]);
  });

  it('of a group names every type in it', () => {
    expect(parseMmi('##002#')?.map(({ type }) => type)).to.deep.equal(['CFU', 'CFB', 'CFNRY', 'CFNRC']);
    expect(parseMmi('#004#')?.map(({ type }) => type)).to.deep.equal(['CFB', 'CFNRY', 'CFNRC']);
    expect(parseMmi('**004*+74950000002*11*15#')).to.deep.equal([
      { kind: 'REGISTER', type: 'CFB', target: '+74950000002', noReplySec: null },
      { kind: 'REGISTER', type: 'CFNRY', target: '+74950000002', noReplySec: 15 },
      { kind: 'REGISTER', type: 'CFNRC', target: '+74950000002', noReplySec: null },
    ]);
  });

  it('leaves the time to be checked as one typed in the cabinet', () => {
    expect(parseMmi('**61*+74950000002*11*23#')?.[0]).to.include({ noReplySec: 23 });
  });

  it('is none when it breaks the grammar', () => {
    for (const bad of [
      '',
      '#',
      '**21#', // no number to register
      '**21+74950000002',
      '**21*+74950000002', // not finished
      '**99*+74950000002#',
      '**21*+74950000002*11*25#', // only CFNRY has a time
      '**61*+74950000002*16*25#', // short messages are not calls
      '**61*+74950000002*11*x#',
      '**61*+74950000002*11*100#',
      '**61*+74950000002*11*25*1#',
      '**61*call me#',
      '#21*+74950000002#',
      '***21*+74950000002#',
      '*21*+7495*+7495#',
      '##02#',
    ]) {
      expect(parseMmi(bad), bad).to.equal(null);
    }
  });
});
