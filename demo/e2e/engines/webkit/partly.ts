/** For whatever a page is waited for, milliseconds. */
export const PATIENCE = 30_000;

/** What is asked for of an interface that is there in parts only is told apart from what is not there. */
export function partly<T extends object>(target: object, name: string): T {
  const get = (from: object, key: string | symbol): unknown => {
    const value: unknown = Reflect.get(from, key);
    if (typeof value === 'function') return value.bind(from);
    if (value === undefined && typeof key === 'string' && key !== 'then' && !(key in from)) {
      throw new Error(`The ${name} of WebKit has no «${key}»: see demo/e2e/engines/webkit.`);
    }
    return value;
  };
  return new Proxy(target, { get }) as T;
}

/** Waits until something holds; what cannot be told while a page changes does not hold yet. @throws {Error} that names it */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + PATIENCE;
  let reason = '';
  while (
    !(await holds().catch((error: unknown) => {
      reason = `: ${String(error)}`;
      return false;
    }))
  ) {
    if (Date.now() > limit) throw new Error(`WebKit never came to ${what}${reason}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
