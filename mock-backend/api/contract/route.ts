import { createRoute, z, type RouteConfig } from '@hono/zod-openapi';
import { Problem } from './problem.js';

/** How a route of the contract is written: one answer, and the problems that any route of its sort may give. */

type Schema = z.ZodType;

const json = <S extends Schema>(schema: S) => ({ 'application/json': { schema } });
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

const readProblems = {
  400: problem('The request cannot be read'),
  401: problem('No token, or one that is expired or forged'),
  403: problem('The token or the user may not do this'),
  404: problem('There is no such thing for this user'),
  422: problem('A value is not acceptable; `fields` names it'),
  429: problem('Too many requests'),
  503: problem('The billing system does not answer'),
} as const;

const writeProblems = {
  ...readProblems,
  402: problem('Not enough money'),
  409: problem('The state of things does not allow it'),
  410: problem('It was possible once, but is over'),
  412: problem('`If-Match` names an older version'),
  413: problem('The body is too large'),
  415: problem('The body is not JSON'),
  504: problem('The outcome is not known: ask again, do not repeat'),
} as const;

const readHeaders = z.object({
  'accept-language': z
    .string()
    .optional()
    .openapi({ description: 'Language of `title` and `detail` of problems: ru or en' }),
  'if-none-match': z.string().optional(),
});

const writeHeaders = z.object({
  'accept-language': z.string().optional(),
  'idempotency-key': z
    .string()
    .min(8)
    .max(128)
    .openapi({ description: 'One per confirmed action, kept through retries; answers are kept for 24 hours (CC-17)' }),
  'if-match': z.string().optional().openapi({ description: 'ETag of what the user saw (CC-18)' }),
  'step-up-proof': z
    .string()
    .max(2048)
    .optional()
    .openapi({ description: 'Proof that the user has confirmed this very request (ADM-8)' }),
});

const secured = [{ bearer: [] }];

interface Read<P extends string, S extends Schema> {
  readonly path: P;
  readonly tag: string;
  readonly summary: string;
  readonly answer: S;
}

/** A GET that answers one JSON document with an ETag. */
export const read = <const P extends string, S extends Schema, R extends NonNullable<RouteConfig['request']>>(
  route: Read<P, S>,
  request: R,
) =>
  createRoute({
    method: 'get',
    path: route.path,
    tags: [route.tag],
    summary: route.summary,
    security: secured,
    request,
    responses: {
      200: { description: 'OK', content: json(route.answer) },
      304: { description: 'Not changed' },
      ...readProblems,
    },
  });

/** A command: POST, PUT, PATCH or DELETE with an idempotency key, answering what it made. */
export const write = <
  const M extends 'post' | 'put' | 'patch' | 'delete',
  const P extends string,
  S extends Schema,
  R extends NonNullable<RouteConfig['request']>,
>(
  method: M,
  route: Read<P, S>,
  request: R,
) =>
  createRoute({
    method,
    path: route.path,
    tags: [route.tag],
    summary: route.summary,
    security: secured,
    request: { ...request, headers: writeHeaders },
    responses: { 200: { description: 'Done', content: json(route.answer) }, ...writeProblems },
  });

/** A JSON body that must be there. */
export const body = <S extends Schema>(schema: S) => ({ content: json(schema), required: true });

export { json, problem, readHeaders, readProblems, writeProblems, secured };
