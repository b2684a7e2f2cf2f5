/**
 * Lets a chunk be asked for again that did not come: browsers remember that for an address, for as long as the page lives, so the second
 * address differs by what `src/api/online.ts` puts behind it.
 *
 * @param {object} options
 * @param {RegExp} options.modules - Modules whose dynamic imports go through `whileOnline`.
 * @param {RegExp} options.owner - The module that has it, or a copy of it: nothing is put behind until it says so.
 * @returns {import('rollup').Plugin}
 */
export function askAgain({ modules, owner }) {
  const path = (id) => id.replaceAll('\\', '/');
  return {
    name: 'lk-ask-again',
    renderDynamicImport({ moduleId, targetModuleId }) {
      const ours = targetModuleId !== null && modules.test(path(moduleId));
      return ours ? { left: 'import(', right: '+lkAgain)' } : null;
    },
    banner: ({ moduleIds }) => (moduleIds.some((id) => owner.test(path(id))) ? 'self.lkAgain??="";' : ''),
    generateBundle(_options, bundle) {
      const knows = (name, seen = new Set()) => {
        if (seen.has(name)) return false;
        seen.add(name);
        const chunk = bundle[name];
        return chunk.moduleIds.some((id) => owner.test(path(id))) || chunk.imports.some((next) => knows(next, seen));
      };
      for (const [name, chunk] of Object.entries(bundle))
        if (chunk.type === 'chunk' && chunk.code.includes('lkAgain)') && !knows(name))
          this.error(`${name} asks for chunks again, but nothing it imports says what for.`);
    },
  };
}
