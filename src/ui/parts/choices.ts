/** Ways to choose. Each in a module of its own: a page brings only those that its widgets use. */
export type { Choice } from './choice.js';
export { chips } from './chips.js';
export { presets } from './presets.js';
export { type Option, radioRows } from './radio-rows.js';
export { segments } from './segments.js';
export { tick, toggle } from './switches.js';
