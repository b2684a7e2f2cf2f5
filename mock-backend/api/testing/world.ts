import { createBackend, type Backend, type BackendOptions } from '../../adapters/backend.js';
import type { Scope } from '../contract/tokens.js';

/** A small world for tests of the API: two subscribers who must not see each other, a bill, a quota, a few calls. */

const at = (day: string, time = '10:00:00') => `${day}T${time}+03:00`;
const grant = (account: string, user: string, product: string, level: string) => ({
  at: at('2026-11-01', '00:00:00'),
  do: 'user.grant',
  account,
  user,
  product,
  level,
});

export const scenario = {
  scenario: 'api-tests',
  title: 'Two subscribers in November and December',
  start: at('2026-11-01', '00:00:00'),
  catalog: {
    destinations: [
      { code: 'ru-mob', prefixes: ['+79'] },
      { code: 'ru-geo', prefixes: ['+7'] },
    ],
    tariffs: [
      {
        code: 'start',
        name: 'Старт',
        fee: { amount: '300.00' },
        voice: [{ steps: [{ fromSec: 0, price: '2.50', perSec: 60, incrementSec: 60 }] }],
        sms: [{ price: '2.00' }],
        bonus: { pricePerMin: '0.50' },
        packages: ['min300'],
      },
      {
        code: 'plus',
        name: 'Плюс',
        fee: { amount: '500.00' },
        voice: [{ steps: [{ fromSec: 0, price: '1.00', perSec: 60, incrementSec: 60 }] }],
      },
      { code: 'gold', name: 'Золото', fee: { amount: '90000.00' } },
    ],
    packages: [
      { code: 'min300', kind: 'VOICE', amount: 18000, destinations: ['ru-mob'] },
      { code: 'sms50', kind: 'SMS', amount: 50, price: '60.00' },
    ],
    options: [
      { code: 'record', name: 'Запись разговоров', fee: '30.00' },
      { code: 'fmc', name: 'FMC', fee: '150.00', kinds: ['MOBILE'] },
    ],
    policy: { promised: { min: '10', max: '500', hours: 72, perDays: 28, count: 2 } },
  },
  steps: [
    { at: at('2026-11-01', '00:00:00'), do: 'account.open', account: 'A1', opening: '0.00' },
    { at: at('2026-11-01', '00:00:00'), do: 'account.open', account: 'B2' },
    grant('A1', 'owner', 'CORE', 'OWNER'),
    grant('A1', 'clerk', 'CORE', 'USER'),
    grant('A1', 'clerk', 'BILLING', 'USER'),
    grant('A1', 'techie', 'CORE', 'USER'),
    grant('A1', 'techie', 'TELEPHONY', 'USER'),
    grant('B2', 'stranger', 'CORE', 'OWNER'),
    { at: at('2026-11-01'), do: 'payment', account: 'A1', amount: '1000.00', txn: 'p1' },
    { at: at('2026-11-01'), do: 'payment', account: 'B2', amount: '1000.00', txn: 'p2' },
    { at: at('2026-11-01'), do: 'number.add', account: 'A1', number: '+79990000001', tariff: 'start', main: true },
    { at: at('2026-11-01'), do: 'number.add', account: 'A1', number: '+79990000002', tariff: 'start' },
    { at: at('2026-11-01'), do: 'number.add', account: 'B2', number: '+79990000009', tariff: 'start' },
    ...Array.from({ length: 12 }, (_, i) => ({
      at: at('2026-11-05', `11:${String(i).padStart(2, '0')}:00`),
      do: 'usage',
      number: '+79990000001',
      service: 'CALL',
      seconds: 61 + i,
      peer: '+74950000001',
      id: `call-${i}`,
    })),
    {
      at: at('2026-11-06'),
      do: 'usage',
      number: '+79990000001',
      service: 'CALL',
      direction: 'IN',
      seconds: 120,
      peer: '+79160000001',
      id: 'in-1',
    },
    {
      at: at('2026-11-07'),
      do: 'usage',
      number: '+79990000009',
      service: 'CALL',
      seconds: 60,
      peer: '+79160000001',
      id: 'foreign-1',
    },
    { at: at('2026-11-10'), do: 'sim.add', account: 'A1', iccid: '8970100000000000120' },
    { at: at('2026-11-10'), do: 'payment', account: 'A1', amount: '500.00', txn: 'p3', method: 'SBP' },
    {
      at: at('2026-12-02'),
      do: 'usage',
      number: '+79990000002',
      service: 'SMS',
      segments: 2,
      peer: '+79160000001',
      id: 'sms-1',
    },
    { at: at('2026-12-05', '09:00:00'), do: 'clock' },
  ],
};

export type TestBackend = Backend & {
  /** Sends a request as a user; the body is written as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
};

export interface CallOptions {
  readonly user?: string;
  readonly token?: string;
  readonly accounts?: readonly string[];
  readonly scopes?: readonly Scope[];
  /** Whether the user has just signed in; unless he has, sensitive commands ask for a code (ADM-8). */
  readonly fresh?: boolean;
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** JSON, or null when there is none. */
  readonly body: Readonly<Record<string, unknown>> & { readonly code?: string };
}

let keys = 0;

/** A fresh idempotency key. */
export const newKey = (): string => `test-key-${(keys += 1)}`;

/** Starts a backend with the small world. */
export async function testBackend(options: Partial<BackendOptions> = {}): Promise<TestBackend> {
  const backend = await createBackend({ scenario: JSON.stringify(scenario), ...options });
  const tokens = new Map<string, string>();
  const tokenOf = async ({ user = 'owner', accounts, scopes, fresh = true }: CallOptions): Promise<string> => {
    const name = JSON.stringify([user, accounts, scopes, fresh]);
    const known = tokens.get(name);
    if (known !== undefined) return known;
    const request = {
      user,
      ...(accounts && { accounts }),
      ...(scopes && { scopes }),
      ...(fresh && { authenticatedAt: new Date().toISOString() }),
    };
    const { token } = await backend.token(request);
    tokens.set(name, token);
    return token;
  };
  return Object.assign(backend, {
    async call(method: string, path: string, call: CallOptions = {}): Promise<Answer> {
      const token = call.token ?? (await tokenOf(call));
      const response = await backend.app.request(path, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(method === 'GET' ? {} : { 'Idempotency-Key': call.key ?? newKey() }),
          ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
      const text = await response.text();
      const json = text !== '' && response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : {} };
    },
  });
}
