/* Inside the frame, whose origin is nobody's: no cookies, no storage. A token comes from the page around it. */
function askForToken({ signal }) {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    signal.addEventListener('abort', () => reject(signal.reason));
    port1.onmessage = ({ data }) => (data ? resolve(data) : reject(new Error('Nobody is signed in.')));
    parent.postMessage({ ask: 'token' }, '*', [port2]);
  });
}

window.lk = [['init', { apiUrl: new URL('/', document.baseURI).href, fetchToken: askForToken }]];

document.addEventListener('lk-loaded', () => parent.postMessage({ event: 'loaded' }, '*'));
addEventListener('DOMContentLoaded', () => {
  new ResizeObserver(([entry]) => parent.postMessage({ height: entry.contentRect.height }, '*')).observe(document.body);
});
