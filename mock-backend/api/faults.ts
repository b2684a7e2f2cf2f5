import { z } from '@hono/zod-openapi';

/**
 * Things that go wrong on purpose, for demos, stories and tests.
 *
 * `slow` waits; `error` is a broken server; `unavailable` the billing system does not answer (of the detail: it alone); `offline` no answer at all;
 * `lost` the command is carried out but its answer is lost; `unknown` it is carried out but the gateway gives up;
 * `unconfirmed` the telephone network does not confirm a change, which is not made;
 * `unauthorized`, `forbidden`, `limited` as they say; `stale` an old balance; `unlocking` the lock that still stands;
 * `document-generating`, `document-failed` the state of documents.
 */
export const FaultKind = z.enum([
  'slow',
  'error',
  'unavailable',
  'offline',
  'lost',
  'unknown',
  'unconfirmed',
  'unauthorized',
  'forbidden',
  'limited',
  'stale',
  'unlocking',
  'document-generating',
  'document-failed',
]);
export type FaultKind = z.infer<typeof FaultKind>;

export const Fault = z.strictObject({
  kind: FaultKind,
  /** `GET /v1/accounts/{account}/bills`; `*` for any part of a path or any method; `**` for the rest of it. */
  route: z.string().min(1).max(256).default('**'),
  /** How many requests it meets; null: all until removed. */
  times: z.int().min(1).nullable().default(null),
  /** Milliseconds, `slow` only. */
  delay: z.int().min(0).max(600_000).default(2000),
  /** World it is limited to. */
  world: z.string().nullable().default(null),
});
export type Fault = z.infer<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;

function matches(pattern: string, method: string, path: string): boolean {
  const [first = '', second] = pattern.trim().split(/\s+/);
  const wantedMethod = second === undefined ? '*' : first;
  const wantedPath = second ?? first;
  if (wantedMethod !== '*' && wantedMethod.toUpperCase() !== method) return false;
  const wanted = wantedPath.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  for (const [index, part] of wanted.entries()) {
    if (part === '**') return true;
    if (index >= given.length) return false;
    if (part !== '*' && !part.startsWith('{') && part !== given[index]) return false;
  }
  return wanted.length === given.length;
}

/** Faults that are switched on. */
export class Faults {
  #rules: { readonly id: number; readonly fault: Fault; left: number }[] = [];
  #next = 1;

  /** @returns Takes the fault away again. */
  add(input: FaultInput): () => void {
    const fault = Fault.parse(input);
    const id = this.#next++;
    this.#rules.push({ id, fault, left: fault.times ?? Infinity });
    return () => {
      this.#rules = this.#rules.filter((rule) => rule.id !== id);
    };
  }

  list(): readonly Fault[] {
    return this.#rules.map(({ fault }) => fault);
  }

  clear(): void {
    this.#rules = [];
  }

  /** Faults that a request meets; each counts as used. */
  take(method: string, path: string, world: string | null): readonly Fault[] {
    const met = this.#rules.filter(
      ({ fault }) => matches(fault.route, method, path) && (fault.world === null || fault.world === world),
    );
    for (const rule of met) rule.left -= 1;
    this.#rules = this.#rules.filter(({ left }) => left > 0);
    return met.map(({ fault }) => fault);
  }
}

/** Answer that an adapter turns into no answer: the connection is dropped. */
export const DROPPED = 'x-lk-dropped';
