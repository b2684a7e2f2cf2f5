import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Blobs } from './blobs.js';

/** Bytes as files in a folder. A file appears whole or not at all. */
export class FolderBlobs implements Blobs {
  constructor(private readonly folder: string) {}

  async put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const file = this.#file(key);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.part`, bytes, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }

  async get(key: string): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return Uint8Array.from(await readFile(this.#file(key)));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#file(key), { force: true });
  }

  #file(key: string): string {
    if (!/^[\w-]+(\/[\w-]+)*$/.test(key)) throw new Error('the key of a blob is not a name');
    return join(this.folder, key);
  }
}
