/** What kind of thing went wrong; a closed set, so that a view can decide by it. */
export type LkErrorKind =
  /** The backend answered with a problem document; `code` is of the error catalogue. */
  | 'problem'
  /** Nothing came back: no connection, DNS, CORS, a blocked request. */
  | 'network'
  /** The answer to a reading request took too long. */
  | 'timeout'
  /** The caller or the session ended the request; never shown. */
  | 'aborted'
  /** The host's token is no longer accepted and could not be renewed. */
  | 'expired'
  /** A changing request was sent and its result is not known: ask, never send it again with another key. */
  | 'unknown-outcome';

/** One field of the request that the backend refused. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message?: string;
}

interface LkErrorDetails {
  readonly kind: LkErrorKind;
  /** Code of the error catalogue, or `NETWORK`, `TIMEOUT`, `ABORTED`, `EXPIRED`, `UNKNOWN_OUTCOME`, `HTTP_<status>`. */
  readonly code: string;
  readonly status?: number | null;
  readonly params?: Readonly<Record<string, string>>;
  readonly fields?: readonly FieldError[];
  readonly traceId?: string | null;
  /** The backend's own sentence for a person, in the language asked for. */
  readonly detail?: string | null;
  readonly retryAfter?: number | null;
  readonly cause?: unknown;
}

const BRAND = Symbol.for('lk:error@1');
const RETRYABLE_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * The only error that leaves the SDK. It carries no personal data: codes, parameters of the text, a trace id.
 *
 * @see domain.md CC-19, §15; RFC 9457
 */
export class LkError extends Error {
  readonly [BRAND] = true;
  readonly kind: LkErrorKind;
  readonly code: string;
  readonly status: number | null;
  readonly params: Readonly<Record<string, string>>;
  readonly fields: readonly FieldError[];
  readonly traceId: string | null;
  readonly detail: string | null;
  /** Seconds the backend asks to wait, or `null`. */
  readonly retryAfter: number | null;

  constructor(details: LkErrorDetails) {
    super(`${details.kind}: ${details.code}`, 'cause' in details ? { cause: details.cause } : undefined);
    this.name = 'LkError';
    this.kind = details.kind;
    this.code = details.code;
    this.status = details.status ?? null;
    this.params = details.params ?? {};
    this.fields = details.fields ?? [];
    this.traceId = details.traceId ?? null;
    this.detail = details.detail ?? null;
    this.retryAfter = details.retryAfter ?? null;
  }

  /** True if the same request may well succeed a little later. */
  get retryable(): boolean {
    if (this.kind === 'network' || this.kind === 'timeout') return true;
    return this.kind === 'problem' && this.status !== null && RETRYABLE_STATUS.has(this.status);
  }

  /** True if the answer is "not for you" or "not here": the widget says so instead of offering a retry. */
  get unavailable(): boolean {
    return this.kind === 'problem' && (this.status === 403 || this.status === 404);
  }
}

/** Recognises an error of this SDK, also one thrown by another copy of it on the same page. */
export function isLkError(reason: unknown): reason is LkError {
  return typeof reason === 'object' && reason !== null && BRAND in reason;
}

/** Answers with 401 that ask for another step of the user, not for another token. @see domain.md ADM-8, §15 */
export const STEP_CODES: ReadonlySet<string> = new Set(['REAUTH_REQUIRED', 'OTP_REQUIRED']);

/** Whether the backend wants the user to confirm the request first. */
export const asksForStep = ({ kind, code }: LkError): boolean => kind === 'problem' && STEP_CODES.has(code);

/** Turns whatever a request threw into an {@link LkError}; a refused answer goes to `errorOfResponse`. */
export function errorOf(reason: unknown, changing: boolean): LkError {
  if (isLkError(reason)) return reason;
  const name = reason instanceof Error || reason instanceof DOMException ? reason.name : '';
  if (name === 'AbortError') return new LkError({ kind: 'aborted', code: 'ABORTED', cause: reason });
  if (changing) return new LkError({ kind: 'unknown-outcome', code: 'UNKNOWN_OUTCOME', cause: reason });
  if (name === 'TimeoutError') return new LkError({ kind: 'timeout', code: 'TIMEOUT', cause: reason });
  return new LkError({ kind: 'network', code: 'NETWORK', cause: reason });
}
