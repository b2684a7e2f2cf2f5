/**
 * Version of what is folded from a journal. It goes up with every change of the state's shape or of what an event means; what was
 * remembered of an older one is forgotten and folded anew. `world/replay.test.ts` fails when it should have gone up.
 */
export const STATE_VERSION = 2;
