import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { browserArgs, chromiumPath } from '../../scripts/browser.mjs';
import { openFirefox } from './engines/firefox.js';
import { openWebKit } from './engines/webkit/browser.js';

/** Which one: Chromium, or the one of $LK_ENGINE. */
export async function openBrowser(): Promise<Browser> {
  if (process.env.LK_ENGINE === 'firefox') return openFirefox();
  if (process.env.LK_ENGINE === 'webkit') return openWebKit();
  return chromium.launch({ executablePath: await chromiumPath(), args: browserArgs });
}

/** A page of its own visitor, and whatever it complained of. */
export async function openPage(
  browser: Browser,
  url: string,
  options: { width?: number; dark?: boolean } = {},
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'ru-RU',
    colorScheme: options.dark ? 'dark' : 'light',
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

/** Text of a widget, with every run of white space as one plain space. */
export async function textOf(page: Page | FrameLocator, tag: string): Promise<string> {
  const text = await page.locator(tag).evaluate((element) => element.shadowRoot?.textContent ?? '');
  return text.replace(/\s+/g, ' ').trim();
}

/** Waits until a widget says this. @throws {Error} with what it says instead */
export async function saysSoon(page: Page | FrameLocator, tag: string, wanted: string | RegExp): Promise<string> {
  const limit = Date.now() + 20_000;
  for (;;) {
    const text = await textOf(page, tag);
    if (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)) return text;
    if (Date.now() > limit) throw new Error(`<${tag}> never said ${String(wanted)}; it says: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Waits until something holds. @throws {Error} that names it */
export async function soon(what: string, holds: () => Promise<boolean>): Promise<void> {
  const limit = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`It never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
