import { resolve } from 'node:path';

/**
 * Which modules travel together. Many small files compress badly and cost a request each, one file would bring a page what it does
 * not use. So there is `core`, all that a page with the plainest widget needs besides the widget, and what further widgets share
 * is divided by which of the often embedded ones need it: `plain`, `both`, `form`, `list`, and `parts` for none of them.
 *
 * @param {{ plainest: string[], plain: string, form: string, list: string, widgets: string[] }} entries - Paths of modules: of the
 *   plainest widget's definition and the loader's page part, of the definitions of one that stands beside it, of a form and of a list,
 *   and of all widgets.
 * @returns {import('rollup').GetManualChunk}
 */
export function sharedChunks({ plainest, plain, form, list, widgets }) {
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
    if (/[\\/]src[\\/]widgets[\\/]/.test(id)) return undefined;
    // What one widget needs at once and another later would become a file of its own.
    const alsoLate = users.has(id) && getModuleInfo(id).importers.some((importer) => !users.has(importer));
    if ((users.get(id) ?? 0) < 2 && !alsoLate) return undefined;
    if (plains.has(id)) return 'plain';
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
