/** What a runner counted: its reporter writes a list of `{file, passed, failures}` into the file that LK_COUNTS names. */
import { readFileSync, rmSync } from 'node:fs';

/** A browser that got no processor, or no frames, says nothing of the code; a wrong value does. */
const OUT_OF_TIME = /timed? ?out|waited in vain|never came|never said|ended without results|has been closed|crashed/i;

/** @returns {{file: string, passed: number, failures: string[]}[] | null} Null if the runner did not get to its end. */
export function takeCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  } finally {
    rmSync(path, { force: true });
  }
}

/** Files of which every failure is one of the clock. */
export const outOfTime = (counts) =>
  counts
    .filter(({ failures }) => failures.length > 0 && failures.every((failure) => OUT_OF_TIME.test(failure)))
    .map(({ file }) => file);

/** Replaces what was counted for some files by what their second run counted. */
export const replaced = (counts, again) => [
  ...counts.filter(({ file }) => !again.some((one) => one.file === file)),
  ...again,
];

export const sum = (counts) => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failures }) => total + failures.length, 0),
  failures: counts.flatMap(({ failures }) => failures),
});
