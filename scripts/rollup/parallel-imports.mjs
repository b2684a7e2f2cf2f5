/**
 * In the loader, asks for a chunk and for all that it imports at the same time: else a browser learns of the second only when
 * it has read the first, a round trip for each floor of the house. Only dynamic imports of relative addresses are written:
 * they need nothing from a page's policy that the chunk itself does not need. Also gives the loader's modules `lkBeside(…files)`.
 *
 * @param {string} fileName - The loader; its name must not depend on its content.
 * @returns {import('rollup').Plugin}
 */
export function parallelImports(fileName) {
  return {
    name: 'lk-parallel-imports',
    generateBundle(_options, bundle) {
      const loader = bundle[fileName];
      if (loader?.type !== 'chunk') return;
      const code = loader.code.replace(/import\((["'])\.\/([^"']+)\1(?:\+lkAgain)?\)/g, (call, _quote, file) => {
        const below = new Set();
        const visit = (name) => {
          for (const next of bundle[name]?.imports ?? []) {
            if (below.has(next)) continue;
            below.add(next);
            visit(next);
          }
        };
        visit(file);
        if (below.size === 0) return call;
        return `(lkBeside(${[...below].map((name) => JSON.stringify(/^chunks\/(.+)\.js$/.exec(name)[1]))}),${call})`;
      });
      // Each once: to ask for a module that is there already takes its time too. One that fails here fails for the chunk that needs it
      // as well, and is reported there.
      const [asked, beside] = [...LETTERS].filter((letter) => !new RegExp(`\\b${letter}\\b`).test(code));
      const helper = `const ${asked}={},${beside}=(...f)=>f.map(e=>${asked}[e]??=import("./chunks/"+e+".js").catch(()=>0));`;
      loader.code = code.replace(/^(\/\/#.*\n)?/, (word) => word + helper).replaceAll('lkBeside', beside);
    },
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
