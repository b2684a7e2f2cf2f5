import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './bootstrap.mjs';

/** All files under the folders of the project whose names end so, in a stable order; what is installed or hidden is passed over. */
export function filesUnder(folders, ending) {
  const found = [];
  const walk = (folder) => {
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      if (name === 'node_modules' || name.startsWith('.')) continue;
      if (statSync(path).isDirectory()) walk(path);
      else if (name.endsWith(ending)) found.push(relative(root, path));
    }
  };
  for (const folder of folders) {
    if (statSync(join(root, folder), { throwIfNoEntry: false })) walk(join(root, folder));
  }
  return found;
}
