/* What the backend has sent. The page asks the site's own server: it never sees the key that opens the backend. */
const rows = document.querySelector('#outbox');
const none = document.querySelector('#outbox-none');
const known = new Set();
const REFRESH_MS = 2000;

const cell = (...content) => {
  const made = document.createElement('td');
  made.append(...content);
  return made;
};

function rowOf({ at, channel, to, text, link }) {
  const row = document.createElement('tr');
  const time = document.createElement('time');
  time.dateTime = at;
  time.textContent = new Date(at).toLocaleString(document.documentElement.lang, {
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const body = [text];
  if (link) {
    const anchor = document.createElement('a');
    anchor.href = link;
    anchor.textContent = link.slice(0, 24) + '…';
    body.push(document.createElement('br'), anchor);
  }
  row.append(cell(time), cell(`${channel === 'SMS' ? 'SMS' : 'E-mail'} ${to}`), cell(...body));
  return row;
}

async function refresh() {
  if (document.visibilityState === 'visible') {
    const response = await fetch('/site/outbox').catch(() => null);
    const { items } = response?.ok ? await response.json() : { items: [] };
    // Newest first: what is new is put above the rest, in the order it came.
    for (const message of items.toReversed()) {
      if (known.has(message.id)) continue;
      known.add(message.id);
      rows.prepend(rowOf(message));
    }
    none.hidden = known.size > 0;
  }
  setTimeout(refresh, REFRESH_MS);
}

await refresh();
