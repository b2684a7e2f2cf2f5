/**
 * Lets a chunk be asked for again that did not come: browsers remember that for an address, for as long as the page lives, so the second
 * address differs by what `src/api/online.ts` puts behind it.
 *
 * @param {RegExp} modules - Modules whose dynamic imports go through `whileOnline`.
 * @returns {import('rollup').Plugin}
 */
export function askAgain(modules) {
  return {
    name: 'lk-ask-again',
    renderDynamicImport({ moduleId, targetModuleId }) {
      const ours = targetModuleId !== null && modules.test(moduleId.replaceAll('\\', '/'));
      return ours ? { left: 'import(', right: '+(self.lkAgain||""))' } : null;
    },
  };
}
