/** What a developer should look at when an element finds no session; loaded only then. */
export function hintOfPending(tag: string, named: unknown, inside: boolean): string {
  if (typeof named === 'string' && named !== '') return `<${tag}> waits for a session with the id "${named}".`;
  return inside
    ? `<${tag}> waits for its <lk-session>: is it defined, and has it api-url and token-url or the property session?`
    : `<${tag}> found no session: put it into <lk-session>, set its property session, or call lk.init().`;
}
