import { ERROR_STATUS, type ErrorCode } from '../engine/errors.js';

/** Codes of the transport, beside those of the engine: the request never reached a rule. */
export const TRANSPORT_STATUS = {
  REQUEST_INVALID: 422,
  BODY_INVALID: 400,
  BODY_TOO_LARGE: 413,
  BODY_TOO_DEEP: 400,
  MEDIA_TYPE_UNSUPPORTED: 415,
  METHOD_NOT_ALLOWED: 405,
  ROUTE_NOT_FOUND: 404,
  CURSOR_INVALID: 422,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  IDEMPOTENCY_KEY_INVALID: 422,
  TOKEN_REQUIRED: 401,
  TOKEN_INVALID: 401,
  TOKEN_EXPIRED: 401,
  CLIENT_UNKNOWN: 401,
  ADMIN_KEY_INVALID: 401,
  SIGNATURE_INVALID: 401,
  ORIGIN_FORBIDDEN: 403,
  SCOPE_MISSING: 403,
  OUTCOME_UNKNOWN: 504,
  NOT_SUPPORTED: 501,
  WORLD_EXISTS: 409,
  SCENARIO_INVALID: 422,
  INTERNAL: 500,
} as const;

export type TransportCode = keyof typeof TRANSPORT_STATUS;

/** Every code that a problem document may carry. */
export type ProblemCode = ErrorCode | TransportCode;

const STATUS: Readonly<Record<ProblemCode, number>> = { ...ERROR_STATUS, ...TRANSPORT_STATUS };

/** HTTP status that belongs to a code. */
export const statusOf = (code: ProblemCode): number => STATUS[code];
