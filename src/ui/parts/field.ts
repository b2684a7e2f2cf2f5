/** Fields of forms. Each in a module of its own: a page brings only those that its widgets use. */
export { below } from './below.js';
export { select } from './select.js';
export { field, type TextField } from './text-field.js';
