/**
 * How a host gets a token for whoever is signed in on its own site: its server asks the operator's backend with the secret
 * that it was given, and hands only the token to the page. The secret never leaves the server.
 *
 * It needs nothing but `fetch`: copy it.
 */
export interface TokenClient {
  /** Address of the operator's backend. */
  api: URL;
  clientId: string;
  clientSecret: string;
}

/**
 * @param user - Who is signed in on this site, by the name that the operator knows.
 * @param only - Narrows the token: to accounts, to rights, to the origin of the page that will use it.
 * @returns What the page's `data-token-url` answers: `{ token, expiresAt }`.
 * @throws {Error} If the backend refuses; its answer is for the server's log, not for the page.
 */
export async function tokenFor(
  client: TokenClient,
  user: string,
  only: { accounts?: string[]; scopes?: string[]; origin?: string } = {},
): Promise<{ token: string; expiresAt: string }> {
  const response = await fetch(new URL('/v1/tokens', client.api), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ clientId: client.clientId, clientSecret: client.clientSecret, user, ...only }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`No token for this user: ${response.status} ${await response.text()}`);
  const { token, expiresAt }: { token: string; expiresAt: string } = await response.json();
  return { token, expiresAt };
}
