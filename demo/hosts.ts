/** Pages that show the widgets in other hosts: made by frameworks, in a sandbox, without a build, and pages that are hostile. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { send, sendFile } from './http.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url)).replace(/[\\/]$/, '');
const BUILT = here('../.cache/hosts/site/');
const TORTURE = here('./torture/');

/** Pages of `scripts/hosts.mjs`, each with what its policy must allow besides the page's own files. */
const PAGES: Readonly<Record<string, string>> = {
  plain: "require-trusted-types-for 'script'; trusted-types lit-html",
  react: "require-trusted-types-for 'script'; trusted-types lit-html",
  vue: "require-trusted-types-for 'script'; trusted-types lit-html vue",
  'two-versions': "require-trusted-types-for 'script'; trusted-types lit-html 'allow-duplicates'",
  iframe: "frame-src 'self'",
  packed: '',
};

/** What is odd about each page under `/torture/`: its sheet, and these attributes of its root. */
const TORTURES: Readonly<Record<string, string>> = {
  calm: 'lang="ru"',
  rem: 'lang="ru"',
  unset: 'lang="ru"',
  shout: 'lang="ru"',
  rtl: 'lang="he" dir="rtl"',
  war: 'lang="ru"',
  old: 'lang="ru"',
};
/** Pages that say no type of document, as pages of the nineties do: a browser then has rules of its own for tables and lines. */
const WITHOUT_DOCTYPE = ['old'];

const policyOf = (self: string, more: string) =>
  `default-src 'none'; script-src ${self}; style-src ${self}; connect-src ${self}; img-src ${self} blob: data:; ${more}`;

/**
 * Answers for the pages of other hosts.
 *
 * @param address - Of the page; `host` as the browser names it.
 * @param policy - The strict one, for pages that are hostile in another way.
 * @returns `false` if the address is none of theirs.
 */
export async function sendHostPage(
  response: ServerResponse,
  { pathname, host = '' }: { readonly pathname: string; readonly host: string | undefined },
  policy: string,
): Promise<boolean> {
  const [, name = '', ...rest] = pathname.split('/');
  const file = rest.join('/');
  const odd = name === 'torture' && Object.hasOwn(TORTURES, file) ? TORTURES[file] : undefined;
  if (odd !== undefined) {
    const page = (await readFile(`${TORTURE}/index.html`, 'utf8'))
      .replaceAll('{{host}}', file)
      .replace('{{html}}', odd)
      .replace(WITHOUT_DOCTYPE.includes(file) ? '<!doctype html>' : '', '');
    send(response, 200, page, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy });
    return true;
  }
  if (name === 'torture') return sendFile(response, TORTURE, file);
  if (!Object.hasOwn(PAGES, name)) return false;
  const index = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  // A sandboxed frame is of nobody's origin: what it loads it loads from elsewhere.
  // For Safari nothing is its own there.
  const self = name === 'iframe' && /^[\w.:[\]-]+$/.test(host) ? `'self' http://${host}` : "'self'";
  const headers = {
    'Access-Control-Allow-Origin': '*',
    ...(index.endsWith('.html') ? { 'Content-Security-Policy': policyOf(self, PAGES[name] ?? '') } : {}),
  };
  if (await sendFile(response, BUILT, `${name}/${index}`, headers)) return true;
  send(response, 404, 'There is no such page; `npm run demo:hosts` builds those of other hosts.');
  return true;
}
