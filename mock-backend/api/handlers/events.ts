import { streamSSE } from 'hono/streaming';
import { decide, type Action } from '../../engine/access/policy.js';
import type { EventType } from '../../engine/events.js';
import { StoreFailure } from '../../store/port.js';
import { scopeOfAction } from '../auth/scopes.js';
import type { ApiContext } from '../env.js';
import { Reader } from '../reader.js';
import type { WallClock, WorldHost } from '../worlds.js';

/** How often the journal is looked at when nobody says that it grew: another process may have written. */
const POLL_MS = 1000;
/** Proxies close what is silent for too long. */
const BEAT_MS = 15_000;

/** What a page should read again, and who may know about it. */
const topics: Readonly<Record<string, Action>> = {
  day: 'account.read',
  balance: 'balance.read',
  payment: 'payments.read',
  lock: 'balance.read',
  bill: 'bills.read',
  alert: 'alerts.read',
  usage: 'detail.read',
  order: 'numbers.read',
  forwarding: 'forwarding.read',
  sim: 'sim.read',
  sip: 'sip.read',
  topup: 'topup.create',
  documents: 'card.read',
  products: 'products.read',
  users: 'users.read',
};

const topicsOf: Readonly<Partial<Record<EventType, readonly string[]>>> = {
  'day.began': ['day'],
  'entry.posted': ['balance', 'usage'],
  'payment.made': ['payment', 'balance'],
  'payment.refunded': ['payment', 'balance'],
  'payment.reversed': ['payment', 'balance'],
  'promised.taken': ['balance'],
  'promised.ended': ['balance'],
  'lock.set': ['lock', 'balance'],
  'lock.lifted': ['lock', 'balance'],
  'month.closed': ['bill'],
  'alert.sent': ['alert'],
  'alert.set': ['alert'],
  'alert.contact': ['alert'],
  'contact.asked': ['alert'],
  'contact.missed': ['alert'],
  'contact.confirmed': ['alert'],
  'contact.changed': ['alert'],
  'contact.removed': ['alert'],
  'contact.bounced': ['alert'],
  'number.connected': ['order'],
  'number.closing': ['order'],
  'number.closed': ['order'],
  'tariff.changed': ['order'],
  'change.scheduled': ['order'],
  'change.postponed': ['order'],
  'change.cancelled': ['order'],
  'option.switched': ['order'],
  'bucket.granted': ['order'],
  'forwarding.changed': ['forwarding'],
  'sim.added': ['sim'],
  'sim.profiled': ['sim'],
  'sim.bound': ['sim'],
  'sim.unbound': ['sim'],
  'sim.lost': ['sim'],
  'sip.created': ['sip'],
  'sip.configured': ['sip'],
  'sip.reset': ['sip'],
  'sip.registered': ['sip'],
  'sip.deleted': ['sip'],
  'sip.referred': ['sip'],
  'sip.refused': ['sip'],
  'topup.created': ['topup'],
  'topup.settled': ['topup'],
  'autopay.set': ['topup'],
  'topup.held': ['topup'],
  'invoice.issued': ['topup'],
  'invoice.paid': ['topup'],
  'product.connected': ['products'],
  'product.changed': ['products'],
  'product.scheduled': ['products'],
  'product.closing': ['products'],
  'product.closed': ['products'],
  'cart.put': ['order'],
  'cart.removed': ['order'],
  'cart.expired': ['order'],
  'card.set': ['documents'],
  'identity.set': ['documents'],
  'file.stored': ['documents'],
  'file.deleted': ['documents'],
  'file.reviewed': ['documents'],
  'request.submitted': ['documents'],
  'request.supplied': ['documents'],
  'request.decided': ['documents'],
  'user.granted': ['users'],
  'user.scoped': ['users'],
  'user.removed': ['users'],
  'user.invited': ['users'],
  'invite.resent': ['users'],
  'invite.revoked': ['users'],
  'invite.accepted': ['users'],
  'owner.offered': ['users'],
  'owner.declined': ['users'],
  'owner.accepted': ['users'],
};

const isEventType = (type: string): type is EventType => Object.hasOwn(topicsOf, type);

/** Topics touched after a position, each with the position it was touched at last. */
async function touchedAfter(host: WorldHost, account: string, afterSeq: number) {
  const touched = new Map<string, { seq: number; at: number }>();
  let seq = afterSeq;
  for await (const event of host.store.scan({ account, afterSeq })) {
    seq = event.seq;
    for (const topic of isEventType(event.type) ? (topicsOf[event.type] ?? []) : [])
      touched.set(topic, { seq, at: event.at });
  }
  return { seq, touched };
}

/** Where to begin: after the event the client saw last, or now. What it cannot have seen means: read everything again. */
function startOf(c: ApiContext, account: string): { readonly seq: number; readonly reset: boolean } {
  const end = c.get('host').world.accounts.seq(account);
  const header = c.req.header('last-event-id');
  if (header === undefined || header === '') return { seq: end, reset: false };
  const seen = /^\d{1,15}$/.test(header) ? Number(header) : Infinity;
  return seen <= end ? { seq: seen, reset: false } : { seq: end, reset: true };
}

/**
 * What changes on an account, as server-sent events `{account, type, at}`: they say what to read again, not what it is.
 * The id of an event is its place in the journal, so a client that was away goes on where it stopped. Ends with the token.
 */
export function streamAccount(c: ApiContext, account: string, wall: WallClock): Response {
  const [host, grant] = [c.get('host'), c.get('grant')];
  const start = startOf(c, account);
  /** That there is the account, any token for it may know. */
  const isOpen = (action: Action) => action === 'account.read' || grant.scopes.includes(scopeOfAction(action));
  return streamSSE(c, async (stream) => {
    let { seq } = start;
    let wake = () => {};
    const stop = host.watch(() => wake());
    stream.onAbort(() => wake());
    let beat = wall();
    if (start.reset)
      await stream.writeSSE({ event: 'reset', data: JSON.stringify({ account, type: 'reset' }), id: String(seq) });
    else
      await stream.writeSSE({
        event: 'open',
        data: JSON.stringify({ account, type: 'open' }),
        id: String(seq),
        retry: 3000,
      });
    try {
      while (!stream.aborted && wall() < grant.expires) {
        const world = await host.present();
        const found = await touchedAfter(host, account, seq);
        if (found.touched.size > 0) {
          const state = await world.account(account);
          if (state === undefined) return;
          const { rights, zone } = new Reader(host, state, grant.user);
          if (decide('account.read', rights) !== 'ALLOWED') return;
          for (const [type, { at }] of found.touched) {
            const action = topics[type];
            if (action === undefined || !isOpen(action) || decide(action, rights) !== 'ALLOWED') continue;
            await stream.writeSSE({
              event: type,
              data: JSON.stringify({ account, type, at: zone.format(at) }),
              id: String(found.seq),
            });
          }
          beat = wall();
        }
        seq = found.seq;
        if (wall() - beat >= BEAT_MS) {
          await stream.write(': still here\n\n');
          beat = wall();
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, POLL_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    } catch (error) {
      // The stream ends, and the page asks for it again.
      if (!(error instanceof StoreFailure)) throw error;
    } finally {
      stop();
    }
  });
}
