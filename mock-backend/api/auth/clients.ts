import { Scope } from '../contract/tokens.js';
import { digest } from '../seal.js';

/** A partner's server that may ask for tokens. */
export interface ApiClient {
  readonly id: string;
  readonly secret: string;
  /** World whose users it serves. */
  readonly world: string;
  /** Page origins its tokens may work on; null: any. */
  readonly origins: readonly string[] | null;
  readonly scopes: readonly Scope[];
  /** Users it may act for; null: any. */
  readonly users: readonly string[] | null;
}

/** A client that may do everything in one world; what is given narrows it. */
export function apiClient(client: Pick<ApiClient, 'id' | 'secret' | 'world'> & Partial<ApiClient>): ApiClient {
  return { origins: null, scopes: Scope.options, users: null, ...client };
}

/** Finds the client whose id and secret these are; compares digests, so that timing tells nothing. */
export async function identify(
  clients: ReadonlyMap<string, ApiClient>,
  id: string,
  secret: string,
): Promise<ApiClient | null> {
  const client = clients.get(id);
  const [given, wanted] = await Promise.all([digest(secret), digest(client?.secret ?? `no client ${id}`)]);
  return client !== undefined && given === wanted ? client : null;
}
