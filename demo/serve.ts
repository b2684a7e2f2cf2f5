/** The whole demo in one process: the reference backend, the operator's site before it, and a partner's site beside it. */
import { randomUUID } from 'node:crypto';
import { startServer } from '../mock-backend/server.js';
import { close, listen } from './http.js';
import { operatorSite, type Outbox } from './operator/server.js';
import { partnerSite } from './partner/server.js';

export interface DemoOptions {
  /** First port to try for the operator's site; the partner's takes the next free one. 0: any. */
  port: number;
  /** Folder of the database. */
  dataDir: string;
  /** Address of another database than the one in the folder: `postgres://user@host/database` or `sqlite:PATH`. */
  database?: string | undefined;
  fresh: boolean;
  /** World that is played on the first start; `demo` unless given. */
  world?: string;
  /** Opens the backend's routes under `/admin` on the operator's site to who sends it; they stay shut unless given. */
  adminKey?: string | undefined;
  /** The process is the demo's alone: its `Request` and `Response` may be lighter ones. */
  ownProcess?: boolean;
  /** Told what a person who starts it should know. */
  say: (line: string) => void;
}

export interface Demo {
  url: string;
  partnerUrl: string;
  close(): Promise<void>;
}

export async function serve({ port, dataDir, fresh, world = 'demo', say, ...given }: DemoOptions): Promise<Demo> {
  const adminKey = given.adminKey ?? randomUUID();
  const { database } = given;
  const backend = await startServer({
    port: 0,
    dataDir,
    fresh,
    world,
    adminKey,
    ownProcess: given.ownProcess === true,
    ...(database === undefined ? {} : { database }),
  });
  const outbox = async (): Promise<Outbox> => {
    const address = new URL(`/admin/worlds/${encodeURIComponent(world)}/messages`, backend.url);
    const response = await fetch(address, { headers: { 'X-Admin-Key': adminKey } });
    if (!response.ok) throw new Error(`No outbox: ${response.status}`);
    return response.json();
  };
  const client = {
    api: new URL(backend.url),
    clientId: backend.client.id,
    clientSecret: backend.client.secret,
  };
  let url = '';
  let partnerUrl = '';
  const operator = operatorSite({ client, partner: () => partnerUrl, outbox, admin: given.adminKey !== undefined });
  const partner = partnerSite({
    client,
    operator: () => url,
    self: () => partnerUrl,
    user: 'buhgalter',
    account: '200417',
  });
  try {
    const own = await listen(operator, port, (busy) => say(`Port ${busy} is taken; trying ${busy + 1}.`));
    url = `http://localhost:${own}`;
    partnerUrl = `http://localhost:${await listen(partner, port === 0 ? 0 : own + 1)}`;
  } catch (error) {
    await Promise.all([close(operator), close(partner), backend.close()]);
    throw error;
  }
  return {
    url: `${url}/`,
    partnerUrl: `${partnerUrl}/`,
    async close() {
      await Promise.all([close(operator), close(partner)]);
      await backend.close();
    },
  };
}
