/**
 * Message files of all languages against the Russian ones, which are the measure: the same keys and placeholders, the
 * plural forms of the language, its own letters, and no text that nothing shows.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { languages } from '../src/i18n/locale.ts';
import { root } from './bootstrap.mjs';
import { filesUnder } from './files.mjs';

/**
 * Keys that are put together from data, where the program never has them as a whole; by folder. Values of the API
 * (`t(bill.state)`) and templates (`t(`kind.${kind}`)`) are found without this list.
 */
const DYNAMIC = {};

/** Words that are right though they are the same as the English ones; abbreviations in capitals are, always. */
const SAME_EVERYWHERE =
  /^(eSIM|App|Server|Internet|Option|Bonus|Name|Status|Login|Port|Port Transport|Transport|Bank|Online|Offline|Standard|Bronze|Gold|Admin|Mail|mail|minus|Parameter)$/;

const folders = filesUnder(['src'], '/ru.ts'.slice(1))
  .map(dirname)
  .filter((folder) => /\/(messages|errors)$/.test(folder));
const load = async (folder, language) =>
  (await import(pathToFileURL(join(root, folder, `${language}.ts`)).href)).default;
const source = (file) => readFileSync(join(root, file), 'utf8');

/** What stands in the file itself: inherited texts are judged where they are written. */
const ownOf = async (folder, language) => {
  const written = new Set([...source(`${folder}/ru.ts`).matchAll(/^ {2}'?([\w.-]+)'?:/gm)].map(([, key]) => key));
  return Object.entries(await load(folder, language)).filter(([key]) => written.has(key));
};
const formsOf = (message) => (typeof message === 'string' ? [message] : Object.values(message));
const placeholdersOf = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const wordsOf = (text) => text.replace(/\{\w+\}/g, '').match(/\p{L}{2,}/gu) ?? [];

describe('languages', () => {
  it('are the six of the product', () => expect(languages).to.deep.equal(['ru', 'en', 'kk', 'de', 'hu', 'ar']));

  for (const folder of folders) {
    describe(folder, () => {
      for (const language of languages) {
        it(`has every text in ${language}, and no other`, async () => {
          const [ru, here] = [await load(folder, 'ru'), await load(folder, language)];
          const missing = Object.keys(ru).filter((key) => !Object.hasOwn(here, key));
          const surplus = Object.keys(here).filter((key) => !Object.hasOwn(ru, key));
          expect(missing.join(', '), `missing in ${language}.ts`).to.equal('');
          expect(surplus.join(', '), `not in ru.ts`).to.equal('');
        });

        it(`leaves the words of dates and units in ${language} as they are: every widget of the page writes with them`, async () => {
          const [here, words] = [await load(folder, language), await load('src/i18n/words', language)];
          const changed = Object.keys(words).filter((key) => Object.hasOwn(here, key) && here[key] !== words[key]);
          expect(changed.join(', ')).to.equal('');
        });

        it(`keeps placeholders, plural forms and spaces in ${language}`, async () => {
          const ru = await load(folder, 'ru');
          const categories = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
          const wrong = [];
          for (const [key, message] of await ownOf(folder, language)) {
            const wanted = new Set(formsOf(ru[key] ?? '').flatMap(placeholdersOf));
            const kept = (text) => {
              const found = new Set(placeholdersOf(text));
              // "Two numbers" may be one word, without the count.
              return (
                [...wanted].every((name) => name === 'count' || found.has(name)) &&
                [...found].every((name) => wanted.has(name) || (name === 'count' && typeof message === 'object'))
              );
            };
            if (!formsOf(message).every(kept)) wrong.push(`${key}: placeholders`);
            if (typeof message === 'object' && String(Object.keys(message).sort()) !== String(categories))
              wrong.push(`${key}: ${Object.keys(message)} instead of ${categories}`);
            if (wanted.has('count') && !formsOf(message).some((text) => text.includes('{count}')))
              wrong.push(`${key}: never says the count`);
            for (const text of formsOf(message)) {
              if (text.trim() === '') wrong.push(`${key}: empty`);
              if (
                text.endsWith(' ') !== formsOf(ru[key] ?? '').some((one) => one.endsWith(' ')) ||
                /^\s|\s{2}/.test(text)
              )
                wrong.push(`${key}: spaces`);
            }
          }
          expect(wrong.join('\n')).to.equal('');
        });
      }

      for (const language of languages.filter((one) => one !== 'ru')) {
        it(`is written in ${language}`, async () => {
          const [ru, en] = [await load(folder, 'ru'), await load(folder, 'en')];
          const wrong = [];
          for (const [key, message] of await ownOf(folder, language)) {
            for (const text of formsOf(message)) {
              if (
                wordsOf(text).every((word) => word === word.toUpperCase()) ||
                SAME_EVERYWHERE.test(wordsOf(text).join(' '))
              )
                continue;
              const foreign =
                (language !== 'kk' && /\p{Script=Cyrillic}/u.test(text)) ||
                (language !== 'ar' && /\p{Script=Arabic}/u.test(text)) ||
                (language === 'ar' && !/\p{Script=Arabic}/u.test(text)) ||
                (language === 'kk' && !/\p{Script=Cyrillic}/u.test(text)) ||
                ((language === 'de' || language === 'hu') && formsOf(en[key] ?? '').includes(text)) ||
                (language === 'kk' && wordsOf(text).length > 3 && formsOf(ru[key] ?? '').includes(text));
              if (foreign) wrong.push(`${key}: ${text}`);
            }
          }
          expect(wrong.join('\n')).to.equal('');
        });
      }

      it('has no text that nothing shows', async () => {
        // Parts ask for texts of the widget that they are in.
        const owners = folder.includes('/widgets/')
          ? [folder.split('/').slice(0, 3).join('/'), 'src/ui/parts']
          : ['src'];
        const program = filesUnder(owners, '.ts')
          .filter((file) => !/\.test\.ts$|\/(messages|errors)\/\w+\.ts$|schema\.d\.ts$/.test(file))
          .map(source)
          .join('\n');
        const api =
          source('src/api/schema.d.ts') + (folder.endsWith('/errors') ? source('mock-backend/engine/errors.ts') : '');
        const templates = [...program.matchAll(/`([\w.]*(?:\$\{[^`{}]*\}[\w.]*)+)`/g)]
          .map(([, template]) => template)
          .filter((template) => /[a-z]{2,}/i.test(template.replace(/\$\{[^}]*\}/g, '')))
          .map((template) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.]+')}$`));
        const used = (key) =>
          program.includes(`'${key}'`) ||
          (/^[A-Z][A-Z0-9_]+$/.test(key) && new RegExp(`\\b${key}\\b`).test(api)) ||
          templates.some((template) => template.test(key)) ||
          (DYNAMIC[folder] ?? []).some((family) => family.test(key));
        const unused = (await ownOf(folder, 'ru')).map(([key]) => key).filter((key) => !used(key));
        expect(unused.join(', ')).to.equal('');
      });
    });
  }
});
