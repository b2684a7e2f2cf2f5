import { type FieldError, LkError } from './errors.js';

/** Codes that come with an answer and still leave the result of a command open. */
const OPEN_OUTCOME = new Set(['INTERNAL', 'NETWORK_TIMEOUT', 'OUTCOME_UNKNOWN', 'REQUEST_IN_PROGRESS']);
/** Without a code: somebody on the way gave up, or fell over, maybe when it was done already. */
const LOST = new Set([500, 502, 504]);

/**
 * Reads a refused answer. A module of its own, because most pages never need it.
 *
 * @param changing - The request was to change something, so that a server that fell over on the way leaves its outcome open.
 */
export async function errorOfResponse(response: Response, changing: boolean): Promise<LkError> {
  const problem = await readProblem(response);
  const status = response.status;
  const code = text(problem['code']) ?? `HTTP_${status}`;
  const open = changing && (OPEN_OUTCOME.has(code) || (LOST.has(status) && text(problem['code']) === null));
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new LkError({
    kind: open ? 'unknown-outcome' : 'problem',
    code: open && code.startsWith('HTTP_') ? 'UNKNOWN_OUTCOME' : code,
    status,
    params: params(problem['params']),
    fields: fields(problem['fields']),
    traceId: text(problem['traceId']) ?? response.headers.get('X-Trace-Id'),
    detail: text(problem['detail']),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}

async function readProblem(response: Response): Promise<Record<string, unknown>> {
  if (!/\bjson\b/.test(response.headers.get('Content-Type') ?? '')) return {};
  try {
    const body: unknown = await response.json();
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function params(value: unknown): Record<string, string> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([name, one]) => [name, String(one)]));
}

function fields(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((one) => {
    const message = text(one['message']) ?? text(one['detail']);
    const known = { field: text(one['path']) ?? text(one['field']) ?? '', code: text(one['code']) ?? 'INVALID' };
    return message === null ? known : { ...known, message };
  });
}
