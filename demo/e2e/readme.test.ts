import { expect } from 'chai';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildHosts, hostsFolder } from '../../scripts/hosts.mjs';
import { close, listen, passOn, send, sendFile } from '../http.js';
import { emptyFolder, type RunningDemo, startDemo } from './demo.js';
import { openBrowser, openPage, saysSoon, soon } from './pages.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = await readFile(join(root, 'README.md'), 'utf8');
/** Each block of code with its language. */
const blocks = [...readme.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(([, language = '', code = '']) => ({
  language,
  code,
}));
const block = (language: string, part: string): string => {
  const found = blocks.find((one) => one.language === language && one.code.includes(part));
  if (!found) throw new Error(`README has no ${language} with «${part}»`);
  return found.code;
};

/** What the compiler of Svelte makes of a template, for the checker: each element's attributes as an object. */
const SVELTE = `import type { SvelteHTMLElements } from 'svelte/elements';
import 'lk-widgets/svelte';
export const right: SvelteHTMLElements['lk-bills'] = {
  session, view: 'bills', class: 'wide', slot: 'main', 'onlk-navigate': (event) => event.section.length,
};
export const wrong: SvelteHTMLElements['lk-bills'][] = [
  // @ts-expect-error a session is no number
  { session: 5 },
  // @ts-expect-error there is no such property
  { acount: '200417' },
  // @ts-expect-error nor has the event this one
  { 'onlk-navigate': (event) => event.nothing },
];
`;

let browser: Browser;
let demo: RunningDemo;
let folder: Awaited<ReturnType<typeof emptyFolder>>;

before(async () => {
  folder = await emptyFolder();
  await buildHosts();
  [browser, demo] = await Promise.all([
    openBrowser(),
    startDemo('--port', '0', '--data', folder.path, '--world', 'branches'),
  ]);
});
after(async () => {
  await browser.close();
  await demo.interrupt();
  await folder.remove();
});

const isListening = (port: number): Promise<boolean> =>
  fetch(`http://localhost:${port}/`).then(
    () => true,
    () => false,
  );

/** A reader's own site: the files of a folder, and what it hands on elsewhere. */
async function site(files: string, onward: Readonly<Record<string, string>>): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, response) => {
    const path = new URL(incoming.url ?? '/', 'http://localhost').pathname;
    const target = Object.entries(onward).find(([prefix]) => path.startsWith(prefix))?.[1];
    if (target) return passOn(incoming, response, new URL(target));
    void sendFile(response, files, path === '/' ? 'index.html' : path.slice(1)).then((sent) => {
      if (!sent) send(response, 404, 'There is no such file.');
    });
  });
  return { url: `http://localhost:${await listen(server, 0)}/`, server };
}

