import { fromBase64Url, toBase64Url } from './base64.js';

/**
 * Seals small JSON values so that a client can carry them but not change them: tokens and page cursors.
 * HMAC-SHA-256 by Web Crypto; the purpose is part of what is signed, so that one sort never passes for another.
 */
export class Seal {
  readonly #key: Promise<CryptoKey>;

  /** @param secret - At least 32 bytes of it should be random. */
  constructor(secret: string) {
    this.#key = crypto.subtle.importKey(
      'raw',
      new TextEncoder().encode(secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign', 'verify'],
    );
  }

  async close(purpose: string, value: unknown): Promise<string> {
    const text = toBase64Url(new TextEncoder().encode(JSON.stringify(value)));
    const signature = await crypto.subtle.sign('HMAC', await this.#key, new TextEncoder().encode(`${purpose}.${text}`));
    return `${text}.${toBase64Url(new Uint8Array(signature))}`;
  }

  /** Bytes that only this server can derive from the text, for one purpose. */
  async derive(purpose: string, text: string): Promise<Uint8Array> {
    const bytes = new TextEncoder().encode(`${purpose}.${text}`);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await this.#key, bytes));
  }

  /** @returns The value, or `undefined` when the text was not sealed here for this purpose. */
  async open(purpose: string, sealed: string): Promise<unknown> {
    const [text, signature, ...rest] = sealed.split('.');
    if (text === undefined || signature === undefined || rest.length > 0) return undefined;
    const bytes = fromBase64Url(signature);
    const content = fromBase64Url(text);
    if (bytes === null || content === null) return undefined;
    const signed = new TextEncoder().encode(`${purpose}.${text}`);
    if (!(await crypto.subtle.verify('HMAC', await this.#key, bytes, signed))) return undefined;
    return JSON.parse(new TextDecoder().decode(content));
  }
}

/** Node hashes on the spot what Web Crypto, the only one in a page, hands to another thread and back for several times as much. */
const node =
  'process' in globalThis && 'getBuiltinModule' in process ? process.getBuiltinModule('node:crypto') : undefined;

/** SHA-256 as base64url. */
export async function digest(text: string): Promise<string> {
  if (node) return node.createHash('sha256').update(text).digest('base64url');
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}
