/** What is due next, over all accounts: in order of time, then of account (FORMAT §3). A binary heap with lazy removal. */
interface Item {
  readonly at: number;
  readonly account: string;
}

export class Agenda {
  readonly #heap: Item[] = [];
  readonly #due = new Map<string, number>();

  /** Sets when an account is due next; what was set before no longer counts. */
  set(account: string, at: number): void {
    if (this.#due.get(account) === at) return;
    this.#due.set(account, at);
    this.#push({ at, account });
  }

  /** Takes the next account that is due at or before `until`. */
  take(until: number): Item | null {
    for (let top = this.#heap[0]; top && top.at <= until; top = this.#heap[0]) {
      this.#pop();
      if (this.#due.get(top.account) === top.at) {
        this.#due.delete(top.account);
        return top;
      }
    }
    return null;
  }

  #push(item: Item): void {
    const heap = this.#heap;
    let index = heap.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (!above || !before(item, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = item;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = heap[2 * index + 1];
      const right = heap[2 * index + 2];
      const child = left && right && before(right, left) ? 2 * index + 2 : 2 * index + 1;
      const smaller = heap[child];
      if (!smaller || !before(smaller, last)) break;
      heap[index] = smaller;
      index = child;
    }
    heap[index] = last;
  }
}

function before(a: Item, b: Item): boolean {
  return a.at === b.at ? a.account < b.account : a.at < b.at;
}
