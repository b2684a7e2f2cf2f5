/** The stage on which every refusal of the catalogue is provoked: one small world, a fresh one for each. */
import { createBackend, type Backend } from '../../../adapters/backend.js';
import type { Command, Receipt } from '../../../engine/command.js';
import type { ErrorCode } from '../../../engine/errors.js';
import type { FaultInput } from '../../faults.js';
import { newKey } from '../world.js';

const START = '2026-11-16T10:00:00+03:00';
const MINUTE = 60_000;
export const ADMIN_KEY = 'key-of-the-refusals';

/** The subscriber's main number, one that depends on it, and one of a stranger. */
export const MAIN = '+79990000001';
export const SECOND = '+79990000002';
export const CITY = '+74950000001';
/** Cards that pass their check digit. */
export const CARD = '8970100000000000120';
export const OTHER_CARD = '8970100000000000229';

const at = START;
const grant = (account: string, user: string, product: string, level: string) => ({
  at,
  do: 'user.grant',
  account,
  user,
  product,
  level,
});

const scenario = JSON.stringify({
  scenario: 'refusals',
  title: 'A world in which everything can be refused',
  start: START,
  catalog: {
    tariffs: [
      {
        code: 'start',
        name: 'Старт',
        kinds: ['MOBILE'],
        fee: { amount: '300.00' },
        voice: [{ steps: [{ fromSec: 0, price: '2.50', perSec: 60, incrementSec: 60 }] }],
      },
      { code: 'plus', name: 'Плюс', kinds: ['MOBILE'], fee: { amount: '500.00' } },
      { code: 'gold', name: 'Золото', kinds: ['MOBILE'], fee: { amount: '90000.00' } },
      { code: 'free', name: 'Без платы', kinds: ['MOBILE'] },
      { code: 'city', name: 'Городской', kinds: ['GEOGRAPHIC'] },
      { code: 'firm', name: 'Для организаций', personKinds: ['LEGAL'] },
      { code: 'dollars', name: 'В долларах', currency: 'USD' },
    ],
    packages: [{ code: 'sms50', kind: 'SMS', amount: 50, price: '60.00' }],
    options: [
      { code: 'record', name: 'Запись разговоров', fee: '30.00' },
      { code: 'silent', name: 'Тишина', fee: '10.00', excludes: ['record'] },
    ],
    policy: { promised: { min: '10', max: '500', hours: 72, perDays: 28, count: 2 } },
  },
  steps: [
    { at, do: 'account.open', account: 'A1', opening: '1000.00' },
    { at, do: 'account.open', account: 'B2', opening: '1000.00' },
    { at, do: 'account.open', account: 'L3', opening: '1000.00', dayLimit: '1.00' },
    { at, do: 'account.open', account: 'U4', opening: '1000.00', verified: false },
    ...['A1', 'L3', 'U4'].map((account) => grant(account, 'owner', 'CORE', 'OWNER')),
    grant('B2', 'stranger', 'CORE', 'OWNER'),
    ...['CORE', 'TELEPHONY'].map((product) => grant('A1', 'admin', product, 'ADMIN')),
    ...['CORE', 'TELEPHONY'].map((product) => grant('A1', 'reader', product, 'USER')),
    { at, do: 'number.add', account: 'A1', number: MAIN, tariff: 'start', main: true },
    { at, do: 'number.add', account: 'A1', number: SECOND, tariff: 'start' },
    { at, do: 'number.add', account: 'A1', number: CITY, tariff: 'city', kind: 'GEOGRAPHIC' },
    { at, do: 'number.add', account: 'L3', number: '+79990000003', tariff: 'start' },
    ...[CARD, OTHER_CARD].map((iccid) => ({ at, do: 'sim.add', account: 'A1', iccid })),
  ],
});

/** What a request is answered with. */
export interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly etag: string | null;
  readonly retryAfter: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface AskOptions {
  readonly user?: string;
  readonly account?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the user has just signed in; unless he has, sensitive commands ask for a code (ADM-8). */
  readonly fresh?: boolean;
}

export class Scene {
  readonly #tokens = new Map<string, string>();

  private constructor(
    readonly backend: Backend,
    private readonly wall: () => number,
  ) {}

