import { z } from '@hono/zod-openapi';
import { fail } from './errors.js';
import type { Seal } from './seal.js';

/** Page size when none is asked for; the largest is in the contract. @see domain.md CC-20 */
export const DEFAULT_LIMIT = 50;

const Sealed = z.object({ list: z.string(), after: z.string() });

/**
 * A cursor names the last item shown, not a position: what arrives meanwhile shifts nothing. It is sealed and bound to its
 * list and filter, so that one of another list is refused.
 *
 * @param list - Name of the list with its filter.
 * @param after - What names the last item for good.
 */
export function sealCursor(list: string, after: string, seal: Seal): Promise<string> {
  return seal.close('cursor', { list, after });
}

/**
 * Position of the first item that a cursor asks for.
 *
 * @param positionAfter - Position after the item of that name; 0 when it is gone.
 * @throws {ApiProblem} CURSOR_INVALID
 */
export async function positionOf(
  positionAfter: (name: string) => number,
  list: string,
  cursor: string,
  seal: Seal,
): Promise<number> {
  const sealed = Sealed.safeParse(await seal.open('cursor', cursor));
  const position = sealed.success && sealed.data.list === list ? positionAfter(sealed.data.after) : 0;
  return position > 0
    ? position
    : fail('CURSOR_INVALID', { fields: [{ path: 'cursor', in: 'query', fault: 'value' }] });
}

/**
 * One page of a list that is sorted newest first.
 *
 * @param items - The whole list in its order.
 * @param nameOf - What names an item in the list for good.
 */
export async function pageOf<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  list: string,
  request: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
  seal: Seal,
): Promise<{ readonly items: T[]; readonly nextCursor: string | null }> {
  const after = (name: string) => items.findIndex((item) => nameOf(item) === name) + 1;
  const start = request.cursor === undefined ? 0 : await positionOf(after, list, request.cursor, seal);
  const page = items.slice(start, start + (request.limit ?? DEFAULT_LIMIT));
  const last = page.at(-1);
  const more = last !== undefined && start + page.length < items.length;
  return { items: page, nextCursor: more ? await sealCursor(list, nameOf(last), seal) : null };
}
