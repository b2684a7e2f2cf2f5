/**
 * Makes a chunk run as a classic script as well as a module: in a scope of its own, so that its short names cannot meet the
 * page's, and checked for what only a module may hold.
 *
 * @param {string} fileName
 * @returns {import('rollup').Plugin}
 */
export function standAlone(fileName) {
  return {
    name: 'lk-stand-alone',
    generateBundle(_options, bundle) {
      const chunk = bundle[fileName];
      if (chunk?.type !== 'chunk') return;
      if (chunk.imports.length > 0 || chunk.exports.length > 0) {
        this.error(
          `${fileName} must import and export nothing, but imports ${chunk.imports} and exports ${chunk.exports}.`,
        );
      }
      // What browsers are told about the file stands before everything else.
      chunk.code = chunk.code.trim().replace(/^(\/\/#.*\n)?([^]*)$/, '$1"use strict";(()=>{$2})();\n');
    },
  };
}
