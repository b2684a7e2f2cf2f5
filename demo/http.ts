/** The little that the demo sites need of HTTP: files of a folder, answers, a way through to the backend, a free port. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, type OutgoingHttpHeaders, request, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Sends a file of a folder. @returns `false` if there is none, also for a path that leads out of the folder. */
export async function sendFile(
  response: ServerResponse,
  folder: string,
  path: string,
  headers: OutgoingHttpHeaders = {},
): Promise<boolean> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return false;
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return false;
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  await pipeline(createReadStream(file), response);
  return true;
}

export function send(response: ServerResponse, status: number, body: unknown, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, {
    'Content-Type': typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** The body of a small form. @throws {RangeError} If it is over 8 kB. */
export async function formOf(incoming: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of incoming) {
    text += String(chunk);
    if (text.length > 8192) throw new RangeError('The form is too large.');
  }
  return new URLSearchParams(text);
}

export function cookieOf(incoming: IncomingMessage, name: string): string | null {
  for (const pair of (incoming.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value !== undefined) return decodeURIComponent(value);
  }
  return null;
}

/** Hands a request on as it came, and the answer back as it comes: events of a live stream pass one by one. */
export function passOn(incoming: IncomingMessage, response: ServerResponse, backend: URL): void {
  const onward = request(
    new URL(incoming.url ?? '/', backend),
    { method: incoming.method, headers: incoming.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else if ('code' in error && error.code === 'ECONNREFUSED')
      send(response, 503, { title: 'The backend does not answer.', status: 503, code: 'UPSTREAM_UNAVAILABLE' });
    // It may have done what it was asked for: nothing is said about that.
    else send(response, 502, 'The backend broke off.');
  });
  response.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

/**
 * Listens on this computer only, on the first free port from the wanted one on.
 *
 * @param port - 0: any free one.
 * @param busy - Told of each port that somebody else has.
 * @returns The port.
 */
export async function listen(server: Server, port: number, busy: (port: number) => void = () => {}): Promise<number> {
  for (let attempt = port; ; attempt += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(attempt, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('The server has no port.');
      return address.port;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || attempt >= port + 20 || attempt >= 65_535) throw error;
      busy(attempt);
    }
  }
}

/** Ends a server, also the live streams that would keep it waiting. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
