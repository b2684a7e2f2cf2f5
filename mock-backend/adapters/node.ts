import { createAdaptorServer } from '@hono/node-server';
import { Server } from 'node:http';
import type { App } from '../api/app.js';
import { DROPPED } from '../api/faults.js';

export interface NodeServer {
  readonly url: string;
  readonly port: number;
  /** Lets what is being answered finish, then ends; live streams are cut. */
  close(): Promise<void>;
}

export interface NodeServerOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host?: string;
  /** If the port is taken, how many next ones are tried. */
  readonly tries?: number;
  /** The process is the server's alone: its `Request` and `Response` may be lighter ones, which costs half as much. */
  readonly ownProcess?: boolean;
  /** Told of each port that somebody else has. */
  readonly onBusy?: (port: number) => void;
}

/** How long answers may take to finish when the server ends, milliseconds. */
const GRACE_MS = 2000;

function bind(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

async function bindFree(
  server: Server,
  { port, host = '127.0.0.1', tries = 20, onBusy }: NodeServerOptions,
): Promise<number> {
  for (let attempt = port; ; attempt += 1) {
    try {
      return await bind(server, attempt, host);
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!busy || port === 0 || attempt >= port + tries || attempt >= 65_535) throw error;
      onBusy?.(attempt);
    }
  }
}

/** Waits, but not for ever. */
function within(ms: number, work: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * Serves the router over HTTP.
 *
 * @throws {Error} If no port could be had.
 */
export async function serveApp(app: App, options: NodeServerOptions): Promise<NodeServer> {
  const running = new Set<Promise<unknown>>();
  const server = createAdaptorServer({
    overrideGlobalObjects: options.ownProcess === true,
    fetch: async (request, env) => {
      const answered = Promise.resolve(app.fetch(request, env));
      running.add(answered);
      const response = await answered.finally(() => running.delete(answered));
      // Most answers go out without anybody looking at their headers, which costs more than to send them.
      if (response.status === 503 && response.headers.has(DROPPED)) env.outgoing.destroy();
      return response;
    },
  });
  if (!(server instanceof Server)) throw new TypeError('the adapter made no HTTP/1.1 server');
  const port = await bindFree(server, options);
  const host = options.host ?? '127.0.0.1';
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      });
      // Whoever asked may be gone; what he asked for is still being done.
      await within(GRACE_MS, Promise.allSettled(running));
    },
  };
}
