import { readFileSync } from 'node:fs';

/**
 * Gives the derived tokens of the look, which nothing outside a widget may use, names of a letter or two: `--lk-paper-2` is written
 * a thousand times. `--lk` stays before it: pages have short names of their own. What a host sets keeps its name.
 *
 * @param {string[]} files - Where tokens are declared.
 * @returns {import('rollup').Plugin}
 */
export function shortTokens(files) {
  let names;
  return {
    name: 'lk-short-tokens',
    renderStart() {
      const declared = files.flatMap((file) => readFileSync(file, 'utf8').match(/--lk-[\w-]+(?=:)/g) ?? []);
      names = new Map([...new Set(declared)].map((name, index) => [name, `--lk${letters(index)}`]));
    },
    renderChunk(code) {
      const short = code.replace(/--lk-[a-z\d]+(?:-[a-z\d]+)*/g, (name) => names.get(name) ?? name);
      return short === code ? null : { code: short, map: null };
    },
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letters = (index) =>
  index < LETTERS.length
    ? LETTERS[index]
    : LETTERS[Math.floor(index / LETTERS.length) - 1] + LETTERS[index % LETTERS.length];
