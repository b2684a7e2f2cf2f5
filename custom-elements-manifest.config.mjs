/** What `custom-elements.json` is made from: the element classes and their common base; their tags stand in `src/define`. */
import { readdirSync, readFileSync } from 'node:fs';

/** Class → tag, as registered. */
const tags = new Map();
for (const file of readdirSync('src/define')) {
  for (const [, tag, name] of readFileSync(`src/define/${file}`, 'utf8').matchAll(
    /defineElement\('([a-z-]+)', (\w+)\)/g,
  )) {
    tags.set(name, { tag, module: `dist/esm/define/${file.replace(/\.ts$/, '.js')}` });
  }
}

const published = (path) => path.replace(/^src\//, 'dist/esm/').replace(/\.ts$/, '.js');

/** Event → class, as declared in `HTMLElementEventMap`. */
const eventClasses = new Map();
for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
  for (const [, name, type] of readFileSync(`src/${file}`, 'utf8').matchAll(/'(lk-[a-z-]+)': (Lk\w+Event);/g)) {
    eventClasses.set(name, type);
  }
}

/** Methods and fields by which lit, not a host, drives an element. */
const LIFE_CYCLE = new Set([
  'render',
  'createRenderRoot',
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'willUpdate',
  'update',
  'updated',
  'firstUpdated',
  'shouldUpdate',
  'styles',
  'messages',
]);

const asPublished = {
  name: 'lk-as-published',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    for (const module of modules) {
      module.path = published(module.path);
      for (const declaration of module.declarations) {
        const registered = tags.get(declaration.name);
        if (registered) {
          declaration.tagName = registered.tag;
          declaration.customElement = true;
          module.exports.push({
            kind: 'custom-element-definition',
            name: registered.tag,
            declaration: { name: declaration.name, module: module.path },
          });
        }
        // The analyser takes the first argument of any event's constructor for a name; ours are documented by @fires.
        declaration.events = declaration.events?.filter(({ name }) => name?.startsWith('lk-'));
        for (const event of declaration.events ?? []) {
          const type = eventClasses.get(event.name);
          if (type) event.type = { text: type };
        }
        declaration.members = declaration.members?.filter(
          (member) =>
            !member.name.startsWith('#') && (member.privacy ?? 'public') === 'public' && !LIFE_CYCLE.has(member.name),
        );
        for (const list of Object.values(declaration)) {
          if (!Array.isArray(list)) continue;
          for (const item of list) {
            if (item?.inheritedFrom?.module) item.inheritedFrom.module = published(item.inheritedFrom.module);
          }
        }
        if (declaration.superclass?.module) {
          declaration.superclass.module = published(
            declaration.superclass.module.replace(/^\//, '').replace(/\.js$/, '.ts'),
          );
        }
      }
      for (const exported of module.exports ?? []) {
        if (exported.declaration?.module) exported.declaration.module = published(exported.declaration.module);
      }
      module.declarations = module.declarations.filter(({ tagName }) => tagName);
      const names = new Set(module.declarations.map(({ name }) => name));
      module.exports = module.exports?.filter(({ declaration }) => names.has(declaration?.name));
    }
    customElementsManifest.modules = modules
      .filter(({ declarations }) => declarations.length > 0)
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/widgets/**/*.ts', 'src/ui/element.ts'],
  exclude: ['src/**/*.test.ts', 'src/**/messages/**'],
  litelement: true,
  packagejson: false,
  plugins: [asPublished],
};
