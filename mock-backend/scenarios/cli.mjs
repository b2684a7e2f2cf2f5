#!/usr/bin/env node
/** Starts the scenario runner from plain Node: its sources are TypeScript, read by tsx. */
import { fileURLToPath } from 'node:url';

let register;
try {
  ({ register } = await import('tsx/esm/api'));
} catch {
  console.error('lk-scenario: the packages are not installed; run «npm ci» in the project first.');
  process.exit(2);
}
register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
const { main } = await import('./cli.ts');
process.exitCode = await main(process.argv.slice(2));
