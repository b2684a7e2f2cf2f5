/** Failures of the store, as a client sees them: no refusals, for nothing is wrong with the request. @see domain.md CC-17 */
import { StoreFailure } from '../../../store/port.js';
import type { TransportCode } from '../../codes.js';
import type { ErrorCode } from '../../../engine/errors.js';
import { rub, type Answered, type Scene } from './scene.js';

export interface Failure {
  readonly code: ErrorCode | TransportCode;
  readonly status: number;
  /** What a reader of the list is told. */
  readonly when: string;
  /** The request, as the list shows it. */
  readonly request: string;
  /** What a client does about it. */
  readonly remedy: string;
  /** How the store fails. */
  readonly reason: StoreFailure['reason'];
  /** Whether a write has arrived in spite of it. */
  readonly arrives?: boolean;
  readonly ask: (scene: Scene) => Promise<Answered>;
}

const topUp = (scene: Scene) =>
  scene.ask(
    'POST',
    '/topups',
    { amount: rub('100.00'), method: 'CARD', receipt: 'a@example.org' },
    { key: 'one-top-up' },
  );

const command = { request: 'POST /topups', ask: topUp } as const;
const unknown = {
  ...command,
  code: 'OUTCOME_UNKNOWN',
  status: 504,
  reason: 'unreachable',
  remedy: 'asks whether it was done, or sends the same body with the same `Idempotency-Key`: it is done once',
} as const;

export const failures: readonly Failure[] = [
  {
    code: 'UPSTREAM_UNAVAILABLE',
    status: 503,
    when: 'the database is away, or takes too long',
    request: 'GET /balance',
    remedy: 'asks again after `Retry-After`; what it has stays, with its age',
    reason: 'unreachable',
    ask: (scene) => scene.ask('GET', '/balance'),
  },
  {
    code: 'DETAIL_UNAVAILABLE',
    status: 503,
    when: 'the same, and the detail is asked for',
    request: 'GET /usage',
    remedy: 'the same; all else may be well',
    reason: 'unreachable',
    ask: (scene) => scene.ask('GET', '/usage?from=2026-11-01&to=2026-11-30'),
  },
  {
    ...command,
    code: 'UPSTREAM_UNAVAILABLE',
    status: 503,
    when: 'the disk of the database is full: nothing was done',
    remedy: 'sends the same body with the same `Idempotency-Key` after `Retry-After`',
    reason: 'full',
  },
  {
    ...unknown,
    when: 'the database goes away, or takes too long, before a command is written: nobody knows that',
    arrives: false,
  },
  { ...unknown, when: 'the same after it was written', arrives: true },
];

/** Lets the store of a scene fail while something is asked. */
export async function whileFailing<T>(scene: Scene, { reason, arrives }: Failure, ask: () => Promise<T>): Promise<T> {
  const { store } = scene.backend.host;
  const { load, append } = store;
  const fail = (): never => {
    throw new StoreFailure(reason, 'as the test wants it');
  };
  store.append = async (...given) => {
    if (arrives === true) await append.apply(store, given);
    return fail();
  };
  if (arrives === undefined && reason === 'unreachable') store.load = async () => fail();
  try {
    return await ask();
  } finally {
    store.load = load;
    store.append = append;
  }
}
