/** What WebDriver does not tell of a page, or cannot change: all that its browser asks of the network goes through here. */
import { createServer, type IncomingMessage, request as ask, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** Paths that are no site's own. */
const OWN = '/__driver/';

export interface Asked {
  method(): string;
  url(): string;
  headers(): Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status?: number;
  readonly body?: string;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  request(): Asked;
  continue(): Promise<void>;
  abort(): Promise<void>;
  fulfill(answer: Answered): Promise<void>;
}

/** Runs in every page before its own scripts: what a browser would write into its console is told to us. */
function listen(path: string): void {
  document.currentScript?.remove();
  const tell = (type: string, text: string): unknown => navigator.sendBeacon(path, JSON.stringify({ type, text }));
  const { error, warn } = console;
  console.error = (...words: unknown[]) => (tell('error', words.map(String).join(' ')), error.apply(console, words));
  console.warn = (...words: unknown[]) => (tell('warning', words.map(String).join(' ')), warn.apply(console, words));
  addEventListener('error', (event) => event instanceof ErrorEvent && tell('pageerror', event.message));
  addEventListener('unhandledrejection', ({ reason }) => tell('pageerror', String(reason)));
}

export class BrowserProxy {
  /** Run in every page before its own scripts. */
  readonly scripts: string[] = [`(${String(listen)})('${OWN}said');`];
  /** Told to every site that is asked. */
  readonly cookies: string[] = [];
  readonly routes: {
    readonly name: string;
    readonly matches: (url: string) => boolean;
    readonly handle: (route: Route) => unknown;
  }[] = [];
  onRequest: (request: Asked) => void = () => undefined;
  onSaid: (said: { readonly type: string; readonly text: string }) => void = () => undefined;
  #offline = false;
  readonly #sockets = new Set<Duplex>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    server.on('request', (request, response) => void this.#take(request, response));
  }

  static async open(): Promise<BrowserProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BrowserProxy(server);
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  set offline(offline: boolean) {
    this.#offline = offline;
    if (offline) this.#cut();
  }

  close(): void {
    this.server.close();
    this.#cut();
  }

  #cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://nowhere.example');
    if (url.pathname.startsWith(OWN)) return this.#own(url.pathname.slice(OWN.length), request, response);
    if (this.#offline) return void request.socket.destroy();
    const asked: Asked = {
      method: () => request.method ?? 'GET',
      url: () => url.href,
      headers: () => Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    };
    this.onRequest(asked);
    const route = this.routes.find(({ matches }) => matches(url.href));
    if (!route) return this.#forward(url, request, response);
    return void route.handle({
      request: () => asked,
      continue: async () => this.#forward(url, request, response),
      abort: async () => void request.socket.destroy(),
      fulfill: async ({ status = 200, body = '', contentType = 'text/plain', headers = {} }) => {
        const html = contentType.startsWith('text/html');
        const whole = html ? this.#with(body, headers['Content-Security-Policy']) : body;
        response.writeHead(status, { 'Content-Type': contentType, ...headers }).end(whole);
      },
    });
  }

  #forward(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const { 'accept-encoding': _encoding, 'proxy-connection': _connection, ...headers } = request.headers;
    const broken = (): void => void request.socket.destroy();
    const onward = ask(url, { method: request.method ?? 'GET', headers }, (answer) => {
      const { statusCode = 502 } = answer;
      answer.on('error', broken);
      if (!(answer.headers['content-type'] ?? '').startsWith('text/html')) {
        response.writeHead(statusCode, answer.headers);
        response.flushHeaders();
        answer.pipe(response);
        return;
      }
      const { 'content-length': _length, 'transfer-encoding': _transfer, ...kept } = answer.headers;
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const policy = answer.headers['content-security-policy'];
        response.writeHead(statusCode, kept).end(this.#with(Buffer.concat(parts).toString(), String(policy ?? '')));
      });
    });
    onward.on('error', broken);
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  /** A page with our script before all of its own; it comes from where the page's policy takes scripts from. */
  #with(html: string, policy = ''): string {
    const after = /^\s*<!doctype[^>]*>/i.exec(html)?.[0].length ?? 0;
    const origin = /script-src [^;]*?(https?:\/\/[^\s;/]+)/.exec(policy)?.[1] ?? '';
    return `${html.slice(0, after)}<script src="${origin}${OWN}scripts.js"></script>${html.slice(after)}`;
  }

  #own(name: string, request: IncomingMessage, response: ServerResponse): void {
    if (name === 'scripts.js') {
      const headers = { 'Content-Type': 'text/javascript', 'Cache-Control': 'no-store' };
      response.writeHead(200, headers).end(['globalThis.__name = (named) => named;', ...this.scripts].join('\n'));
    } else if (name === 'said') {
      let text = '';
      request.on('data', (part) => (text += String(part)));
      request.on('end', () => {
        response.writeHead(204).end();
        this.onSaid(JSON.parse(text));
      });
    } else {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Set-Cookie': this.cookies }).end('<!doctype html>');
    }
  }

  /** Where a site's cookies are given to the browser. @param site - Any address of it. */
  static begin(site: string): string {
    return new URL(`${OWN}begin`, site).href;
  }
}
