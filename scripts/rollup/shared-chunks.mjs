import { resolve } from 'node:path';

/** A module that is shorter, such as an icon, is not worth a file that a page would fetch for its sake. */
const CRUMB = 100;

/**
 * Which modules travel together. Many small files compress badly and cost a request each, one file would bring a page what it does
 * not use. So there is `core`, all that a page with the plainest widget needs besides the widget, and what further widgets share
 * is divided by which of the often embedded ones need it: `plain`, `both`, `form`, `list`, and `parts` for none of them. Each widget
 * is a file of its own: a page that embeds one small section fetches that, though several in one file would compress better.
 *
 * @param {object} entries - Paths of modules.
 * @param {string[]} entries.plainest - The plainest widget's definition and the loader's page part.
 * @param {string} entries.plain - The definition of one that stands beside it.
 * @param {string} entries.form - Of a form.
 * @param {string} entries.list - Of a list.
 * @param {string[]} entries.widgets - Of all widgets.
 * @param {Readonly<Record<string, RegExp>>} entries.late - Paths of modules that come late and are one file, by its name.
 * @returns {import('rollup').GetManualChunk}
 */
export function sharedChunks({ plainest, plain, form, list, widgets, late }) {
  let core;
  let plains;
  let forms;
  let lists;
  const users = new Map();
  return (id, { getModuleInfo }) => {
    if (!core) {
      core = closure(getModuleInfo, plainest);
      plains = closure(getModuleInfo, [plain]);
      forms = closure(getModuleInfo, [form]);
      lists = closure(getModuleInfo, [list]);
      for (const widget of widgets) {
        for (const used of closure(getModuleInfo, [widget])) users.set(used, (users.get(used) ?? 0) + 1);
      }
    }
    if (/[\\/]src[\\/]define[\\/]/.test(id)) return undefined;
    if (core.has(id) && !/[\\/]widgets[\\/]bills[\\/]/.test(id)) return 'core';
    const path = id.replaceAll('\\', '/');
    const [, language] = /\/messages\/(\w+)\.ts$/.exec(path) ?? [];
    // A copy is there to stand with the one module that it is for.
    if (path.endsWith('.copy.ts')) return undefined;
    const group = Object.keys(late).find((name) => late[name].test(path));
    if (group) return language ? `${group}.${language}` : group;
    if (/\/src\/widgets\//.test(path)) return undefined;
    // What one widget needs at once and another later would become a file of its own.
    const later = (importer) => !users.has(importer) && !importer.includes('node_modules');
    const alsoLate = users.has(id) && getModuleInfo(id).importers.some(later);
    if ((users.get(id) ?? 0) < 2 && !alsoLate) return undefined;
    if (plains.has(id)) return lists.has(id) && getModuleInfo(id).code.length < CRUMB ? 'core' : 'plain';
    if (forms.has(id)) return lists.has(id) ? 'both' : 'form';
    return lists.has(id) ? 'list' : 'parts';
  };
}

/** What these modules import at once, and what that imports; of a module that only hands on others, what is asked of it. */
function closure(getModuleInfo, start) {
  const found = new Set();
  const visit = (id) => {
    if (found.has(id)) return;
    found.add(id);
    const info = getModuleInfo(id);
    if (!info?.ast) return;
    const sources = new Map();
    for (const node of info.ast.body) {
      if (!node.source) continue;
      const names = sources.get(node.source.value) ?? [];
      sources.set(node.source.value, names);
      names.push(...(node.specifiers ?? [null]).map((specifier) => specifier?.imported?.name ?? null));
    }
    // Rollup lists what a module imports in the order in which its sources first appear.
    [...sources.values()].forEach((names, index) => follow(info.importedIds[index], names));
  };
  const follow = (id, names) => {
    const handedOn = id && handing(getModuleInfo(id));
    if (!handedOn || names.includes(null)) return id && visit(id);
    return names.forEach((name) => visit(handedOn.get(name) ?? id));
  };
  start.forEach((path) => visit(resolve(path)));
  return found;
}

/** Name → module for a module of nothing but `export { name } from`, else `null`. */
function handing(info) {
  const body = (info?.ast?.body ?? []).filter((node) => !node.directive);
  if (body.length === 0 || !body.every((node) => node.type === 'ExportNamedDeclaration' && node.source)) return null;
  const sources = [...new Set(body.map((node) => node.source.value))];
  return new Map(
    body.flatMap((node) =>
      node.specifiers.map(({ exported }) => [exported.name, info.importedIds[sources.indexOf(node.source.value)]]),
    ),
  );
}
