import type { Hook, z } from '@hono/zod-openapi';
import type { ApiEnv } from './env.js';
import { fail, type FieldProblem } from './errors.js';
import type { FieldFault } from './messages/index.js';

const places: Readonly<Record<string, FieldProblem['in']>> = {
  json: 'body',
  query: 'query',
  param: 'path',
  header: 'header',
};

function faultOf(issue: z.core.$ZodIssue): FieldFault {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown';
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'type';
    case 'too_small':
      return 'small';
    case 'too_big':
      return 'big';
    case 'invalid_format':
      return 'format';
    default:
      return 'value';
  }
}

/** The fields that a failed check names, each with what is wrong with it. */
export function fieldsOf(error: z.core.$ZodError, place: FieldProblem['in']): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map(String);
    const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
    return names.map((name) => ({ path: name.join('.'), in: place, fault: faultOf(issue) }));
  });
}

/** What a request that does not fit the contract is answered with. */
export const refuseInvalid: Hook<unknown, ApiEnv, string, unknown> = (result) => {
  if (result.success) return;
  const place = places[result.target] ?? 'body';
  const error: z.core.$ZodError = result.error;
  fail('REQUEST_INVALID', { fields: fieldsOf(error, place).slice(0, 20) });
};

/**
 * Checks a value by a schema outside the contract.
 *
 * @throws {ApiProblem} REQUEST_INVALID naming every field that does not fit
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown, place: FieldProblem['in']): T {
  const result = schema.safeParse(value);
  return result.success ? result.data : fail('REQUEST_INVALID', { fields: fieldsOf(result.error, place).slice(0, 20) });
}
