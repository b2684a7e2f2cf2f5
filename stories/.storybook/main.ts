import type { StorybookConfig } from '@storybook/web-components-vite';
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

// The worker is taken from the installed package: there is no copy of it to keep up to date.
const worker = path('../../.cache/storybook-static');
mkdirSync(worker, { recursive: true });
copyFileSync(path('../../node_modules/msw/lib/mockServiceWorker.js'), `${worker}/mockServiceWorker.js`);

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../docs/*.mdx', '../widgets/*.stories.ts', '../hosts/*.stories.ts', '../tokens/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'msw-storybook-addon'],
  staticDirs: [worker, { from: '../../mock-backend/scenarios/worlds', to: '/worlds' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableWebpackDefaults: true },
  docs: { defaultName: 'About' },
  // Sheets stay as they are written: the ready looks are read from them, and a minifier would take `light-dark()` apart.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, cssMinify: false } }),
};
export default config;
