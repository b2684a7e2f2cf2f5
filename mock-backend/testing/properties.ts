/** fast-check, with the same examples in every run of a commit; `LK_EXAMPLES=any` looks for new ones, a number is the seed of a report. */
import fc from 'fast-check';

const asked = process.env['LK_EXAMPLES'] ?? '1';
if (asked !== 'any') fc.configureGlobal({ seed: Number(asked) });

export default fc;
