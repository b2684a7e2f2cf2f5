/**
 * A payment provider, simulated: its own page, its own decisions, and signed webhooks, sent twice as real ones sometimes are.
 *
 * @see domain.md §5.4, §6
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { PAGE_PURPOSE, type PageToken } from '../api/handlers/topups.js';
import type { Seal } from '../api/seal.js';
import type { WallClock, WorldHost, Worlds } from '../api/worlds.js';
import type { Event } from '../engine/events.js';
import type { TopUpOrder } from '../engine/topup/state.js';
import { providerMessages } from './messages/index.js';
import { choosePage, endPage, page, securePage, silentPage } from './pages.js';
import { sign } from './signature.js';

export interface ProviderParts {
  readonly worlds: Worlds;
  readonly seal: Seal;
  readonly wall: WallClock;
  /** Shared with the operator. */
  readonly secret: string;
  /** Sends a webhook to the operator. */
  readonly post: (body: string, signature: string) => Promise<Response>;
}

/** Body of a webhook. */
export interface Webhook {
  readonly world: string;
  readonly account: string;
  readonly order: string;
  readonly transaction: string;
  readonly amount: string;
  readonly currency: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'REVERSED';
  readonly reason?: string;
}

export const PROVIDER = 'simulator';

interface Found {
  readonly token: PageToken;
  readonly order: TopUpOrder;
  readonly currency: string;
}

export function providerApp(parts: ProviderParts): Hono {
  const app = new Hono();

  const find = async (c: Context): Promise<Found | null> => {
    const token = (await parts.seal.open(PAGE_PURPOSE, c.req.param('token') ?? '')) as PageToken | undefined;
    const host = token && parts.worlds.get(token.world);
    const state = await (await host?.present())?.account(token?.account ?? '');
    const order = state?.topups.orders.find(({ id }) => id === token?.topup);
    return token && state && order ? { token, order, currency: state.currency } : null;
  };

  const tell = async ({ token, order, currency }: Found, status: Webhook['status'], reason?: string): Promise<void> => {
    const webhook: Webhook = {
      world: token.world,
      account: token.account,
      order: order.id,
      transaction: `${order.id}-${status === 'SUCCEEDED' ? 'paid' : 'refused'}`,
      amount: order.amount,
      currency,
      status,
      ...(reason === undefined ? {} : { reason }),
    };
    await deliver(parts, webhook);
    await deliver(parts, webhook);
  };

  const show = (c: Context, body: ReturnType<typeof endPage>, status: 200 | 404 = 200) => {
    const nonce = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16)).join('');
    c.header('Content-Security-Policy', `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'`);
    c.header('Referrer-Policy', 'no-referrer');
    c.header('Cache-Control', 'no-store');
    return c.html(page(providerMessages(c.req.header('Accept-Language')), nonce, body), status);
  };

  const sumOf = ({ order, currency }: Found, lang: string): string =>
    new Intl.NumberFormat(lang, { style: 'currency', currency }).format(order.amount as Intl.StringNumericLiteral);

  app.get('/pay/:token', async (c) => {
    const m = providerMessages(c.req.header('Accept-Language'));
    const found = await find(c);
    if (!found) return show(c, endPage(m.unknown, ''), 404);
    const { order, token } = found;
    if (order.state === 'SUCCEEDED' || order.state === 'FAILED') return show(c, endPage(m.over, m.overText));
    return show(c, choosePage(m, c.req.path, token.account, sumOf(found, m.lang), order.method === 'SBP'));
  });

  app.post('/pay/:token/:action', async (c) => {
    const m = providerMessages(c.req.header('Accept-Language'));
    const found = await find(c);
    if (!found) return show(c, endPage(m.unknown, ''), 404);
    const base = c.req.path.replace(/\/[a-z]+$/, '');
    if (found.order.state === 'SUCCEEDED') return show(c, endPage(m.over, m.overText));
    switch (c.req.param('action')) {
      case 'secure':
        return show(c, securePage(m, base, sumOf(found, m.lang)));
      case 'silent':
        return show(c, silentPage(m, base));
      case 'code': {
        const { code } = await c.req.parseBody();
        if (typeof code !== 'string' || !/^\d{4}$/.test(code) || code === '0000') {
          await tell(found, 'FAILED', 'THREE_DS_FAILED');
          return show(c, endPage(m.failed, m.failedText));
        }
        await tell(found, 'SUCCEEDED');
        return show(c, endPage(m.done, m.doneText));
      }
      case 'pay':
        await tell(found, 'SUCCEEDED');
        return show(c, endPage(m.done, m.doneText));
      case 'decline':
      case 'poor':
        await tell(found, 'FAILED', c.req.param('action') === 'poor' ? 'INSUFFICIENT_FUNDS' : 'DECLINED');
        return show(c, endPage(m.failed, m.failedText));
      default:
        return show(c, endPage(m.unknown, ''), 404);
    }
  });

  return app;
}

async function deliver(parts: ProviderParts, webhook: Webhook): Promise<void> {
  const body = JSON.stringify(webhook);
  await parts.post(body, await sign(parts.secret, body, parts.wall()));
}

/** Position of the outbox up to which automatic payments have been asked of the provider. */
const ASKED = 'autopay:asked';
const PAGE = 500;

/** Charges the card that auto-payment was given, whenever a world begins such a payment. @returns Ends it. */
export function payAutomatically(parts: ProviderParts, host: WorldHost): () => void {
  let reading: Promise<void> | null = null;
  let again = false;
  const read = async (): Promise<void> => {
    do {
      again = false;
      await askForNew(parts, host);
    } while (again);
    reading = null;
  };
  return host.watch(() => {
    again = reading !== null;
    // What could not be asked for now is asked for the next time.
    reading ??= read().catch(() => {
      reading = null;
    });
  });
}

async function askForNew(parts: ProviderParts, host: WorldHost): Promise<void> {
  let position = Number((await host.store.fact(ASKED)) ?? 0);
  for (;;) {
    const events = await host.store.outbox(position, PAGE);
    for (const { account, data } of events) {
      const event = data as Event;
      if (event.type !== 'topup.created' || !event.order.auto) continue;
      const { id, amount } = event.order;
      const state = await host.world.account(account);
      if (!state) continue;
      await deliver(parts, {
        world: host.id,
        account,
        order: id,
        transaction: `${id}-paid`,
        amount,
        currency: state.currency,
        status: 'SUCCEEDED',
      });
    }
    position = events.at(-1)?.position ?? position;
    if (events.length > 0) await host.store.putFact(ASKED, String(position));
    if (events.length < PAGE) return;
  }
}
