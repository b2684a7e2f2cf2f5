/** Languages the widgets speak. A language is added here and by a message file in each widget. */
export const languages = ['ru', 'en', 'kk', 'de', 'hu', 'ar'] as const;
export type Language = (typeof languages)[number];

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur']);

/** Language of a BCP 47 tag if the widgets speak it: `en-GB` → `en`. `null` for everything else, also for nonsense. */
export function languageOf(tag: string | null | undefined): Language | null {
  const wanted = tag?.trim().toLowerCase();
  return languages.find((language) => wanted?.startsWith(language) && '-_'.includes(wanted.charAt(2))) ?? null;
}

/** The tag as `Intl` takes it, or `null` if it is none or in a language the widgets do not speak. */
export function usableLocale(tag: string | null | undefined): string | null {
  if (!tag || languageOf(tag) === null) return null;
  // The usual case does without `Intl`, whose first use takes a millisecond.
  if (tag === languageOf(tag)) return tag;
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** The visitor's own language, or Russian. */
export function systemLocale(): string {
  return navigator.languages.map(usableLocale).find((tag) => tag !== null) ?? 'ru';
}

/** Element → session → nearest `lang` → the visitor's own → Russian: the first that the widgets speak. */
export function resolveLocale(...wanted: readonly (string | null | undefined)[]): string {
  return wanted.map(usableLocale).find((tag) => tag !== null) ?? systemLocale();
}

/** The nearest `lang`, also over the borders of shadow roots, starting at the parent. */
export function nearestLang(element: Element): string | null {
  for (let node = parentOf(element); node !== null; node = parentOf(node)) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return null;
}

/** Parent in the flat tree: the slot, the parent or the host of the shadow root. */
export function parentOf(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';
}

/** A text that keeps its own direction among words of the other one; as it is in a left-to-right language. */
export const isolated = (text: string, locale: string): string =>
  directionOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text;

const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

/** Calls back when a `lang` or `dir` of the page changes; one observer for all elements. @returns Ends it. */
export function onPageLanguage(listener: () => void): () => void {
  listeners.add(listener);
  if (observer === null) {
    observer = new MutationObserver(() => {
      for (const one of [...listeners]) one();
    });
    observer.observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = null;
  };
}
