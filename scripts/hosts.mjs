/**
 * `npm run demo:hosts`: builds the demo pages of other hosts from the package as it would be published, each by its own tools:
 * React and Vue by Vite, with their templates type-checked against the packed types; plain HTML and the sandboxed frame from the
 * packed files; and a second copy of the SDK that says it is another version. They are served by `npm start`.
 *
 * The result is kept in `.cache/hosts/site` until a source changes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, root } from './bootstrap.mjs';
import { filesUnder } from './files.mjs';
import { isPackageBuilt, packageStamp } from './stamp.mjs';

export const hostsFolder = join(cacheDir, 'hosts');
const site = join(hostsFolder, 'site');
const stampFile = join(hostsFolder, 'stamp');
/** What the other copy of the SDK on the page of two versions says of itself. */
export const OTHER_VERSION = '0.9.9-other';

const bin = (name) => join(root, 'node_modules', '.bin', name);

function stampOfHosts(sources) {
  const hash = createHash('sha256').update(sources);
  const files = [
    'package.json',
    'scripts/hosts.mjs',
    ...filesUnder(['demo/react', 'demo/vue', 'demo/plain', 'demo/iframe', 'demo/two-versions'], ''),
  ];
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/** @throws {Error} With what the command printed, if it fails. */
function run(command, args, cwd) {
  return new Promise((resolve, reject) => {
    let printed = '';
    const child = spawn(command, args, { cwd });
    child.stdout.on('data', (data) => (printed += String(data)));
    child.stderr.on('data', (data) => (printed += String(data)));
    child.on('error', reject);
    child.on('exit', (status) => {
      if (status === 0) resolve(printed);
      else reject(new Error(`${command} ${args.join(' ')} in ${cwd}:\n${printed}`));
    });
  });
}

/** The package as a user gets it, unpacked where the demo pages look for it. */
async function installPackage() {
  const [{ filename }] = JSON.parse(
    await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', hostsFolder], root),
  );
  const target = join(hostsFolder, 'node_modules', 'lk-widgets');
  mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', join(hostsFolder, filename), '--strip-components=1', '-C', target], hostsFolder);
  return target;
}

/** Its own tools: the type checker of the framework, then Vite. */
async function application(name, checker) {
  const folder = join(hostsFolder, name);
  cpSync(join(root, 'demo', name), folder, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) });
  await run(bin(checker), ['--noEmit', '-p', 'tsconfig.json'], folder);
  await run(bin('vite'), ['build', '--outDir', join(site, name), '--emptyOutDir', '--logLevel', 'warn'], folder);
}

/** Pages without a build; `{{lk.js}}` stands for the hash of that file. */
function pages(name, packed) {
  const integrity = JSON.parse(readFileSync(join(packed, 'dist/cdn/integrity.json'), 'utf8'));
  cpSync(join(root, 'demo', name), join(site, name), { recursive: true });
  for (const file of filesUnder([`demo/${name}`], '.html')) {
    const path = join(site, file.slice('demo/'.length));
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/\{\{(lk[\w.-]+)\}\}/g, (_, script) => integrity[script]),
    );
  }
}

/** The same scripts under another version: what a host would have that loads one copy today and another next year. */
function otherVersion(packed) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const target = join(site, 'two-versions', 'other');
  cpSync(join(packed, 'dist/cdn'), target, { recursive: true });
  for (const name of Object.keys(JSON.parse(readFileSync(join(target, 'integrity.json'), 'utf8')))) {
    const path = join(target, name);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`"${version}"`, `"${OTHER_VERSION}"`));
  }
}

/** Builds what is missing or old. @returns {Promise<string>} Folder with a folder for each page. */
export async function buildHosts() {
  const sources = packageStamp();
  const stamp = stampOfHosts(sources);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return site;
  if (!isPackageBuilt(sources)) {
    const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--quiet'], { stdio: 'inherit' });
    if (status !== 0) throw new Error('The package could not be built; see above.');
  }
  rmSync(hostsFolder, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  const packed = await installPackage();
  cpSync(join(packed, 'dist/cdn'), join(site, 'packed'), { recursive: true });
  pages('plain', packed);
  pages('iframe', packed);
  pages('two-versions', packed);
  otherVersion(packed);
  await Promise.all([application('react', 'tsc'), application('vue', 'vue-tsc')]);
  writeFileSync(stampFile, stamp);
  return site;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const started = Date.now();
  await buildHosts();
  console.log(
    `Built in ${((Date.now() - started) / 1000).toFixed(1)} s; \`npm start\` serves /react/, /vue/, /plain/, /iframe/ and /two-versions/.`,
  );
}
