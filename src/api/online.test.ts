import { expect } from '@open-wc/testing';
import { whileOnline } from './online.js';

/** A page's import map, as text. */
function pin(text: string): void {
  const map = document.createElement('script');
  map.type = 'importmap';
  map.textContent = text;
  document.head.append(map);
}

/** What is put behind the address of a module that never comes, attempt by attempt. */
async function attempts(): Promise<string[]> {
  const asked: string[] = [];
  const load = async () => {
    asked.push(globalThis.lkAgain ?? '');
    throw new TypeError('Failed to fetch dynamically imported module');
  };
  const failure = await whileOnline(load).catch((reason: Error) => reason.message);
  expect(failure).to.equal('Failed to fetch dynamically imported module');
  return asked;
}

describe('a module that did not come', () => {
  afterEach(() => document.querySelectorAll('script[type=importmap]').forEach((map) => map.remove()));

  it('is asked for once more under an address that was never asked for', async () => {
    const [first, second, ...more] = await attempts();
    expect([first, more]).to.deep.equal(['', []]);
    expect(second).to.match(/^\?\d{13}$/);
    expect(globalThis.lkAgain).to.equal('');
  });

  it('is asked for once more on a page that pins it where the page has pinned that address too', async () => {
    pin('{ "imports": {} }');
    pin('{ "integrity": { "/nowhere.js": "sha384-a", "/nowhere.js?1": "sha384-a" } }');
    expect(await attempts()).to.deep.equal(['', '?1']);
  });

  it('is not asked for under an address that the page has not pinned', async () => {
    pin('{ "imports": {} }');
    pin('{ "integrity": { "/nowhere.js": "sha384-a" } }');
    expect(await attempts()).to.deep.equal(['']);
  });
});
