/** Numbers from 0 to 1 that look like chance and are the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // The first ones of seeds that are close to each other are close to each other.
  for (let thrown = 0; thrown < 8; thrown += 1) next();
  return next;
}

/** Seeds of a test that is run once for each: those of `LK_SEEDS`, such as `5` or `10-40`, if it is set. */
export function seeds(usual: readonly number[]): readonly number[] {
  const [from, to = from] = (process.env['LK_SEEDS'] ?? '').split('-').filter(Boolean).map(Number);
  return from === undefined || to === undefined
    ? usual
    : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
