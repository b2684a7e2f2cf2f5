import type { FileKind } from '../../engine/documents/command.js';
import type { WallClock } from '../worlds.js';

/** How long an upload waits for its next part. */
const LIFE_MS = 24 * 60 * 60_000;
/** Uploads that one user may have begun at a time. */
const MAX_OPEN = 20;

/** A file that is coming in parts. */
export interface Upload {
  readonly id: string;
  readonly owner: string;
  readonly fileName: string;
  readonly kind: FileKind;
  /** Bytes in all. */
  readonly size: number;
  received: number;
  until: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Files on their way. They live in this process: after a restart a client begins again, as it does when an upload is over.
 * What has come is told by `received`, so that a client goes on from there after a lost connection.
 */
export class Uploads {
  readonly #uploads = new Map<string, Upload>();

  constructor(private readonly wall: WallClock) {}

  /** @param owner - World, account and user. @returns `null` when he has too many open. */
  begin(owner: string, file: Pick<Upload, 'fileName' | 'kind' | 'size'>): Upload | null {
    this.#forget();
    if ([...this.#uploads.values()].filter((upload) => upload.owner === owner).length >= MAX_OPEN) return null;
    const upload: Upload = {
      ...file,
      id: crypto.randomUUID(),
      owner,
      received: 0,
      until: this.wall() + LIFE_MS,
      bytes: new Uint8Array(file.size),
    };
    this.#uploads.set(upload.id, upload);
    return upload;
  }

  /** @returns `undefined` when there is none, or it is another's. */
  get(owner: string, id: string): Upload | undefined {
    this.#forget();
    const upload = this.#uploads.get(id);
    return upload?.owner === owner ? upload : undefined;
  }

  /**
   * Takes a part. A part that has come before, wholly or in part, changes nothing: the answer to it was lost.
   *
   * @returns Whether it fits: it may not leave a gap, nor go beyond the end.
   */
  take(upload: Upload, offset: number, part: Uint8Array): boolean {
    if (offset > upload.received || offset + part.byteLength > upload.size) return false;
    upload.bytes.set(part, offset);
    upload.received = Math.max(upload.received, offset + part.byteLength);
    upload.until = this.wall() + LIFE_MS;
    return true;
  }

  end(id: string): void {
    this.#uploads.delete(id);
  }

  #forget(): void {
    const now = this.wall();
    for (const [id, { until }] of this.#uploads) if (until <= now) this.#uploads.delete(id);
  }
}
