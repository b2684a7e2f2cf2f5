import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../../custom-elements.json';
import { createHandlers } from '../../mock-backend/adapters/msw.js';
import type { App } from '../../mock-backend/api/app.js';
import { createSession } from '../../src/core/session/session.js';
import type { LkSession } from '../../src/core/session/types.js';
import { directionOf } from '../../src/i18n/locale.js';
import '../../src/define/all.js';
import './preview.css';
import './themes.css';
import { pseudoStrings } from './pseudo.js';
import { backendOf, type FaultName, faults, type Scene, type WorldName, worlds } from './worlds.js';

setCustomElementsManifest(manifest);

const items = (names: Readonly<Record<string, string>>, first?: string) => [
  ...(first ? [{ value: 'story', title: first }] : []),
  ...Object.entries(names).map(([value, title]) => ({ value, title })),
];
const languages = {
  ru: 'Русский',
  en: 'English',
  kk: 'Қазақша',
  de: 'Deutsch',
  hu: 'Magyar',
  ar: 'العربية',
  pseudo: 'Pseudo: longer, accented',
};
const isWorld = (name: unknown): name is WorldName => typeof name === 'string' && name in worlds;
const isFault = (name: unknown): name is FaultName => typeof name === 'string' && name in faults;

/** The router of the scene on screen; the service worker hands every request under `/api` to it. */
let app: App | null = null;
let session: LkSession | null = null;
let key = '';

const startWorker = mswLoader(async () => {
  const current = () => {
    if (!app) throw new Error('No world is on screen yet.');
    return app;
  };
  const worker = setupWorker(...createHandlers(current));
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
  });
  return worker;
});

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    locale: {
      toolbar: { title: 'Language', icon: 'globe', items: items(languages), dynamicTitle: true },
    },
    theme: {
      toolbar: { title: 'Theme', icon: 'mirror', items: items({ light: 'Light', dark: 'Dark' }), dynamicTitle: true },
    },
    look: {
      toolbar: {
        title: 'Look',
        icon: 'paintbrush',
        items: items({ default: 'Default look', bank: 'Bank', bright: 'Bright operator' }),
        dynamicTitle: true,
      },
    },
    width: {
      toolbar: {
        title: 'Width',
        icon: 'grow',
        items: items({ full: 'Full width', 320: '320', 480: '480', 768: '768', 1120: '1120' }),
        dynamicTitle: true,
      },
    },
    direction: {
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        items: items({ auto: 'Direction of the language', ltr: 'Left to right', rtl: 'Right to left' }),
        dynamicTitle: true,
      },
    },
    world: {
      toolbar: { title: 'World', icon: 'database', items: items(worlds, 'World of the story'), dynamicTitle: true },
    },
    fault: {
      toolbar: { title: 'Fault', icon: 'lightning', items: items(faults, 'Fault of the story'), dynamicTitle: true },
    },
  },
  initialGlobals: {
    locale: 'ru',
    theme: 'light',
    look: 'default',
    width: 'full',
    direction: 'auto',
    world: 'story',
    fault: 'story',
  },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Start', 'Widgets', 'Hosts', '*'] } },
    a11y: { test: 'error' },
  },
  loaders: [
    startWorker,
    async ({ id, parameters, globals }) => {
      const scene: Scene = {
        world: 'demo',
        user: 'director',
        fault: 'none',
        route: '/v1/accounts/**',
        ...parameters.scene,
      };
      if (isWorld(globals.world)) scene.world = globals.world;
      if (isFault(globals.fault)) scene.fault = globals.fault;
      const wanted = JSON.stringify([id, scene]);
      if (wanted !== key) {
        session?.logout();
        const backend = await backendOf(scene, id);
        app = backend.app;
        session = createSession({
          apiUrl: new URL('api', document.baseURI),
          fetchToken: () => backend.token({ user: scene.user }),
          logoutGroup: false,
          // The picture of a story must not change while it is looked at.
          live: false,
        });
        key = wanted;
      }
      if (session) session.strings = globals.locale === 'pseudo' ? await pseudoStrings() : undefined;
      return { session };
    },
  ],
  decorators: [
    (story, { globals, loaded }) => {
      const root = document.documentElement;
      root.lang = globals.locale === 'pseudo' ? 'ru' : String(globals.locale);
      root.dir = globals.direction === 'auto' ? directionOf(root.lang) : String(globals.direction);
      root.classList.toggle('dark', globals.theme === 'dark');
      return html`<lk-session .session=${loaded.session}>
        <div class="stage host-${globals.look} w-${globals.width}">${story()}</div>
      </lk-session>`;
    },
  ],
};
export default preview;
