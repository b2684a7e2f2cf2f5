/**
 * Where the bytes of files are kept: never in the journal, which is read whole and copied.
 * A key is made by the server and holds letters, digits, `-`, `_` and `/`.
 */
export interface Blobs {
  put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** @returns `null` when there is no such file. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  delete(key: string): Promise<void>;
}

/** Bytes that end with the process. */
export class MemoryBlobs implements Blobs {
  readonly #blobs = new Map<string, Uint8Array<ArrayBuffer>>();

  put(key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#blobs.set(key, bytes);
    return Promise.resolve();
  }

  get(key: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return Promise.resolve(this.#blobs.get(key) ?? null);
  }

  delete(key: string): Promise<void> {
    this.#blobs.delete(key);
    return Promise.resolve();
  }
}
