import { transform } from 'esbuild';
import { minify as mangle } from 'terser';

/**
 * Makes a chunk small: esbuild shortens private names and syntax, terser what only a look at the whole chunk shows.
 *
 * Modules are UTF-8 whatever the page is, so they hold letters as letters, half the bytes of `\u0431`. What may run as a classic
 * script is read in the page's own encoding and stays ASCII.
 *
 * @param {string[]} classic - Names of files that a page may load as classic scripts.
 * @returns {import('rollup').Plugin}
 */
export function minify(classic) {
  return {
    name: 'lk-minify',
    async renderChunk(code, { fileName }) {
      const ascii = classic.includes(fileName);
      const short = await transform(code, {
        minify: true,
        target: 'es2022',
        format: 'esm',
        charset: ascii ? 'ascii' : 'utf8',
        legalComments: 'none',
      });
      const shorter = await mangle(short.code, {
        module: true,
        ecma: 2020,
        compress: {
          passes: 4,
          unsafe_arrows: true,
          hoist_props: false,
          hoist_funs: true,
          inline: 1,
          keep_fargs: false,
          sequences: false, // shorter as they are, longer compressed
        },
        format: { ascii_only: ascii, comments: false },
      });
      const done = shorter.code ?? short.code;
      return { code: ascii ? escaped(done) : done, map: null };
    },
  };
}

/** Neither minifier writes escapes into a tagged template; its tag reads what they stand for. */
const escaped = (code) =>
  code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