describe('README', () => {
  it('names only files, commands and options that there are', async () => {
    const links = [...readme.matchAll(/\]\((\.\/[^)#]+)/g)].map(([, path = '']) => path);
    const paths = [...readme.matchAll(/`((?:src|demo|dist|mock-backend|scripts|stories)\/[\w./-]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(links.length).to.be.greaterThan(8);
    const missing = [...links, ...paths].filter((path) => !existsSync(join(root, path)));
    expect(missing, 'but for the file of the reader’s own project').to.deep.equal(['src/main.js']);
    const { scripts, exports }: { scripts: Record<string, string>; exports: Record<string, unknown> } = JSON.parse(
      await readFile(join(root, 'package.json'), 'utf8'),
    );
    const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).to.deep.equal([]);
    for (const name of ['react', 'vue', 'svelte']) expect(exports).to.have.property(`./${name}`);
    const tags = Object.keys(JSON.parse(await readFile(join(root, 'dist/cdn/import-map.json'), 'utf8')).imports);
    for (const path of tags) {
      const [, tag] = /define\/([\w-]+)\.js$/.exec(path) ?? [];
      if (tag && tag !== 'all') expect(readme).to.contain(`\`lk-${tag}\``);
    }
  });

  it('has snippets that the packed types accept', async () => {
    const target = join(hostsFolder, 'readme');
    await rm(target, { recursive: true, force: true });
    await mkdir(target);
    const programs = blocks.filter(({ language }) => language === 'js' || language === 'tsx');
    expect(programs.length).to.be.greaterThan(3);
    await Promise.all(
      programs.map(({ language, code }, index) =>
        writeFile(join(target, `${index}.${language}`), `${code}\nexport {};\n`),
      ),
    );
    // What a snippet may take as given.
    await writeFile(join(target, 'given.d.ts'), `declare const session: import('lk-widgets').LkSession;\n`);
    await writeFile(join(target, 'svelte.ts'), SVELTE);
    const options =
      '--noEmit --allowJs --checkJs --jsx react-jsx --module esnext --moduleResolution bundler --target es2022';
    const tsc = join(root, 'node_modules/.bin/tsc');
    const files = programs.map(({ language }, index) => `${index}.${language}`);
    const { stdout } = await run(tsc, [...options.split(' '), '--types', 'node', 'given.d.ts', 'svelte.ts', ...files], {
      cwd: target,
    }).catch((failure: { stdout: string }) => failure);
    expect(stdout).to.equal('');
  });

  it('has a token endpoint that works, and a script tag that shows bills with it', async () => {
    const endpoint = join(folder.path, 'token.mjs');
    await writeFile(endpoint, block('js', '/v1/tokens'));
    const free = createServer();
    const port = await listen(free, 0);
    await close(free);
    const secrets: { client: string } = JSON.parse(await readFile(join(folder.path, 'secrets.json'), 'utf8'));
    const child = spawn(process.execPath, [endpoint], {
      env: {
        ...process.env,
        LK_API: demo.url,
        LK_CLIENT_ID: 'site',
        LK_CLIENT_SECRET: secrets.client,
        PORT: String(port),
      },
      stdio: 'inherit',
    });
    const page = block('html', 'lk.js')
      .replace('https://cdn.your-site.example/', `${demo.url}cdn/`)
      .replace('https://api.operator.example', demo.url);
    await writeFile(join(folder.path, 'index.html'), `<!doctype html><html lang="ru"><meta charset="utf-8">${page}`);
    const own = await site(folder.path, { '/token': `http://localhost:${port}` });
    try {
      await soon('the token endpoint', () => isListening(port));
      const opened = await openPage(browser, own.url);
      await saysSoon(opened.page, 'lk-bills', '30,00');
      await opened.page.close();
    } finally {
      child.kill();
      await close(own.server);
    }
  });

  it('has an npm project that its bundler builds and that shows bills', async () => {
    const target = join(hostsFolder, 'readme-project');
    await mkdir(join(target, 'src'), { recursive: true });
    await writeFile(
      join(target, 'index.html'),
      `<!doctype html><html lang="ru"><meta charset="utf-8">${block('html', '/src/main.js')}`,
    );
    await writeFile(join(target, 'src/main.js'), block('js', `import 'lk-widgets/define/bills.js';`));
    await writeFile(join(target, 'vite.config.js'), block('js', 'proxy'));
    await run(join(root, 'node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], { cwd: target });
    const own = await site(join(target, 'dist'), { '/v1': demo.url, '/site': demo.url });
    try {
      const opened = await openPage(browser, own.url);
      await saysSoon(opened.page, 'lk-bills', '30,00');
      await opened.page.close();
    } finally {
      await close(own.server);
    }
  });
});

describe('the published command', () => {
  it('runs a scenario in a folder that holds nothing else', async () => {
    const { bin }: { bin: Record<string, string> } = JSON.parse(
      await readFile(join(hostsFolder, 'node_modules/lk-widgets/package.json'), 'utf8'),
    );
    const alone = await emptyFolder();
    try {
      const command = bin['lk-scenario'] ?? '';
      await cp(join(hostsFolder, 'node_modules/lk-widgets', dirname(command)), alone.path, { recursive: true });
      await copyFile(
        join(root, 'mock-backend/scenarios/worlds/branches/world-branches.json'),
        join(alone.path, 'branches.json'),
      );
      const { stdout } = await run(process.execPath, [basename(command), 'run', 'branches.json'], { cwd: alone.path });
      expect(stdout.trim()).to.match(/1 passed, 0 failed$/);
      const api = await run(process.execPath, [basename(command), 'run', 'branches.json', '--via', 'api'], {
        cwd: alone.path,
      });
      expect(api.stdout.trim()).to.match(/1 passed, 0 failed$/);
      const kit = join(hostsFolder, 'node_modules/lk-widgets/dist/kit');
      const vectors = await run(process.execPath, [basename(command), 'run', join(kit, 'vectors')], {
        cwd: alone.path,
      });
      expect(vectors.stdout.trim()).to.match(/\d\d passed, 0 failed$/);
      for (const name of ['CONFORMANCE.md', 'FORMAT.md', 'domain.md', 'errors.md', 'openapi.json'])
        expect(existsSync(join(kit, name)), name).to.equal(true);
    } finally {
      await alone.remove();
    }
  });
});
