/** Types of the elements for templates of React 19 (JSX), Vue 3 and Svelte 5, made from the manifest. */

const HEAD = `/** Made from custom-elements.json by \`npm run build\`. */\n`;

/** What a template may set: properties, and attributes of another name. */
function settable({ name, members = [], attributes = [] }) {
  const properties = members.filter(
    ({ kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic,
  );
  const names = new Set(properties.map((property) => property.name));
  return {
    className: name,
    properties: [...names],
    attributes: attributes.map((attribute) => attribute.name).filter((attribute) => !names.has(attribute)),
  };
}

const union = (names) => (names.length > 0 ? names.map((name) => `'${name}'`).join(' | ') : 'never');

/** Imports of the classes, rows \`'lk-bills': Of<LkBills, properties, attributes, events>\`. */
function parts(elements, modules) {
  const rows = elements.map((element) => {
    const { className, properties, attributes } = settable(element);
    const events = (element.events ?? []).map(({ name }) => name);
    return `    '${element.tagName}': Of<${className}, ${union(properties)}, ${union(attributes)}, ${union(events)}>;`;
  });
  const classes = elements.map(({ name }) => {
    const path = modules.get(name).replace(/^dist\/esm\//, './');
    return `import type { ${name} } from '${path}';`;
  });
  return { rows: rows.join('\n'), imports: classes.join('\n') };
}

const REST = `  { [Name in Properties]?: Element[Name] | undefined } &
  { [Name in Attributes]?: string | undefined }`;
const LIMITS = `<
  Element extends HTMLElement,
  Properties extends keyof Element,
  Attributes extends string,
  Events extends keyof HTMLElementEventMap,
>`;

function react({ imports, rows }) {
  return `${HEAD}import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${imports}
import './index.js';

/** An element in JSX: \`<lk-bills account="200417" onlk-loaded={(event) => …} />\`. */
type Of${LIMITS} = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
${REST} &
  { [Name in Events as \`on\${Name}\`]?: ((event: HTMLElementEventMap[Name]) => void) | undefined };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${rows.replace(/^/gm, '  ')}
    }
  }
}
`;
}

function vue({ imports, rows }) {
  return `${HEAD}import type { HTMLAttributes, ReservedProps } from 'vue';
${imports}
import './index.js';

type Pascal<Name extends string> = Name extends \`\${infer Head}-\${infer Tail}\`
  ? \`\${Capitalize<Head>}\${Pascal<Tail>}\`
  : Capitalize<Name>;

/** An element in a template: \`<lk-bills :account="account" @lk-loaded="shown" />\`. */
type Of${LIMITS} = new () => {
  $props: HTMLAttributes & ReservedProps &
${REST.replace(/^/gm, '  ')} &
    { [Name in Events as \`on\${Pascal<Name>}\`]?: ((event: HTMLElementEventMap[Name]) => void) | undefined };
  $el: Element;
};

declare module 'vue' {
  interface GlobalComponents {
${rows}
  }
}
`;
}

function svelte({ imports, rows }) {
  return `${HEAD}import type { HTMLAttributes } from 'svelte/elements';
${imports}
import './index.js';

/** An element in a template: \`<lk-bills {account} onlk-loaded={(event) => …}></lk-bills>\`. */
type Of${LIMITS} = HTMLAttributes<Element> &
${REST} &
  { [Name in Events as \`on\${Name}\`]?: ((event: HTMLElementEventMap[Name]) => void) | undefined };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${rows}
  }
}
`;
}

/** @returns {Record<string, string>} Name of each file and its text. */
export function frameworkTypes(manifest, elements) {
  const modules = new Map(
    manifest.modules.flatMap(({ path, declarations }) => declarations.map(({ name }) => [name, path])),
  );
  const found = parts(elements, modules);
  return { 'react.d.ts': react(found), 'vue.d.ts': vue(found), 'svelte.d.ts': svelte(found) };
}