  static async open(): Promise<Scene> {
    const wall = () => Date.parse(START);
    return new Scene(await createBackend({ scenario, wall, adminKey: ADMIN_KEY }), wall);
  }

  /** What the operator does; no part of what is tested. */
  operator(command: Command): Promise<Receipt> {
    return this.backend.host.world.perform(command);
  }

  /** Lets time pass in the world. */
  wait(minutes: number): Promise<void> {
    return this.backend.host.advance(new Date(this.backend.host.world.instant + minutes * MINUTE).toISOString());
  }

  fault(fault: FaultInput): void {
    this.backend.faults.add(fault);
  }

  /** Sends two requests, and lets the first one be written only when the other is answered. @returns The other's answer. */
  async during(send: () => Promise<Answered>): Promise<Answered> {
    const { store } = this.backend.host;
    const append = store.append.bind(store);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    store.append = async (...given) => {
      await released;
      return append(...given);
    };
    const both = [send(), send()];
    const answered = await Promise.race(both);
    release();
    await Promise.all(both);
    store.append = append;
    return answered;
  }

  /** Sends a request of a subscriber; the path is what comes after `/v1/accounts/{account}`. */
  async ask(method: string, path: string, body?: unknown, options: AskOptions = {}): Promise<Answered> {
    const { user = 'owner', account = 'A1', key = newKey(), headers = {}, fresh = true } = options;
    const token = await this.token(user, fresh);
    const binary = body instanceof Uint8Array;
    return this.send(`/v1/accounts/${account}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(method === 'GET' ? {} : { 'Idempotency-Key': key }),
        ...(body === undefined ? {} : { 'Content-Type': binary ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: binary ? body.slice().buffer : JSON.stringify(body) }),
    });
  }

  /** @param fresh - Whether the user has just signed in. */
  async token(user = 'owner', fresh = true): Promise<string> {
    const name = `${user} ${fresh}`;
    const known = this.#tokens.get(name);
    if (known !== undefined) return known;
    const authenticatedAt = new Date(this.wall()).toISOString();
    const { token } = await this.backend.token({ user, ...(fresh && { authenticatedAt }) });
    this.#tokens.set(name, token);
    return token;
  }

  /** A request that must succeed: it only sets the stage. */
  async does(method: string, path: string, body?: unknown, options: AskOptions = {}): Promise<Answered> {
    const answer = await this.ask(method, path, body, options);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.code ?? ''}`);
    return answer;
  }

  /** A step of the operator over the administration routes. */
  step(step: object): Promise<Answered> {
    return this.send('/admin/worlds/refusals/steps', {
      method: 'POST',
      headers: { 'X-Admin-Key': ADMIN_KEY, 'Content-Type': 'application/json' },
      body: JSON.stringify({ at, ...step }),
    });
  }

  async send(path: string, init: RequestInit): Promise<Answered> {
    const response = await this.backend.app.request(path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const body: Readonly<Record<string, unknown>> & { readonly code?: string } = isJson ? JSON.parse(text) : {};
    const { status, headers } = response;
    return { status, code: body.code, etag: headers.get('etag'), retryAfter: headers.get('retry-after'), body };
  }

  /** Everything that a refusal must leave as it was: every account and how far its journal goes. */
  async state(): Promise<string> {
    const { world } = this.backend.host;
    const accounts: unknown[] = [];
    for await (const account of world.accounts.ids())
      accounts.push([await world.account(account), world.accounts.seq(account)]);
    return JSON.stringify(accounts);
  }
}

/** How one code is provoked. */
export interface Provocation {
  /** What a reader of the list is told. */
  readonly when: string;
  /** The request, as the list shows it. */
  readonly request: string;
  /** The attempt itself is written down, and nothing else. */
  readonly counted?: boolean;
  /** Sets the stage. */
  readonly given?: (scene: Scene) => Promise<unknown>;
  /** @param made - What setting the stage has made. */
  readonly refused: (scene: Scene, made: Answered) => Promise<Answered>;
}

export type Provocations = Readonly<Partial<Record<ErrorCode, Provocation>>>;

export const numberPath = (number: string): string => `/numbers/${encodeURIComponent(number)}`;
/** An amount on the wire. */
export const rub = (value: string) => ({ value, currency: 'RUB' });
