import { publicRoutes } from './contract/document.js';
import { Scope } from './contract/tokens.js';
import { scopeOf } from './auth/guard.js';

/** The public routes as a table to look a request up in: what scope it needs, which methods its path takes. */
const table = publicRoutes.map((route) => ({
  method: route.method.toUpperCase(),
  path: new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`),
  scope: Scope.safeParse(scopeOf(route.tags?.[0], route.method)).data ?? null,
}));

/** The scope that a request needs; null: none. */
export function scopeNeeded(method: string, path: string): Scope | null {
  return table.find((row) => row.method === (method === 'HEAD' ? 'GET' : method) && row.path.test(path))?.scope ?? null;
}

/** Methods that a path takes; empty when there is no such path. */
export function methodsOf(path: string): readonly string[] {
  return table.filter((row) => row.path.test(path)).map((row) => row.method);
}
