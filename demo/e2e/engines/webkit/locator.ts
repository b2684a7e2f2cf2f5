import type { Locator } from 'playwright-core';
import { inWords, type Step, wordsOf } from './locate.js';
import { idOf, type Reference, type WebKitPage } from './page.js';
import { partly, until } from './partly.js';

export interface Exact {
  readonly exact?: boolean;
}
export interface Named extends Exact {
  readonly name?: string | RegExp;
}
type Waited = 'attached' | 'detached' | 'visible' | 'hidden';

/** What steps lead to on a page, looked for anew by each call; it waits until there is one. */
export class WebKitLocator {
  constructor(
    private readonly owner: WebKitPage,
    private readonly steps: readonly Step[],
  ) {}

  page = () => this.owner.asPlaywright;
  toString = (): string => inWords(this.steps);

  locator = (css: string): Locator => this.#and({ by: 'css', css });
  getByRole = (role: string, { name, exact }: Named = {}): Locator =>
    this.#and({ by: 'role', role, name: name === undefined ? null : wordsOf(name, exact) });
  getByLabel = (text: string | RegExp, { exact }: Exact = {}): Locator =>
    this.#and({ by: 'label', text: wordsOf(text, exact) });
  getByText = (text: string | RegExp, { exact }: Exact = {}): Locator =>
    this.#and({ by: 'text', text: wordsOf(text, exact) });
  filter = ({ hasText }: { hasText: string | RegExp }): Locator => this.#and({ by: 'filter', text: wordsOf(hasText) });
  first = (): Locator => this.#and({ by: 'nth', nth: 0 });

  count = (): Promise<number> => this.owner.run((found) => found.length, this.steps, null);
  allTextContents = (): Promise<string[]> =>
    this.owner.run((found) => found.map((one) => one.textContent ?? ''), this.steps, null);
  evaluateAll = <A, R>(work: (found: Element[], argument: A) => R, argument: A): Promise<Awaited<R>> =>
    this.owner.run(work, this.steps, argument);
  isVisible = (): Promise<boolean> =>
    this.owner.run((found) => found[0]?.checkVisibility({ visibilityProperty: true }) ?? false, this.steps, null);

  evaluate = <A, R>(work: (element: Element, argument: A) => R, argument?: A): Promise<Awaited<R>> =>
    this.owner.runOnOne(work, this.steps, argument);
  getAttribute = (name: string): Promise<string | null> =>
    this.evaluate((element, wanted) => element.getAttribute(wanted), name);
  inputValue = (): Promise<string> => this.evaluate((element) => String(Reflect.get(element, 'value')));
  isChecked = (): Promise<boolean> => this.evaluate((element) => Reflect.get(element, 'checked') === true);
  textContent = (): Promise<string | null> => this.evaluate((element) => element.textContent);
  innerText = (): Promise<string> => this.evaluate((element) => String(Reflect.get(element, 'innerText')));

  waitFor = async ({ state = 'visible' }: { state?: Waited } = {}): Promise<void> => {
    if (state === 'attached') return this.evaluate(() => undefined);
    await until(`${this.toString()} ${state}`, async () => {
      if (state === 'detached') return (await this.count()) === 0;
      return (await this.isVisible()) === (state === 'visible');
    });
  };

  /** A press of the mouse on its middle, when nothing lies over it. */
  click = (): Promise<void> => this.#drive('click', {});

  fill = async (text: string): Promise<void> => {
    await this.#drive('clear', {});
    await this.#drive('value', { text });
  };

  selectOption = (value: string): Promise<void> =>
    this.evaluate((element, wanted) => {
      Reflect.set(element, 'value', wanted);
      for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }, value);

  #and(step: Step): Locator {
    return partly<Locator>(new WebKitLocator(this.owner, [...this.steps, step]), 'locator');
  }

  /** What a person does, again until it is done: what moves or is covered now may be free in a moment. */
  async #drive(action: string, body: object): Promise<void> {
    await until(`${action} ${this.toString()}`, async () => {
      const id = idOf((await this.evaluate(atRest)) as unknown as Reference);
      await this.owner.driven(({ driver }, path) => driver.ask('POST', `${path}/element/${id}/${action}`, body));
      return true;
    });
  }
}

/** Runs in the page: an element in view, when it has stood where it is for two frames; the driver presses where it was. */
async function atRest(element: Element): Promise<Element> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  let last = '';
  for (let still = 0; still < 2;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const { x, y, width, height } = element.getBoundingClientRect();
    const place = [x, y, width, height].join();
    still = place === last ? still + 1 : 0;
    last = place;
  }
  return element;
}
