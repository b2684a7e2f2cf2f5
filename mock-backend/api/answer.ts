import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiContext } from './env.js';

const whole = new WeakSet<Response>();

/** Whether an answer was made with all its headers. */
export const isWhole = (response: Response): boolean => whole.has(response);

/**
 * An answer with all its headers from the start: looking at those of one that is there costs as much as all else of a request.
 *
 * @param headers - Beside those that every answer has.
 */
export function wholeAnswer(
  c: ApiContext,
  body: Uint8Array<ArrayBuffer> | null,
  status: ContentfulStatusCode | 304,
  headers: Readonly<Record<string, string>>,
): Response {
  const response = new Response(body, { status, headers: { ...c.get('headers'), ...headers } });
  whole.add(response);
  return response;
}
