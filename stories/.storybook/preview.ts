import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import manifest from '../../custom-elements.json';
import '../../src/define/all.js';
import './preview.css';
import './hosts.css';
import './themes.css';
import { type FaultName, faults, handlers, type Scene, setScene, usual } from './scenes.js';
import { type HostName, hosts, setHost } from './hosts.js';
import { reference } from './reference.js';
import { type WorldName, worlds } from './worlds.js';

setCustomElementsManifest(manifest);

const items = (names: Readonly<Record<string, string>>, first?: string) => [
  ...(first ? [{ value: 'story', title: first }] : []),
  ...Object.entries(names).map(([value, title]) => ({ value, title })),
];
const isWorld = (name: unknown): name is WorldName => typeof name === 'string' && name in worlds;
const isHost = (name: unknown): name is HostName => typeof name === 'string' && name in hosts;
const isFault = (name: unknown): name is FaultName => typeof name === 'string' && name in faults;

const languages = {
  ru: 'Русский',
  en: 'English',
  kk: 'Қазақша',
  de: 'Deutsch',
  hu: 'Magyar',
  ar: 'العربية',
};

const startWorker = mswLoader(async () => {
  const worker = setupWorker(...handlers);
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
  });
  await isAnswered();
  return worker;
});

/**
 * A worker lets itself be removed with the last page that it served. A page that is opened at that very moment gets it back without
 * being served by it: one reload, and it is.
 */
async function isAnswered(): Promise<void> {
  const { serviceWorker } = navigator;
  const RELOADED = 'reloaded for the worker';
  if (!serviceWorker.controller) {
    await new Promise((resolve) => {
      serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      setTimeout(resolve, 1_000);
    });
  }
  if (serviceWorker.controller || sessionStorage.getItem(RELOADED)) {
    sessionStorage.removeItem(RELOADED);
    return;
  }
  sessionStorage.setItem(RELOADED, 'yes');
  location.reload();
  await new Promise(() => undefined);
}

const preview: Preview = {
  tags: ['autodocs'],
  argTypesEnhancers: [reference],
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
        items: items({ ltr: 'Left to right', rtl: 'Right to left' }),
        dynamicTitle: true,
      },
    },
    host: {
      toolbar: { title: 'Host', icon: 'browser', items: items(hosts, 'Host of the story'), dynamicTitle: true },
    },
    font: {
      toolbar: {
        title: 'Font',
        icon: 'paragraph',
        items: items({ system: 'Font of the device', inter: 'Inter' }),
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
    direction: 'ltr',
    host: 'story',
    font: 'system',
    world: 'story',
    fault: 'story',
  },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: {
        order: ['Start', 'Widgets', 'Hosts', 'Looks', 'Tokens', 'Content', 'Accessibility', 'Changelog', '*'],
      },
    },
    a11y: { test: 'error' },
  },
  loaders: [
    startWorker,
    async ({ id, viewMode, parameters, globals }) => {
      const scene: Scene = { ...usual, ...parameters.scene };
      if (isWorld(globals.world)) scene.world = globals.world;
      if (isFault(globals.fault)) scene.fault = globals.fault;
      return { scene, session: await setScene(id, scene, viewMode === 'story') };
    },
  ],
  decorators: [
    (story, { globals, loaded, parameters, viewMode }) => {
      const root = document.documentElement;
      root.lang = String(globals.locale);
      root.dir = globals.locale === 'ar' ? 'rtl' : String(globals.direction);
      root.classList.toggle('dark', globals.theme === 'dark');
      const host = isHost(globals.host) ? globals.host : parameters.host;
      // What a host does to its whole page is shown on a page of its own only.
      setHost(viewMode === 'story' && isHost(host) ? host : 'plain');
      return html`<lk-session .session=${loaded.session}>
        <div
          lang=${String(globals.locale)}
          class="stage host-${globals.look} w-${globals.width} font-${globals.font}"
          data-fault=${loaded.scene.fault}
        >
          ${story()}
        </div>
      </lk-session>`;
    },
  ],
};
export default preview;
