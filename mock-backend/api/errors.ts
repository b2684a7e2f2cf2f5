import type { z } from '@hono/zod-openapi';
import { Refusal } from '../engine/errors.js';
import { StoreFailure } from '../store/port.js';
import type { ProblemField } from './contract/problem.js';
import { statusOf, type ProblemCode } from './codes.js';
import { detailOf, messagesOf, type FieldFault, type Locale } from './messages/index.js';
import type { Problem } from './contract/problem.js';

/** A value of the request that is wrong, before its message is put into a language. */
export interface FieldProblem {
  readonly path: string;
  readonly in: z.infer<typeof ProblemField>['in'];
  readonly fault: FieldFault;
}

export interface ProblemOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly fields?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a request is answered with when it is not done. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly params: Readonly<Record<string, string>>;
  readonly fields: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly code: ProblemCode,
    options: ProblemOptions = {},
  ) {
    super(code);
    this.params = options.params ?? {};
    this.fields = options.fields ?? [];
    this.headers = options.headers ?? {};
  }
}

/** Ends the request with a problem. */
export function fail(code: ProblemCode, options: ProblemOptions = {}): never {
  throw new ApiProblem(code, options);
}

/** What a client is told of a request that was refused, or that the store failed at; `null` for what nobody expected. */
export function problemOf(error: unknown, { method, path }: { method: string; path: string }): ApiProblem | null {
  if (error instanceof ApiProblem) return error;
  if (error instanceof Refusal) return new ApiProblem(error.code, { params: error.params });
  if (!(error instanceof StoreFailure)) return null;
  // A command may have arrived before the store went away: whoever sent it must find out, with the same key. A token is just asked for
  // again.
  const open = error.reason === 'unreachable' && method !== 'GET' && method !== 'HEAD' && path !== '/v1/tokens';
  return open ? new ApiProblem('OUTCOME_UNKNOWN', { headers: LATER }) : unavailable(path);
}

const LATER = { 'Retry-After': '5' };
/** Routes of the detail, which has a code of its own when it does not answer. */
const DETAIL = /^\/v1\/accounts\/[^/]+\/usage(-groups)?(\/|$)/;

/** What is behind a route does not answer. */
export function unavailable(path: string): ApiProblem {
  return new ApiProblem(DETAIL.test(path) ? 'DETAIL_UNAVAILABLE' : 'UPSTREAM_UNAVAILABLE', { headers: LATER });
}

/**
 * The problem document of RFC 9457.
 *
 * @param currency - ISO 4217 code that the amounts among the values are in.
 * @see domain.md CC-19
 */
export function documentOf(
  problem: ApiProblem,
  traceId: string,
  locale: Locale,
  currency: string,
): z.infer<typeof Problem> {
  const status = statusOf(problem.code);
  const texts = messagesOf(locale);
  const params =
    problem.fields[0] === undefined ? problem.params : { field: problem.fields[0].path, ...problem.params };
  return {
    type: `urn:lk:problem:${problem.code.toLowerCase().replaceAll('_', '-')}`,
    title: texts.titles[status] ?? problem.code,
    status,
    code: problem.code,
    detail: detailOf(problem.code, params, locale, currency),
    fields: problem.fields.map(({ path, in: place, fault }) => ({ path, in: place, message: texts.fields[fault] })),
    traceId,
    params,
  };
}
