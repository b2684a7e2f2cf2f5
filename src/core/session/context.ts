import { createContext } from '@lit/context';
import type { LkSession } from './types.js';

/** The session of the nearest `lk-session`. The key is the same in every copy of the SDK. */
export const sessionContext = createContext<LkSession | undefined>(Symbol.for('lk:session@1'));
