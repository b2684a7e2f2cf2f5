import { publicRoutes } from './contract/document.js';
import { Scope } from './contract/tokens.js';
import { scopeOf } from './auth/guard.js';

interface Row {
  readonly method: string;
  readonly path: RegExp;
  /** Null: none. */
  readonly scope: Scope | null;
}

const partsOf = (path: string): number => path.split('/').length;

/** The public routes by how many parts their paths have: most requests are told from most routes by that. */
const table = new Map<number, Row[]>();
for (const route of publicRoutes) {
  const rows = table.get(partsOf(route.path)) ?? [];
  table.set(partsOf(route.path), rows);
  rows.push({
    method: route.method.toUpperCase(),
    path: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`),
    scope: Scope.safeParse(scopeOf(route.tags?.[0], route.method)).data ?? null,
  });
}

/** The public routes of a path, one a method; none when there is no such path. A `HEAD` is a `GET`. */
export function routesOf(path: string): readonly Row[] {
  return table.get(partsOf(path))?.filter((row) => row.path.test(path)) ?? [];
}
