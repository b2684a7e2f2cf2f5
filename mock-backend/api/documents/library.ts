import type { z } from '@hono/zod-openapi';
import type { DocumentKind } from '../contract/bills.js';
import type { WholeBill } from '../views/bills.js';
import { documentKey } from '../views/bills.js';
import type { Reader } from '../reader.js';
import { billDefinition } from './bill.js';
import { documentMessages, type DocumentLocale } from './messages/index.js';
import type { MakePdf } from './pdf.js';
import type { Seller } from './seller.js';

/** Files kept in memory: making one takes longer than sending it. */
const KEPT = 64;

/** Makes documents when they are asked for and keeps the last ones. A bill never changes, so neither does its file. */
export class DocumentLibrary {
  readonly #files = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #sizes = new Map<string, number>();

  constructor(
    private readonly makePdf: MakePdf,
    private readonly seller: Seller,
  ) {}

  /** Bytes of the files that were made, by what names them. */
  get sizes(): ReadonlyMap<string, number> {
    return this.#sizes;
  }

  /**
   * The file of a document.
   *
   * @param locale - Language of its words; the operator's papers are Russian unless another is asked for.
   */
  async file(
    reader: Reader,
    bill: WholeBill,
    kind: z.infer<typeof DocumentKind>,
    locale: DocumentLocale,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const name = documentKey(reader, bill.month, kind);
    const key = [name, locale, bill.number, bill.toPay.value].join(' ');
    let file = this.#files.get(key);
    if (file === undefined) {
      const paper = { kind, bill, seller: this.seller, subscriber: null, messages: documentMessages(locale) };
      file = this.makePdf(billDefinition(paper));
      this.#files.set(key, file);
      file.catch(() => this.#files.delete(key));
      for (const oldest of this.#files.keys()) {
        if (this.#files.size <= KEPT) break;
        this.#files.delete(oldest);
      }
    }
    const bytes = await file;
    this.#sizes.set(name, bytes.byteLength);
    return bytes;
  }
}
