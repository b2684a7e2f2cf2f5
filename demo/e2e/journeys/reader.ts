/** A subscriber with a screen reader: what live regions have said, in the order in which they said it. */
import { type BrowserContext, type Page } from 'playwright-core';
import { soon } from '../pages.js';

/**
 * Runs in the page before its own scripts. A region that comes with its text already in it is heard only if it is an alert: readers
 * follow the others from the moment they are there. A heading that gets the focus is read out.
 */
function ears(): void {
  const heard: string[] = [];
  Reflect.set(globalThis, 'heard', heard);
  const LIVE = '[role=alert], [role=status], [role=log], [aria-live=polite], [aria-live=assertive]';
  const last = new WeakMap<Element, string>();
  const tell = (region: Element): void => {
    const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text === (last.get(region) ?? '')) return;
    last.set(region, text);
    if (text !== '') heard.push(text);
  };
  const observer = new MutationObserver((records) => {
    const fresh = new Set<Element>();
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const region of [node, ...node.querySelectorAll(LIVE)]) if (region.matches(LIVE)) fresh.add(region);
      }
    for (const region of fresh) {
      if (region.getAttribute('role') === 'alert') tell(region);
      else last.set(region, (region.textContent ?? '').replace(/\s+/g, ' ').trim());
    }
    for (const { target } of records) {
      const from = target instanceof Element ? target : target.parentElement;
      const region = from?.closest(LIVE);
      if (region && !fresh.has(region)) tell(region);
    }
  });
  const follow = (root: Node): void => observer.observe(root, { subtree: true, childList: true, characterData: true });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachShadow(init): ShadowRoot {
    const root = attach.call(this, init);
    follow(root);
    return root;
  };
  follow(document);
  addEventListener('focusin', (event) => {
    const [focused] = event.composedPath();
    if (focused instanceof Element && focused.matches('h1, h2, h3')) heard.push((focused.textContent ?? '').trim());
  });
}

export async function listenTo(context: BrowserContext): Promise<void> {
  // What compiles the tests wraps named functions into a call of this helper, also in what is sent to the page.
  await context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await context.addInitScript(ears);
}

/** All that was said so far. */
export const said = (page: Page): Promise<readonly string[]> => page.evaluate(() => Reflect.get(globalThis, 'heard'));

/** Waits until a live region says this. @throws {Error} with what was said instead */
export async function hears(page: Page, wanted: string | RegExp): Promise<void> {
  const is = (text: string) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
  let all: readonly string[] = [];
  await soon(`a live region that says ${String(wanted)}`, async () => (all = await said(page)).some(is)).catch(
    (reason: unknown) => {
      throw new Error(`${String(reason)}; heard: ${JSON.stringify(all, null, 1)}`);
    },
  );
}
