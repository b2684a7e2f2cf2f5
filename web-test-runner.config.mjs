import { build } from 'esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { browserArgs, chromiumPath } from './scripts/browser.mjs';
import { firefoxPath } from './scripts/engines.mjs';
import { webkitLauncher } from './scripts/webkit.mjs';

/** Writes a list of `{file, passed, failures}` where scripts/tasks.mjs finds it. */
const countReporter = (file) => ({
  onTestRunFinished({ sessions }) {
    const counts = sessions.map(({ testFile, testResults, errors }) => {
      let passed = 0;
      const failures = [];
      const visit = (suite, path) => {
        for (const test of suite.tests) {
          if (test.passed) passed += 1;
          else failures.push(`${[...path, test.name].join(' > ')}: ${test.error?.message ?? 'no reason given'}`);
        }
        for (const child of suite.suites) visit(child, [...path, child.name]);
      };
      const name = relative(process.cwd(), testFile);
      if (testResults) visit(testResults, [name]);
      if (!testResults || errors.length > 0) {
        failures.push(`${name}: ${errors[0]?.message ?? 'the page ended without results'}`);
      }
      return { file: name, passed, failures };
    });
    writeFileSync(file, JSON.stringify(counts));
  },
});

/** The backend in one file: every test file opens a page of its own, and hundreds of modules for each take longer than the tests. */
let backend;
const backendInOneFile = {
  name: 'lk-backend-in-one-file',
  async serve({ path }) {
    if (path !== '/mock-backend/adapters/browser.ts') return undefined;
    backend ??= build({
      entryPoints: ['mock-backend/adapters/browser.ts'],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      external: ['pdfmake', 'pdfmake/*'],
      sourcemap: 'inline',
      write: false,
    });
    const { outputFiles } = await backend;
    return { body: outputFiles[0].text, type: 'js' };
  },
};

/** Chromium unless told: see scripts/engines.mjs. */
const engines = (process.env.LK_ENGINES ?? 'chromium').split(',');

// Without motion axe never reads a colour that is half way between two.
const chromium = async () =>
  chromeLauncher({
    launchOptions: {
      executablePath: await chromiumPath(),
      args: [...browserArgs, '--js-flags=--expose-gc', '--force-prefers-reduced-motion'],
    },
    // A visitor and a window of its own: no storage or channel is shared with the file beside it, and none is behind.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  });

/** Driven by WebDriver BiDi, which the launcher of Chromium speaks too. */
function firefox() {
  const launcher = chromeLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath: firefoxPath(),
      headless: true,
      extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
    },
    createBrowserContext: ({ browser }) => browser.defaultBrowserContext(),
  });
  launcher.name = 'Firefox';
  return launcher;
}

export default {
  files: 'src/**/*.test.ts',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: 2,
  testsFinishTimeout: 420_000,
  browserStartTimeout: 60_000,
  testFramework: { config: { timeout: 60_000, ui: 'bdd' } },
  browsers: await Promise.all([
    ...(engines.includes('chromium') ? [chromium()] : []),
    ...(engines.includes('firefox') ? [firefox()] : []),
    ...(engines.includes('webkit') ? [webkitLauncher()] : []),
  ]),
  plugins: [
    backendInOneFile,
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
  ],
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false })].concat(
    process.env.LK_COUNTS ? [countReporter(process.env.LK_COUNTS)] : [],
  ),
  // Lit's notice of development mode is not a finding.
  filterBrowserLogs: ({ args }) => !args.some((arg) => typeof arg === 'string' && arg.includes('Lit is in dev mode')),
};
