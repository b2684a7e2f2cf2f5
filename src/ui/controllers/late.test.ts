import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { defineElement } from '../../core/registry/define.js';
import { Late } from './late.js';

class Patient extends LitElement {}
defineElement('lk-patient', Patient);

describe('a part that is fetched late', () => {
  it('is fetched again when it is asked for after the network was gone, and the error is over', async () => {
    let online = false;
    let asked = 0;
    const part = async (): Promise<string> => {
      asked += 1;
      if (!online) throw new TypeError('Failed to fetch dynamically imported module');
      return 'views';
    };
    const late = new Late(new Patient(), { part });
    expect(late.want('part')).to.equal(undefined);
    expect(await late.load('part')).to.equal(null);
    expect(late.error?.kind).to.equal('network');
    // Once, and once more under another address.
    expect(asked).to.equal(2);
    // Drawing alone does not hammer a network that is gone.
    expect(late.want('part')).to.equal(undefined);
    expect(asked).to.equal(2);

    online = true;
    expect(await late.load('part')).to.equal('views');
    expect([late.error, late.want('part'), asked]).to.deep.equal([null, 'views', 3]);
  });

  it('is not asked for without a network: a browser would remember that it did not come', async () => {
    let asked = 0;
    const late = new Late(new Patient(), { part: async () => (asked += 1) });
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      expect(await late.load('part')).to.equal(null);
      expect([asked, late.error?.code]).to.deep.equal([0, 'NETWORK']);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(await late.load('part')).to.equal(1);
  });
});
