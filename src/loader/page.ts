import { defineElement } from '../core/registry/define.js';
import { init, lk } from '../core/session/lk.js';
import type { LkSession, SessionOptions } from '../core/session/types.js';
import type { Language } from '../i18n/locale.js';
import type { LkElement } from '../ui/element.js';
import { tokenFrom } from '../widgets/session/token-endpoint.js';
import type { PageConfig } from './config.js';

/** See `lk.diagnose`. */
export const { diagnose } = lk;

/** Opens the page's session; this module comes with the first widget, not with the loader. */
export function open({ tokenUrl, fetchToken, theme, ...rest }: PageConfig): LkSession {
  const address = new URL(tokenUrl ?? '', document.baseURI).href;
  const options: SessionOptions = {
    ...rest,
    fetchToken: fetchToken ?? ((request) => tokenFrom(address, rest.account, request)),
  };
  if (theme) options.appearance = { ...options.appearance, theme };
  return init(options);
}

/** Longest wait for texts that were asked for together with their element, milliseconds; then it shows its skeleton without them. */
const PATIENCE = 500;

/** Registers the element of a module, if there is one, when its texts are here too: it is then drawn once instead of twice. */
export async function define(tag: string, module: unknown, language: Language): Promise<void> {
  const element = Object.values(Object(module)).find(isElement);
  if (!element) return;
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([element.messages?.load(language), late]).catch(() => undefined);
  defineElement(tag, element);
}

const isElement = (value: unknown): value is CustomElementConstructor & Partial<Pick<typeof LkElement, 'messages'>> =>
  typeof value === 'function' && value.prototype instanceof HTMLElement;
