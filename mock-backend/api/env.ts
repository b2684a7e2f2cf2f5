import type { Context } from 'hono';
import type { Grant } from './auth/token.js';
import type { Locale } from './messages/index.js';
import type { WorldHost } from './worlds.js';
import type { FaultKind } from './faults.js';

/** What travels with a request through the router. */
export interface ApiEnv {
  Variables: {
    traceId: string;
    locale: Locale;
    /** Currency that amounts in a problem's text are in. */
    currency: string;
    grant: Grant;
    host: WorldHost;
    /** Headers of the answer, whatever it will be. */
    headers: Record<string, string>;
    /** Faults asked for on this request. */
    faults: ReadonlySet<FaultKind>;
    /** Key under which the engine remembers the command of this request. */
    commandKey: string;
  };
}

export type ApiContext = Context<ApiEnv>;
