/**
 * Writes `chunks.json` beside the chunks: what each imports at once and later, and whether it is our code or a library's.
 * The size check and the import map are made from it; a host may use it to preload.
 *
 * @returns {import('rollup').Plugin}
 */
export function chunkGraph() {
  return {
    name: 'lk-chunk-graph',
    generateBundle(_options, bundle) {
      const graph = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = Object.entries(chunk.modules);
        const length = (rows) => rows.reduce((sum, [, module]) => sum + module.renderedLength, 0);
        const foreign = modules.filter(([id]) => id.includes('node_modules'));
        graph[chunk.fileName] = {
          name: chunk.name,
          ...(chunk.isEntry && { entry: true }),
          ...(chunk.facadeModuleId && { source: relative(chunk.facadeModuleId) }),
          ...(length(foreign) * 2 > length(modules) && { library: true }),
          imports: chunk.imports,
          dynamicImports: chunk.dynamicImports,
        };
      }
      this.emitFile({ type: 'asset', fileName: 'chunks.json', source: `${JSON.stringify(graph, null, 2)}\n` });
    },
  };
}

const relative = (id) => id.replaceAll('\\', '/').replace(/^.*?\/(src|node_modules)\//, '$1/');
