/**
 * Puts a short module in the place of ky in the files for pages: of all that ky can do our one client asks for an address below a
 * prefix, a time limit, and the repetition of reading requests. The package for npm imports ky whole, tests run with it, and what
 * stands here is tested by the same tests as ky itself.
 */
const MODULE = `
export class HTTPError extends Error {
  constructor(response) { super(); this.name = 'HTTPError'; this.response = response; }
}
const WAITS = ['Retry-After', 'RateLimit-Reset', 'X-RateLimit-Retry-After', 'X-RateLimit-Reset', 'X-Rate-Limit-Reset'];
const pause = (ms, signal) => new Promise((resolve, reject) => {
  signal?.throwIfAborted();
  const end = () => { clearTimeout(timer); reject(signal.reason); };
  const timer = setTimeout(() => { signal?.removeEventListener('abort', end); resolve(); }, ms);
  signal?.addEventListener('abort', end);
});
const waited = ({ status, headers }, { maxRetryAfter }) => {
  const asked = [413, 429, 503].includes(status) && WAITS.map((name) => headers.get(name)).find(Boolean);
  if (!asked) return undefined;
  let ms = asked * 1000;
  if (isNaN(ms)) ms = Date.parse(asked) - Date.now();
  else if (ms > 17e11) ms -= Date.now();
  return Math.min(ms, maxRetryAfter ?? ms);
};
const create = ({ prefixUrl, fetch, retry }) => async (path, { method, headers, json, body, signal, timeout, throwHttpErrors }) => {
  await 0;
  for (let count = 1; ; count++) {
    const own = new AbortController();
    let timer;
    try {
      const request = new Request(prefixUrl.replace(/\\/?$/, '/') + path, {
        method: method.toUpperCase(),
        headers: json === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
        body: json === undefined ? body : JSON.stringify(json),
        signal: AbortSignal.any([own.signal, ...(signal ? [signal] : [])]),
      });
      const response = await new Promise((resolve, reject) => {
        if (timeout) timer = setTimeout(() => { own.abort(); reject(new DOMException('', 'TimeoutError')); }, timeout);
        fetch(request, {}).then(resolve, reject);
      });
      if (response.ok || !throwHttpErrors(response.status)) return response;
      throw new HTTPError(response);
    } catch (error) {
      const { name, response } = error;
      if (
        count > retry.limit || !retry.methods.includes(method) || retry.shouldRetry({ error }) === false ||
        name === 'TimeoutError' || (response && !retry.statusCodes.includes(response.status))
      ) throw error;
      await pause((response && waited(response, retry)) ?? Math.min(retry.backoffLimit, Math.random() * 150 * 2 ** count), signal);
    } finally {
      clearTimeout(timer);
    }
  }
};
export default { create };`;

/** @returns {import('rollup').Plugin} */
export function leanKy() {
  return {
    name: 'lk-lean-ky',
    transform: (_code, id) =>
      id.replaceAll('\\', '/').endsWith('/ky/distribution/index.js') ? { code: MODULE, map: null } : null,
  };
}
