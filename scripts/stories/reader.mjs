/**
 * One reader of the stories: a page with its language, theme and width, that goes from story to story as a click in the sidebar does,
 * so that a world is played once for all its stories.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { faces } from './bars.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The clock of the page stands still: "updated at" is the same in every picture. */
const NOW = '2026-11-24T06:00:00Z';
/** The first story waits for the code and its world, which on a busy computer takes a minute; no other needs a fraction of it. */
const STORY_MS = 300_000;
const REST_MS = 30_000;

/** A story is a part of a page: what concerns whole pages does not concern it. */
const OF_PAGES = ['region', 'page-has-heading-one', 'landmark-one-main', 'html-has-lang', 'document-title', 'bypass'];
/** What a story about a failing backend prints, by nature. */
const EXPECTED = /Failed to load resource|Lit is in dev mode/;

export class Reader {
  #page;
  #complaints = [];
  /** Requests that are on their way, save those that by nature never end. */
  #waiting = new Set();
  #hanging = false;

  /** @param options `{ name, globals, width, height, language }` */
  constructor(browser, address, options) {
    this.browser = browser;
    this.address = address;
    this.options = options;
  }

  get name() {
    return this.options.name;
  }
  get page() {
    return this.#page;
  }

  async #open(story) {
    const { globals, width, height, language } = this.options;
    const context = await this.browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: 1,
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Moscow',
      locale: language,
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    await page.addInitScript({ content: axe });
    await page.addInitScript(inPage);
    await page.addInitScript(sameAlways, faces());
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) this.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#complaints.push(error.message));
    page.on('request', (request) => this.#waiting.add(request));
    page.on('requestfinished', (request) => this.#waiting.delete(request));
    page.on('requestfailed', (request) => this.#waiting.delete(request));
    // A refusal whose body nobody reads never finishes.
    page.on('response', (response) => response.ok() || this.#waiting.delete(response.request()));
    // axe runs here, when the data have come; the add-on's own run would meet skeletons.
    const all = Object.entries({ ...globals, font: 'bars', 'a11y.manual': '!true' });
    const query = all.map(([key, value]) => `${key}:${value}`).join(';');
    await page.goto(`${this.address}/iframe.html?viewMode=story&id=${story}&globals=${query}`, { waitUntil: 'commit' });
    this.#page = page;
  }

  /** Shows a story and waits until it is at rest. @returns {Promise<string[]>} What is wrong with it. */
  async visit(story) {
    this.#complaints = [];
    try {
      if (!this.#page) await this.#open(story);
      const { status, fault } = await this.#page.evaluate(
        ([id, limit]) => globalThis.lkStories.show(id, limit),
        [story, STORY_MS],
      );
      this.#hanging = fault === 'never' || fault === 'slow';
      await this.rest();
      const problems = status === 'error' ? ['The story failed.'] : [];
      problems.push(...(await this.#page.evaluate((rules) => globalThis.lkStories.examine(rules), OF_PAGES)));
      return [...new Set([...problems, ...this.#complaints])];
    } catch (error) {
      // A page that was lost in one story is no use to the next one.
      await this.close();
      return [...new Set([error.message.split('\n')[0], ...this.#complaints])];
    }
  }

  /** Until no request is on its way, no element waits for data or for its next update, for some frames on end. */
  async rest() {
    const end = Date.now() + REST_MS;
    for (;;) {
      await this.#page.evaluate(
        ([hanging, limit]) => globalThis.lkStories.still(hanging, limit),
        [this.#hanging, REST_MS],
      );
      if (![...this.#waiting].some((request) => this.#counts(request.url()))) return;
      if (Date.now() > end) throw new Error(`Still asking after ${REST_MS / 1000} s: ${this.#pending()}`);
    }
  }

  #counts(url) {
    const { pathname } = new URL(url);
    return !pathname.endsWith('/events') && !(this.#hanging && pathname.includes('/backend/'));
  }

  #pending = () =>
    [...this.#waiting]
      .map((request) => request.url())
      .filter((url) => this.#counts(url))
      .join(', ');

  async close() {
    const page = this.#page;
    this.#page = undefined;
    this.#waiting.clear();
    await page?.context().close();
  }
}

/** Runs in the page, before anything else: letters and made-up names look the same on every computer. @param faces - See bars.mjs. */
function sameAlways(faces) {
  for (const { weight, data } of faces) {
    const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
    document.fonts.add(new FontFace('Bars', bytes, { weight }));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('.stage.font-bars { --lk-font: Bars; font-family: Bars; }');
  document.adoptedStyleSheets.push(sheet);
  let ids = 0;
  crypto.randomUUID = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`;
}

/** Runs in the page, before anything else. */
function inPage() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const FRAMES = 5;

  const channel = () => globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  const finished = (story) => {
    const last = channel()?.last('storyFinished')?.[0];
    return last?.storyId === story ? last.status : null;
  };

  /** Elements of ours, in the stage and in each other. */
  function* ours(root) {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName.startsWith('lk-')) yield element;
      if (element.shadowRoot) yield* ours(element.shadowRoot);
    }
  }
  const stage = () => document.querySelector('#storybook-root .stage');
  const skeletons = () => [...ours(stage())].flatMap((one) => [...(one.shadowRoot?.querySelectorAll('.sk') ?? [])]);

  function busy(hanging) {
    const all = [...ours(stage())];
    const updating = all.filter((one) => one.isUpdatePending);
    if (hanging) {
      const shown = skeletons();
      const late = shown.length > 0 && !shown.some((one) => getComputedStyle(one).visibility === 'visible');
      return late ? all : updating;
    }
    return [...updating, ...all.filter((one) => one.status === 'pending' || one.status === 'refreshing')];
  }

  globalThis.lkStories = {
    async show(story, limit) {
      const end = performance.now() + limit;
      let asked = false;
      while (finished(story) === null) {
        if (performance.now() > end) throw new Error(`The story did not finish in ${limit / 1000} s.`);
        // The first story comes with the page; others are asked for when the one before has finished.
        if (!asked && channel()?.last('storyFinished')) {
          channel().emit('setCurrentStory', { storyId: story, viewMode: 'story' });
          asked = true;
        }
        await frame();
      }
      return { status: finished(story), fault: stage()?.dataset.fault };
    },

    async still(hanging, limit) {
      const end = performance.now() + limit;
      await document.fonts.ready;
      for (let frames = 0; frames < FRAMES; frames += 1) {
        await frame();
        if (!stage()) return;
        const waiting = busy(hanging);
        if (waiting.length === 0) continue;
        frames = -1;
        if (performance.now() > end)
          throw new Error(`Still waiting for data: ${waiting.map(({ localName }) => localName).join(', ')}.`);
      }
    },

    async examine(disabled) {
      const problems = [];
      if (!stage()) return ['Nothing is shown.'];
      const unknown = [...stage().querySelectorAll(':not(:defined)')].map(({ localName }) => localName);
      if (unknown.length > 0) problems.push(`Not registered: ${unknown.join(', ')}.`);
      const { violations } = await globalThis.axe.run(document.querySelector('#storybook-root'), {
        rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
      });
      for (const { id, nodes } of violations) {
        const where = nodes.map(
          ({ target, failureSummary }) => `${target.flat().join(' ')} (${failureSummary?.split('\n')[1]?.trim()})`,
        );
        problems.push(`${id}: ${where.slice(0, 3).join('; ')}`);
      }
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) problems.push(`Leaves ${clientWidth} px by ${scrollWidth - clientWidth} px.`);
      return problems;
    },
  };
}
