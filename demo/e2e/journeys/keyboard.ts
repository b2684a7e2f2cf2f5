/** A subscriber without a mouse: everything is reached by Tab and done by keys. */
import type { Locator, Page } from 'playwright-core';
import { soon } from '../pages.js';

const FAR = 200;

/** Whether an element, in whatever shadow, has the focus. */
const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === element;
  });

/** Whether an element stands before what has the focus, in the order in which Tab goes. */
const isBehind = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => {
    const path = (node: Element | null): Element[] => {
      const way: Element[] = [];
      for (let at: Node | null = node; at;) {
        if (at instanceof Element) way.unshift(at);
        at = at instanceof ShadowRoot ? at.host : at.parentNode;
      }
      return way;
    };
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    const [wanted, from] = [path(element), path(active)];
    const fork = wanted.findIndex((node, index) => node !== from[index]);
    const [one, other] = [wanted[fork], from[fork]];
    if (!one || !other) return false;
    return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });

/** Goes to an element by Tab. @throws {Error} if Tab does not lead there */
export async function reach(locator: Locator): Promise<void> {
  const page = locator.page();
  await locator.waitFor({ state: 'attached' });
  const key = (await isBehind(locator)) ? 'Shift+Tab' : 'Tab';
  for (let step = 0; step < FAR; step += 1) {
    if (await isFocused(locator)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${String(locator)}`);
}

/** Presses a button or a link. */
export async function press(locator: Locator, key = 'Enter'): Promise<void> {
  await reach(locator);
  await locator.page().keyboard.press(key);
}

/** Types into a field over what stands in it. */
export async function type(locator: Locator, text: string): Promise<void> {
  await reach(locator);
  await locator.page().keyboard.press('ControlOrMeta+A');
  await locator.page().keyboard.type(text);
}

/** Chooses a radio button by the arrows, from whichever of its group Tab comes to. */
export async function choose(locator: Locator): Promise<void> {
  const page = locator.page();
  await locator.waitFor({ state: 'attached' });
  const name = (await locator.getAttribute('name')) ?? '';
  const inGroup = () =>
    page.evaluate((wanted) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active instanceof HTMLInputElement && active.type === 'radio' && active.name === wanted;
    }, name);
  const key = (await isBehind(locator)) ? 'Shift+Tab' : 'Tab';
  for (let step = 0; step < FAR && !(await inGroup()); step += 1) await page.keyboard.press(key);
  for (let step = 0; step < 20; step += 1) {
    if ((await isFocused(locator)) && (await locator.isChecked())) return;
    await page.keyboard.press((await isFocused(locator)) ? 'Space' : 'ArrowDown');
  }
  throw new Error(`Arrows do not lead to ${String(locator)}`);
}

/** Chooses of a list by the arrows. @param value - Of the option. */
export async function select(locator: Locator, value: string): Promise<void> {
  await reach(locator);
  const page = locator.page();
  await page.keyboard.press('Home');
  for (let step = 0; step < 50; step += 1) {
    if ((await locator.inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`${value} is not to be chosen in ${String(locator)}`);
}

/** Chooses a file in the dialog that a key opens. */
export async function pickFile(
  locator: Locator,
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const page = locator.page();
  await reach(locator);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles(file);
}

/** Waits until an element has the focus by itself. */
export const getsFocus = (locator: Locator): Promise<void> =>
  soon(`the focus on ${String(locator)}`, async () => (await locator.count()) === 1 && (await isFocused(locator)));

/** The element of this tag on the page, wherever it is nested. */
export const inside = (page: Page, tag: string): Locator => page.locator(tag);
