import type { Message, Messages } from './messages.js';

const LETTERS: Readonly<Record<string, string>> = {
  a: 'ȧ',
  e: 'ḗ',
  i: 'ī',
  o: 'ǿ',
  u: 'ŭ',
  A: 'Ȧ',
  E: 'Ḗ',
  O: 'Ǿ',
  c: 'ƈ',
  n: 'ƞ',
  s: 'ş',
  t: 'ŧ',
  а: 'ӓ',
  е: 'ё',
  о: 'ӧ',
  и: 'ӣ',
  у: 'ӳ',
  А: 'Ӓ',
  О: 'Ӧ',
  И: 'Ӣ',
  У: 'Ӳ',
  э: 'ӭ',
  ж: 'ӂ',
  з: 'ӟ',
};

/**
 * Texts a third longer and with accents, in brackets: shows at a glance what is cut off, put together from pieces, or
 * not taken from a message file. Placeholders stay.
 */
export function pseudo<M extends Messages>(messages: M): Messages {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, twist(message)]));
}

function twist(message: Message): Message {
  if (typeof message === 'string') return twistText(message);
  return { other: twistText(message.other), ...mapValues(message) };
}

function mapValues(forms: object): Record<string, string> {
  return Object.fromEntries(Object.entries(forms).map(([name, text]) => [name, twistText(String(text))]));
}

function twistText(text: string): string {
  const accented = text.replace(/\{\w+\}|\p{L}/gu, (part) => LETTERS[part] ?? part);
  return `[${accented}${'·'.repeat(Math.ceil(text.length / 3))}]`;
}
