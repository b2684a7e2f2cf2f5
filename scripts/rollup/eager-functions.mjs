/**
 * Tells browsers that know the word (Chromium since 136) to compile all functions of a chunk while it is fetched, beside the page's main
 * thread: what nearly every function of is called to show the first data. Without it each is compiled when it is called, by the main thread.
 *
 * @param {RegExp} chunks - Names of chunks.
 * @returns {import('rollup').Plugin}
 */
export function eagerFunctions(chunks) {
  return {
    name: 'lk-eager-functions',
    renderChunk: (code, { name }) =>
      chunks.test(name) ? { code: `//# allFunctionsCalledOnLoad\n${code}`, map: null } : null,
  };
}
