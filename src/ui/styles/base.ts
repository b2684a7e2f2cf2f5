import { frame } from './frame.js';
import { tokens } from './tokens.js';

/** What every element needs: tokens and the frame. */
export const base = [tokens, frame];
