/** What the built files put behind the address of a module that is asked for; see `scripts/rollup/ask-again.mjs`. */
declare global {
  var lkAgain: string | undefined;
}

/** The page has said which bytes each address may have: another address would get round that. */
const isPinned = (): boolean => /"integrity"/.test(document.querySelector('script[type=importmap]')?.textContent ?? '');

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
    if (isPinned()) throw reason;
    globalThis.lkAgain = `?${Date.now()}`;
    const again = load();
    globalThis.lkAgain = undefined;
    return again;
  }
}
