/* The page around the frame: gives it a token when it asks for one, its height when it has one, and hears what it tells. */
const frame = document.querySelector('iframe');

addEventListener('message', async ({ source, data, ports: [answer] }) => {
  if (source !== frame.contentWindow) return;
  if (data.height) frame.height = String(Math.ceil(data.height));
  if (data.event) document.querySelector('output').textContent = data.event;
  if (data.ask !== 'token' || !answer) return;
  const response = await fetch('/site/token', { method: 'POST' });
  answer.postMessage(response.ok ? await response.json() : null);
});
