/**
 * Pictures of stories, compared with those in stories/pictures. They are the same on every computer because nothing of the computer is
 * in them: the browser comes from a package of the lockfile, letters are bars (bars.mjs), the clock stands still, nothing moves.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { PNG } from 'pngjs';
import { cacheDir, root } from '../bootstrap.mjs';
import { decode, encode } from './png.mjs';

const folder = join(root, 'stories', 'pictures');
const maker = join(folder, 'browser.txt');
const found = join(cacheDir, 'pictures');

/** Of 255 levels of a colour channel, what nobody sees: files round by 4 (png.mjs), processors blend edges by one more or less. */
const UNSEEN = 6;
/** Pixels of a picture that may differ more than that. What moves by a pixel is more. */
const ALLOWED = 8;

/** Stories, or views of one (`ID.VIEW`), of which no picture is taken, with the reason. Short on purpose: an exception needs one. */
const EXCEPTIONS = {
  'widgets-sip--password': 'The password is another one each time, of another width.',
  'widgets-top-up--sbp': 'The code to scan holds the address of this very payment.',
};

/**
 * How each reader sees a story: names of pictures, and what is changed on the page for one. Light, forced colours and right to left
 * stand for themselves; dark and 320 px are one picture, for what goes wrong in one of them is seen in it as well.
 */
const VIEWS = {
  'ru light wide': {
    light: () => undefined,
    forced: (page) => page.emulateMedia({ forcedColors: 'active' }),
    rtl: async (page) => {
      await page.emulateMedia({ forcedColors: 'none' });
      await page.evaluate(() => void (document.documentElement.dir = 'rtl'));
    },
  },
  'en dark 320': { 'dark-320': () => undefined },
};
const VIEW_NAMES = Object.values(VIEWS).flatMap((views) => Object.keys(views));
const restore = (page) => page.evaluate(() => void (document.documentElement.dir = 'ltr'));

/** In the page: a field that cannot be written in has no caret; its colour would not do, for forced colours replace that too. */
function hideCaret() {
  let field = document.activeElement;
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement;
  if (field && 'readOnly' in field) field.readOnly = true;
}

const isException = (story, view) => story in EXCEPTIONS || `${story}.${view}` in EXCEPTIONS;
const pathOf = (story, view) => join(folder, story.replace('--', '/')) + `.${view}.png`;
const nameOf = (file) => relative(folder, file);

export class Pictures {
  #changed = 0;

  /**
   * @param {boolean} update The pictures are written, not compared.
   * @param {string} version Of the browser: another one draws other edges.
   */
  constructor(update, version) {
    this.update = update;
    this.version = version;
    rmSync(found, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** @returns {string | null} Why no picture can be compared. */
  unlike() {
    const made = existsSync(maker) ? readFileSync(maker, 'utf8').trim() : '';
    if (this.update || made === this.version) return null;
    return made
      ? `The pictures are of Chromium ${made}, this is ${this.version}: make them anew by npm run test:stories -- --update`
      : 'There are no pictures in stories/pictures: make them by npm run test:stories -- --update';
  }

  /** @returns {Promise<string[]>} Where a story no longer looks as it did. */
  async take(reader, story) {
    const problems = [];
    await reader.page.evaluate(hideCaret);
    for (const [view, change] of Object.entries(VIEWS[reader.name])) {
      if (isException(story, view)) continue;
      await change(reader.page);
      await reader.rest();
      const shot = await reader.page.screenshot({ animations: 'disabled', caret: 'initial' });
      const problem = this.#compare(pathOf(story, view), PNG.sync.read(shot));
      if (problem) problems.push(problem);
    }
    await restore(reader.page);
    return problems;
  }

  #compare(file, now) {
    const was = existsSync(file) ? decode(readFileSync(file)) : null;
    if (was?.data.equals(now.data)) return null;
    const difference = was && compare(was, now);
    // What shows the same stays as it is, also when pictures are made anew.
    if (difference && difference.changed <= ALLOWED) return null;
    if (this.update) {
      save(file, now);
      return null;
    }
    if (!was) return `There is no picture ${nameOf(file)}: look at the story and make one with --update.`;
    this.#changed += 1;
    const name = join(found, nameOf(file).replace(/\.png$/, ''));
    save(`${name}.was.png`, was);
    save(`${name}.is.png`, now);
    if (!difference) return `${nameOf(file)} was ${was.width} × ${was.height} and is ${now.width} × ${now.height}.`;
    save(`${name}.difference.png`, difference.picture);
    return `${nameOf(file)} differs in ${difference.changed} pixels.`;
  }

  /**
   * What is to be said at the end.
   *
   * @param {string[] | null} stories - Ids of all there are; `null` if only some were visited.
   * @returns {string[]} Problems.
   */
  finish(stories) {
    if (this.#changed > 0) {
      console.log(
        `${this.#changed} pictures changed; what was, what is and the difference: ${relative(root, found)}/.\n` +
          'If the change is meant, look at them, then: npm run test:stories -- --update',
      );
    }
    if (!stories) return [];
    const wanted = new Set(
      stories.flatMap((story) =>
        VIEW_NAMES.filter((view) => !isException(story, view)).map((view) => pathOf(story, view)),
      ),
    );
    const old = filesOf(folder).filter((file) => file.endsWith('.png') && !wanted.has(file));
    if (!this.update) return old.map((file) => `stories/pictures/${nameOf(file)} is of no story.`);
    writeFileSync(maker, `${this.version}\n`);
    for (const file of old) rmSync(file);
    return [];
  }
}

/** Where two pictures differ: red, on what is, faded. `null` if their sizes do. */
function compare(was, now) {
  if (was.width !== now.width || was.height !== now.height) return null;
  const picture = new PNG({ width: now.width, height: now.height });
  let changed = 0;
  for (let at = 0; at < now.data.length; at += 4) {
    const isSame = [at, at + 1, at + 2].every((channel) => Math.abs(was.data[channel] - now.data[channel]) <= UNSEEN);
    if (!isSame) changed += 1;
    const faded = 255 - (255 - now.data[at + 1]) / 3;
    picture.data.set(isSame ? [faded, faded, faded, 255] : [255, 0, 0, 255], at);
  }
  return { changed, picture };
}

const filesOf = (path) =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

function save(file, picture) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, encode(picture));
}
