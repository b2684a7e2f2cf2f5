/** `llms.txt`: the elements in a form that a language model reads before it writes a page. */

const line = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const list = (title, items, show) =>
  items.length > 0 ? [`${title}:`, ...items.map((item) => `- ${show(item)}`), ''] : [];

/** What all of the elements have alike is said once. */
function common(elements, kind) {
  const [first, ...rest] = elements.filter(({ tagName }) => tagName !== 'lk-session');
  const has = (element, item) =>
    element[kind]?.some(({ name, description }) => name === item.name && description === item.description);
  return (first?.[kind] ?? []).filter((item) => rest.every((element) => has(element, item)));
}

const KINDS = [
  [
    'attributes',
    'Attributes',
    ({ name, type, description }) => `\`${name}\` (${line(type?.text)}): ${line(description)}`,
  ],
  ['events', 'Events', ({ name, type, description }) => `\`${name}\` (${line(type?.text)}): ${line(description)}`],
  ['slots', 'Slots', ({ name, description }) => `${name ? `\`${name}\`` : '(default)'}: ${line(description)}`],
  ['cssParts', 'Parts', ({ name, description }) => `\`${name}\`: ${line(description)}`],
  [
    'cssProperties',
    'Custom properties',
    ({ name, default: value, description }) =>
      `\`${name}\`${value ? ` (default \`${value}\`)` : ''}: ${line(description)}`,
  ],
  ['cssStates', 'States', ({ name, description }) => `\`:state(${name})\`: ${line(description)}`],
];

/** @returns {string} */
export function llmsText({ elements, version, description }) {
  const shared = new Map(KINDS.map(([kind]) => [kind, common(elements, kind)]));
  const isShared = (kind, item) =>
    shared.get(kind)?.some(({ name, description: text }) => name === item.name && text === item.description);
  return `${[
    '# lk-widgets',
    '',
    `> ${description}`,
    '',
    `Version ${version}. The elements are custom elements; they need no framework. Import \`lk-widgets/define/NAME.js\` to register \`<lk-NAME>\``,
    '(`lk-widgets/define/all.js` registers all), or load `dist/cdn/lk.js` as a script, which loads each element when its tag appears.',
    'Each element needs a session: `createSession({ apiUrl, fetchToken })` from `lk-widgets` given as the property `session`, or an',
    '`<lk-session api-url="…" token-url="…">` around it, or `data-api` and `data-token-url` on the script tag. A token is fetched from',
    'the host’s own server; it never stands in an attribute, a URL or storage. Amounts are decimal strings, never numbers.',
    'Types: `lk-widgets/react` (JSX of React 19), `lk-widgets/vue`, `lk-widgets/svelte`. Full manifest: `lk-widgets/custom-elements.json`.',
    '',
    '## What all elements have, except lk-session',
    '',
    ...KINDS.flatMap(([kind, title, show]) => list(title, shared.get(kind) ?? [], show)),
    ...elements.flatMap((element) => [
      `## <${element.tagName}>`,
      '',
      ...[element.summary, element.description]
        .map(line)
        .filter((text, index, all) => text && all.indexOf(text) === index)
        .flatMap((text) => [text, '']),
      ...KINDS.flatMap(([kind, title, show]) =>
        list(
          title,
          (element[kind] ?? []).filter((item) => !isShared(kind, item)),
          show,
        ),
      ),
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`;
}
