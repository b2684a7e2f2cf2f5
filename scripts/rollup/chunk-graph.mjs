import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes `chunks.json` beside the chunks: what each imports at once and later, and whether it is our code or a library's.
 * The size check and the import map are made from it; a host may use it to preload.
 *
 * @param {string} modulesFile - Where the modules of each chunk are listed with their lengths, for `npm run size -- --modules`.
 * @returns {import('rollup').Plugin}
 */
export function chunkGraph(modulesFile) {
  return {
    name: 'lk-chunk-graph',
    generateBundle(_options, bundle) {
      const graph = {};
      const lengths = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = Object.entries(chunk.modules);
        const length = (rows) => rows.reduce((sum, [, module]) => sum + module.renderedLength, 0);
        const foreign = modules.filter(([id]) => id.includes('node_modules'));
        lengths[chunk.fileName] = Object.fromEntries(
          modules.map(([id, { renderedLength }]) => [relative(id), renderedLength]),
        );
        graph[chunk.fileName] = {
          name: chunk.name,
          ...(chunk.isEntry && { entry: true }),
          ...(chunk.facadeModuleId && { source: relative(chunk.facadeModuleId) }),
          ...(languageOf(chunk.moduleIds) && { language: languageOf(chunk.moduleIds) }),
          ...(length(foreign) * 2 > length(modules) && { library: true }),
          imports: chunk.imports,
          dynamicImports: chunk.dynamicImports,
        };
      }
      mkdirSync(dirname(modulesFile), { recursive: true });
      writeFileSync(modulesFile, JSON.stringify(lengths));
      this.emitFile({ type: 'asset', fileName: 'chunks.json', source: `${JSON.stringify(graph, null, 2)}\n` });
    },
  };
}

/** `ru` for a chunk that holds nothing but Russian texts. */
function languageOf(ids) {
  const [language, ...others] = new Set(
    ids.map((id) => /\/(?:messages|errors|words)\/([a-z]{2})\.ts$/.exec(relative(id))?.[1]),
  );
  return others.length === 0 ? language : undefined;
}

const relative = (id) => id.replaceAll('\\', '/').replace(/^.*?\/(src|node_modules)\//, '$1/');
