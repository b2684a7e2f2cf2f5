import { whileOnline } from '../api/online.js';
import { pluralRules } from './intl.js';
import { isolated, languageOf, type Language } from './locale.js';
import { formatNumber } from './quantities.js';
import { learn } from './words.js';

/** A text for each plural category of the language, chosen by the parameter `count`. `other` is the one to fall back on. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}
export type Message = string | PluralForms;
/** A message file: `{ total: 'Итого', left: { one: 'Осталась {count} минута', … } }`. */
export type Messages = Readonly<Record<string, Message>>;

/** The same keys as another language's file: `const en: Translation<typeof ru> = {…}`. */
export type Translation<M extends Messages> = { readonly [K in keyof M]: Message };

type Placeholders<S> = string extends S
  ? string
  : S extends `${string}{${infer Name}}${infer Rest}`
    ? Name | Placeholders<Rest>
    : never;
type NamesOf<M> = M extends string ? Placeholders<M> : 'count' | Placeholders<M[keyof M]>;
export type ParamValue = string | number;
/** Parameters of a text; checked by name if the message file is declared `as const`. */
export type Params<M> = { readonly [N in NamesOf<M>]: ParamValue };

type Arguments<M> = { readonly [K in keyof M]: NamesOf<M[K]> extends never ? [] : [Params<M[K]>] };
/** Declared as a method: a translator of more texts then serves where one of fewer is wanted. */
interface Translator<M extends Messages> {
  translate<K extends keyof M & string>(key: K, ...params: Arguments<M>[K]): string;
}
/** Gives the text of a key with its placeholders filled. */
export type Translate<M extends Messages = Messages> = Translator<M>['translate'];

declare global {
  /** Message files by widget, for typed replacements: each widget adds its own, such as `{ bills: typeof ru }`. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface LkMessageCatalog {}
}
type KeysOf<W> = W extends keyof LkMessageCatalog ? `${W}.${keyof LkMessageCatalog[W] & string}` : never;
/** Texts of the host by language and `widget.key`: `{ ru: { 'bills.heading': 'Мои счета' } }`. */
export type Strings = { readonly [L in Language]?: { readonly [K in KeysOf<keyof LkMessageCatalog>]?: Message } };

type Loader = () => Promise<{ default: Messages }>;

/** The message files of a widget, one for each language, loaded when first needed. */
export interface MessageSet<M extends Messages = Messages> {
  readonly widget: string;
  /** The messages if they are here already. */
  peek(language: Language): Messages | null;
  load(language: Language): Promise<Messages>;
  /** Only for the type checker. */
  readonly type?: M;
}

/**
 * Declares the messages of a widget.
 *
 * ```ts
 * export const messages = defineMessages<typeof ru>('bills', {
 *   ru: () => import('./messages/ru.js'),
 *   en: () => import('./messages/en.js'),
 * });
 * ```
 */
export function defineMessages<M extends Messages>(
  widget: string,
  loaders: Readonly<Record<Language, Loader>>,
): MessageSet<M> {
  const loaded = new Map<Language, Messages>();
  const flights = new Map<Language, Promise<Messages>>();
  const fetch = async (language: Language): Promise<Messages> => {
    try {
      const { default: messages } = await whileOnline(loaders[language]);
      loaded.set(language, messages);
      learn(language, messages);
      return messages;
    } finally {
      flights.delete(language);
    }
  };
  return {
    widget,
    peek: (language) => loaded.get(language) ?? null,
    load: async (language) => {
      const here = loaded.get(language);
      if (here) return here;
      const flight = flights.get(language) ?? fetch(language);
      flights.set(language, flight);
      return flight;
    },
  };
}

/**
 * Fills one message: plural form by `count`, then `{placeholders}`. A parameter that is missing stays visible. In a
 * right-to-left language each text put in keeps its own direction: "+7 (495) 000-00-01" would be turned around.
 */
export function format(message: Message, params: Readonly<Record<string, ParamValue>>, locale: string): string {
  return pick(message, params, locale).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(value, locale, 3) : isolated(value, locale);
  });
}

/** A translator over loaded messages; the host's replacements win. */
export function translator<M extends Messages>(
  set: MessageSet<M>,
  loaded: Messages,
  locale: string,
  strings: Strings | undefined,
): Translate<M> {
  const language = languageOf(locale);
  const replaced: Readonly<Record<string, Message | undefined>> = (language && strings?.[language]) ?? {};
  return (key, ...[params]) => format(replaced[`${set.widget}.${key}`] ?? loaded[key] ?? key, params ?? {}, locale);
}

function pick(message: Message, params: Readonly<Record<string, ParamValue>>, locale: string): string {
  if (typeof message === 'string') return message;
  return message[pluralRules(locale, {}).select(Number(params['count'] ?? 0))] ?? message.other;
}
