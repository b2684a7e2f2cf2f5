import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from '../env.js';
import { fail } from '../errors.js';

/** Bytes that a JSON body may have. */
export const MAX_BODY = 256 * 1024;
/** Levels that objects and arrays of a body may be nested. */
export const MAX_DEPTH = 16;

const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** Firefox has no body of a request as a stream, and the router runs in pages too. */
const IS_STREAMED = 'body' in Request.prototype;

/** The body of a request: as it comes, or where that cannot be, when it has come. */
export async function bodyOf(request: Request): Promise<ReadableStream<Uint8Array> | null> {
  return IS_STREAMED ? request.body : new Response(await request.arrayBuffer()).body;
}

/** The bytes of a body, and no more of them than it may have. @throws {ApiProblem} BODY_TOO_LARGE */
export async function limitedBytes(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = (): never => fail('BODY_TOO_LARGE', { params: { max: String(max) } });
  if (Number(request.headers.get('content-length') ?? 0) > max) tooLarge();
  const body = await bodyOf(request);
  if (body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > max) {
      await reader.cancel();
      tooLarge();
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** The text of a body. @throws {ApiProblem} BODY_TOO_LARGE */
export async function limitedText(request: Request, max: number): Promise<string> {
  return new TextDecoder().decode(await limitedBytes(request, max));
}

async function isEmpty(request: Request): Promise<boolean> {
  if (request.body === null || request.headers.get('content-length') === '0') return true;
  return (await limitedText(request.clone(), 1).catch(() => ' ')) === '';
}

/** Depth of nesting of a JSON text, counted before it is parsed: brackets inside strings do not count. */
export function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i += 1) {
    const char = json[i];
    if (quoted) {
      if (char === '\\') i += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{' || char === '[') deepest = Math.max(deepest, (depth += 1));
    else if (char === '}' || char === ']') depth -= 1;
  }
  return deepest;
}

/** In JSON with nothing else escaped: a zero, which no database keeps in a text, or half a character, which no address can hold. */
const UNFIT = /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f])/;

/** @throws {ApiProblem} BODY_INVALID for what is no JSON, REQUEST_INVALID that names the fields with such a text */
function checkText(text: string): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    fail('BODY_INVALID');
  }
  const places = unfitAt(value, '');
  if (places.length === 0) return;
  fail('REQUEST_INVALID', { fields: places.slice(0, 20).map((path) => ({ path, in: 'body', fault: 'value' })) });
}

/** Where a value has a text that is unfit: `contact`, `levels.CORE`. */
function unfitAt(value: unknown, path: string): readonly string[] {
  if (!UNFIT.test(JSON.stringify(value))) return [];
  if (typeof value !== 'object' || value === null) return [path];
  const places = Object.entries(value).flatMap(([name, one]) => unfitAt(one, path === '' ? name : `${path}.${name}`));
  return places.length > 0 ? places : [path];
}

/** A part of a file is no JSON, and sending it again changes nothing: what is for commands passes it by. */
export const unlessPart =
  (middleware: MiddlewareHandler<ApiEnv>): MiddlewareHandler<ApiEnv> =>
  (c, next) => {
    const isPart = c.req.method === 'PUT' && /\/papers\/uploads\/[^/]+\/parts\/[^/]+$/.test(c.req.path);
    return isPart ? next() : middleware(c, next);
  };

/** Reads a JSON body within limits and says what is wrong with it before any schema sees it. */
export function jsonBody(max: number = MAX_BODY): MiddlewareHandler {
  return async (c, next) => {
    if (withBody.has(c.req.method)) {
      const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
      // A command may have nothing to say beyond its address.
      if (type === undefined && (await isEmpty(c.req.raw))) return next();
      if (type !== 'application/json') {
        fail('MEDIA_TYPE_UNSUPPORTED', { params: { expected: 'application/json' } });
      }
      const text = await limitedText(c.req.raw, max);
      if (depthOf(text) > MAX_DEPTH) fail('BODY_TOO_DEEP');
      checkText(text);
      c.req.raw = new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body: text });
    }
    return next();
  };
}
