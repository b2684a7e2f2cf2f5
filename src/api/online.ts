/** What the built files put behind the address of a module that is asked for; see `scripts/rollup/ask-again.mjs`. */
declare global {
  var lkAgain: string | undefined;
}

/** What a pinned page calls the second attempt: our import map has the hash of a module for this address too. */
const PINNED = '?1';

/**
 * What makes a second address of a module's first.
 *
 * @returns `null` on a page that has said which bytes an address may have, and not of this one: it would get round that.
 */
function secondAddress(): string | null {
  const maps = [...document.querySelectorAll('script[type=importmap]')].map((map) => map.textContent).join('');
  if (!maps.includes('"integrity"')) return `?${Date.now()}`;
  return maps.includes(`${PINNED}"`) ? PINNED : null;
}

/**
 * Fetches a module, and once more if it did not come. A browser may remember, for as long as the page lives, that an address did not come:
 * therefore nothing is asked for without a network, and the second attempt has an address of its own.
 *
 * @param load - Its dynamic import.
 * @throws {TypeError} As `import()` does.
 */
export async function whileOnline<T>(load: () => Promise<T>): Promise<T> {
  if (!navigator.onLine) throw new TypeError('off line');
  try {
    return await load();
  } catch (reason) {
    const behind = secondAddress();
    if (behind === null) throw reason;
    globalThis.lkAgain = behind;
    const again = load();
    globalThis.lkAgain = '';
    return again;
  }
}
