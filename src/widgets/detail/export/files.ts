/** Files of the detail: loaded when the first one is wanted. */
export { ExportController } from './export.js';
export { jobView } from './job.view.js';
