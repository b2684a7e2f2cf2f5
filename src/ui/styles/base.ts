import { frame } from './frame.js';
import { older, untitled } from './late.js';
import { occasions, tokens } from './tokens.js';

/** What every element needs: tokens and the frame. */
export const base = [tokens, older, occasions, frame, untitled];
