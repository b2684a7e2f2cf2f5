/**
 * Fetches a module only while there is a network: a browser may remember, for as long as the page lives, that one did not come, and then
 * no second attempt brings it.
 *
 * @param load - Its dynamic import.
 * @throws {TypeError} Off line, as `import()` does.
 */
export const whileOnline = <T>(load: () => Promise<T>): Promise<T> =>
  navigator.onLine ? load() : Promise.reject(new TypeError('off line'));
