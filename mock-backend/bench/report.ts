import { cpus } from 'node:os';

/** What it was measured on. */
export function machine(): string {
  return `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;
}

/** Prints results below each other, one a column; a sentence for what could not be measured. */
export function print(title: string, results: readonly (object | string)[]): void {
  console.log(`${title}\n`);
  for (const result of results) {
    if (typeof result === 'string') console.log(`not measured: ${result}\n`);
    else {
      for (const [name, value] of rows(result)) {
        const text = typeof value === 'number' ? value.toLocaleString('en') : String(value);
        console.log(`${name.padEnd(40)} ${text.padStart(12)}`);
      }
      console.log('');
    }
  }
}

/** `{ payments: { perSecond: 1 } }` → `payments per second`, 1. */
function rows(result: object): readonly (readonly [string, unknown])[] {
  return Object.entries(result).flatMap(([key, value]: [string, unknown]) => {
    const name = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    if (typeof value !== 'object' || value === null) return [[name, value] as const];
    return rows(value).map(([part, inner]) => [`${name} ${part}`, inner] as const);
  });
}
