/** What a manifest must say: everything public of an element, and nothing that its sources do not have. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../bootstrap.mjs';

const KINDS = {
  attributes: 'attribute',
  events: 'event',
  slots: 'slot',
  cssParts: 'part',
  cssProperties: 'custom property',
  cssStates: 'state',
  members: 'member',
};

/** @returns {string[]} A sentence for each thing that is not described. */
export function undescribed(elements) {
  const missing = [];
  for (const element of elements) {
    if (!element.summary) missing.push(`<${element.tagName}>: no @summary`);
    if (!element.description) missing.push(`<${element.tagName}>: no description`);
    for (const [list, kind] of Object.entries(KINDS)) {
      for (const item of element[list] ?? []) {
        if (!item.description && !item.summary)
          missing.push(`<${element.tagName}>: ${kind} «${item.name ?? ''}» is not described`);
      }
    }
    for (const event of element.events ?? []) {
      if (!event.type?.text)
        missing.push(`<${element.tagName}>: event «${event.name}» has no class in HTMLElementEventMap`);
    }
  }
  return missing;
}

/** Compares parts, slots and events with the templates and events that an element's sources reach. @returns {string[]} */
export function unlike(elements) {
  return elements.flatMap((element) => {
    const reached = sourcesOf(`src/define/${element.tagName.slice(3)}.ts`);
    return [
      ...compare(element, 'part', element.cssParts, found(reached, /\bpart(?:="|: ')([a-z -]+)["']/g)),
      ...compare(element, 'slot', element.slots, found(reached, /<slot\s+name="([a-z-]+)"/g)),
    ];
  });
}

function compare({ tagName }, kind, described = [], used) {
  const names = new Set(described.map(({ name }) => name).filter(Boolean));
  const own = described.filter(({ name, inheritedFrom }) => name && !inheritedFrom).map(({ name }) => name);
  return [
    ...[...used]
      .filter((name) => !names.has(name))
      .map((name) => `<${tagName}>: ${kind} «${name}» is used, not described`),
    ...own.filter((name) => !used.has(name)).map((name) => `<${tagName}>: ${kind} «${name}» is described, not used`),
  ];
}

function found(texts, pattern) {
  const names = new Set();
  for (const text of texts)
    for (const [, list] of text.matchAll(pattern)) for (const name of list.split(' ')) names.add(name);
  return names;
}

/** Texts of a module and of all that it imports at once or later, but for other elements. */
function sourcesOf(entry) {
  const texts = new Map();
  const visit = (path) => {
    if (texts.has(path) || !existsSync(join(root, path))) return;
    const text = readFileSync(join(root, path), 'utf8');
    texts.set(path, text);
    for (const [, target] of text.matchAll(/(?:from|import|import\() ?'(\.[^']+)\.js'/g)) {
      const next = join(dirname(path), `${target}.ts`);
      if (!next.startsWith('src/define/')) visit(next);
    }
  };
  visit(entry);
  return [...texts.values()];
}
