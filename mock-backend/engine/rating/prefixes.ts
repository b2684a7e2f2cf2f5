/**
 * Finds the value of the longest prefix of a number. A tree of digits in one flat array: the look-up makes no strings, which is what a
 * map of prefixes costs most for.
 *
 * @see domain.md SRV-25
 */
export class PrefixTree<Value> {
  /** Ten children and a value for each node; 0 = none. */
  readonly #nodes: Int32Array;
  readonly #values: readonly Value[];

  /** @param entries - Prefixes with the plus; of equal ones the first counts. */
  constructor(entries: Iterable<readonly [prefix: string, value: Value]>) {
    const nodes: number[] = new Array<number>(WIDTH).fill(0);
    const values: Value[] = [];
    for (const [prefix, value] of entries) {
      let node = 0;
      for (let index = 1; index < prefix.length; index += 1) {
        const child = node + digitAt(prefix, index);
        if (nodes[child] === 0) {
          nodes[child] = nodes.length;
          for (let column = 0; column < WIDTH; column += 1) nodes.push(0);
        }
        node = nodes[child] ?? 0;
      }
      if (nodes[node + VALUE] === 0) nodes[node + VALUE] = values.push(value);
    }
    this.#nodes = Int32Array.from(nodes);
    this.#values = values;
  }

  /** @param number - E.164. */
  find(number: string): Value | undefined {
    const nodes = this.#nodes;
    let node = 0;
    let found = nodes[VALUE] ?? 0;
    for (let index = 1; index < number.length; index += 1) {
      const digit = digitAt(number, index);
      if (digit < 0 || digit > 9) break;
      node = nodes[node + digit] ?? 0;
      if (node === 0) break;
      const value = nodes[node + VALUE] ?? 0;
      if (value !== 0) found = value;
    }
    return found === 0 ? undefined : this.#values[found - 1];
  }
}

const WIDTH = 11;
const VALUE = 10;
const ZERO = '0'.charCodeAt(0);

function digitAt(text: string, index: number): number {
  return text.charCodeAt(index) - ZERO;
}
