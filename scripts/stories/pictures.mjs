/**
 * Pictures of stories, compared with those in stories/pictures. They are the same on every computer because nothing of the computer is
 * in them: the browser comes from a package of the lockfile, the font too, the clock stands still, nothing moves.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { cacheDir, root } from '../bootstrap.mjs';

const folder = join(root, 'stories', 'pictures');
const found = join(cacheDir, 'pictures');

/** Colour distance of one pixel, 0…1, that nobody sees: what processors round differently when they blend edges. */
const UNSEEN = 0.1;
/** Pixels that may differ more than that, of a picture: a glyph's edge. A moved word or a changed icon is hundreds. */
const ALLOWED = 40;

/** Pictures of a story that are not taken, with the reason. Short on purpose: an exception needs one. */
const EXCEPTIONS = {};

/** Rows of a picture that are kept, px: below them the same parts repeat. */
const HEIGHT = 1000;
/** Levels of a colour channel that are kept: what edges of glyphs blend into costs most of a file and shows nothing. */
const LEVELS = 16;

/**
 * How each reader sees a story: names of pictures, and what is changed on the page for one. Light and right to left stand for themselves;
 * dark and 320 px are one picture, for what goes wrong in one of them is seen in it as well.
 */
export const VIEWS = {
  'ru light wide': {
    light: () => undefined,
    forced: (page) => page.emulateMedia({ forcedColors: 'active' }),
    rtl: (page) => page.evaluate(() => void (document.documentElement.dir = 'rtl')),
  },
  'en dark 320': { 'dark-320': () => undefined },
};
const restore = async (page) => {
  await page.emulateMedia({ forcedColors: 'none' });
  await page.evaluate(() => void (document.documentElement.dir = 'ltr'));
};

export class Pictures {
  #taken = new Set();

  /** @param update The pictures are written, not compared. */
  constructor(update) {
    this.update = update;
    rmSync(found, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** @returns {Promise<string[]>} Where a story no longer looks as it did. */
  async take(reader, story) {
    const problems = [];
    for (const [view, change] of Object.entries(VIEWS[reader.name])) {
      const name = `${story}.${view}`;
      if (name in EXCEPTIONS) continue;
      await change(reader.page);
      await reader.rest();
      const shot = await reader.page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' });
      const problem = this.#compare(name, plain(shot));
      if (problem) problems.push(problem);
      await restore(reader.page);
    }
    return problems;
  }

  #compare(name, now) {
    const file = join(folder, `${name}.png`);
    this.#taken.add(`${name}.png`);
    if (this.update) {
      writeFileSync(file, written(now));
      return null;
    }
    if (!existsSync(file)) return `There is no picture ${name}: look at the story and make one with --update.`;
    const before = PNG.sync.read(readFileSync(file));
    if (before.width !== now.width || before.height !== now.height) {
      this.#keep(name, now);
      return `${name} was ${before.width} × ${before.height} and is ${now.width} × ${now.height}.`;
    }
    const diff = new PNG({ width: now.width, height: now.height });
    const changed = pixelmatch(before.data, now.data, diff.data, now.width, now.height, { threshold: UNSEEN });
    if (changed <= ALLOWED) return null;
    this.#keep(name, now, diff);
    return `${name} differs in ${changed} pixels.`;
  }

  /** What was found, and where it differs, to look at. */
  #keep(name, now, diff) {
    mkdirSync(found, { recursive: true });
    writeFileSync(join(found, `${name}.png`), written(now));
    if (diff) writeFileSync(join(found, `${name}.diff.png`), written(diff));
  }

  /** Pictures of stories that are no more. @returns {string[]} */
  leftovers() {
    const old = readdirSync(folder).filter((file) => file.endsWith('.png') && !this.#taken.has(file));
    if (!this.update) return old.map((file) => `stories/pictures/${file} is of no story.`);
    for (const file of old) rmSync(join(folder, file));
    return [];
  }
}

const written = (picture) => PNG.sync.write(picture, { deflateLevel: 9, colorType: 2 });

/** The upper part of a screenshot in few colours. */
function plain(shot) {
  const { width, height, data } = PNG.sync.read(shot);
  const picture = new PNG({ width, height: Math.min(height, HEIGHT) });
  const step = 255 / (LEVELS - 1);
  picture.data.set(data.subarray(0, picture.data.length).map((value) => Math.round(Math.round(value / step) * step)));
  return picture;
}
