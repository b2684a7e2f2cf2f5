/** Signature of webhooks: HMAC-SHA-256 over the time and the body, so that neither can be changed nor sent again much later. */

/** How far a webhook's time may be from ours. */
const TOLERANCE_MS = 5 * 60_000;

async function keyOf(secret: string): Promise<CryptoKey> {
  const raw = new TextEncoder().encode(secret);
  return crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * @param now - Wall clock, milliseconds since the epoch.
 * @returns Value of the header `Provider-Signature`: `t=…,v1=…`.
 */
export async function sign(secret: string, body: string, now: number): Promise<string> {
  const signed = new TextEncoder().encode(`${now}.${body}`);
  return `t=${now},v1=${hex(await crypto.subtle.sign('HMAC', await keyOf(secret), signed))}`;
}

/** Whether the header was made by who knows the secret, for this body, not long ago. The comparison takes the same time for all. */
export async function isSigned(
  secret: string,
  body: string,
  header: string | undefined,
  now: number,
): Promise<boolean> {
  const [, time, digest] = /^t=(\d{10,16}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (time === undefined || digest === undefined || Math.abs(now - Number(time)) > TOLERANCE_MS) return false;
  const bytes = Uint8Array.from(digest.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify('HMAC', await keyOf(secret), bytes, new TextEncoder().encode(`${time}.${body}`));
}
