import type { CommandName, Level, Product } from '../command.js';
import type { QueryName } from '../query.js';

/**
 * Who may do what: one table for the engine, the API and the widgets, which hide and disable by it.
 * `own`: enough is USER with the right to manage his own numbers himself.
 *
 * @see domain.md §11
 */
const POLICY = {
  'account.read': { product: 'CORE', level: 'USER' },
  'users.read': { product: 'CORE', level: 'ADMIN' },
  'users.change': { product: 'CORE', level: 'ADMIN' },
  'ownership.transfer': { product: 'CORE', level: 'OWNER' },
  'contract.close': { product: 'CORE', level: 'OWNER' },

  'balance.read': { product: 'BILLING', level: 'USER' },
  'bills.read': { product: 'BILLING', level: 'USER' },
  'payments.read': { product: 'BILLING', level: 'USER' },
  'topup.create': { product: 'BILLING', level: 'USER' },
  'promised.take': { product: 'BILLING', level: 'USER' },
  'documents.download': { product: 'BILLING', level: 'ADMIN' },
  'autopay.change': { product: 'BILLING', level: 'ADMIN' },
  'alerts.read': { product: 'BILLING', level: 'USER' },
  'alerts.change': { product: 'BILLING', level: 'ADMIN' },

  'numbers.read': { product: 'TELEPHONY', level: 'USER' },
  'detail.read': { product: 'TELEPHONY', level: 'USER' },
  'detail.export': { product: 'TELEPHONY', level: 'USER' },
  'number.connect': { product: 'TELEPHONY', level: 'ADMIN' },
  'number.disconnect': { product: 'TELEPHONY', level: 'ADMIN' },
  'tariff.change': { product: 'TELEPHONY', level: 'ADMIN' },
  'option.change': { product: 'TELEPHONY', level: 'ADMIN' },
  'package.buy': { product: 'TELEPHONY', level: 'ADMIN' },
  'forwarding.read': { product: 'TELEPHONY', level: 'USER' },
  'forwarding.change': { product: 'TELEPHONY', level: 'ADMIN', own: true },
  'sip.read': { product: 'TELEPHONY', level: 'USER' },
  'sip.change': { product: 'TELEPHONY', level: 'ADMIN', own: true },
  'equipment.change': { product: 'TELEPHONY', level: 'ADMIN', own: true },
  'sim.read': { product: 'TELEPHONY', level: 'USER' },
  'sim.change': { product: 'TELEPHONY', level: 'ADMIN' },

  'products.read': { product: 'VPBX', level: 'USER' },
  'products.change': { product: 'VPBX', level: 'ADMIN' },

  'card.read': { product: 'DOCS', level: 'ADMIN' },
  'files.read': { product: 'DOCS', level: 'ADMIN' },
  'files.upload': { product: 'DOCS', level: 'ADMIN' },
  'passport.replace': { product: 'DOCS', level: 'OWNER' },
  'refund.apply': { product: 'DOCS', level: 'OWNER' },
} as const satisfies Readonly<
  Record<string, { readonly product: Product; readonly level: Level; readonly own?: true }>
>;

/** A thing that a user may or may not do. */
export type Action = keyof typeof POLICY;

/** All actions, in the order of the table. */
export const ACTIONS: readonly Action[] = Object.keys(POLICY).filter(isAction);

export const PRODUCTS: readonly Product[] = ['CORE', 'BILLING', 'TELEPHONY', 'VPBX', 'DOCS'];

/** What a user was granted on one account. */
export interface Rights {
  /** A missing product is NONE. */
  readonly levels: Readonly<Partial<Record<Product, Level>>>;
  /** The only numbers that he sees; absent: all (ADM-4). */
  readonly numbers?: readonly string[];
  /** Whether a USER manages forwarding, SIP and equipment of his numbers himself. */
  readonly selfManage?: boolean;
}

/** `NOT_FOUND`: he is not even told that it exists (ADM-3). */
export type Decision = 'ALLOWED' | 'NOT_FOUND' | 'FORBIDDEN';

const RANK: Readonly<Record<Level, number>> = { NONE: 0, USER: 1, ADMIN: 2, OWNER: 3 };

/** The product that an action belongs to. */
export function productOf(action: Action): Product {
  return POLICY[action].product;
}

/** Whether one level is at least another. */
export function isAtLeast(level: Level, wanted: Level): boolean {
  return RANK[level] >= RANK[wanted];
}

/**
 * The level that counts: none without access to the cabinet, and everything for the owner of the contract.
 *
 * @see domain.md ADM-3, ADM-5; FORMAT.md §5
 */
export function levelOn(product: Product, rights: Rights): Level {
  const core = rights.levels.CORE ?? 'NONE';
  if (core === 'NONE' || core === 'OWNER') return core;
  return rights.levels[product] ?? 'NONE';
}

/** The only numbers that a user sees; `null`: all, and what is of the contract as a whole. @see domain.md ADM-4 */
export function numbersSeen(rights: Rights): readonly string[] | null {
  return levelOn('CORE', rights) === 'OWNER' ? null : (rights.numbers ?? null);
}

/**
 * Decides one action of one user.
 *
 * @param action - A row of the table, or `OPERATOR` for what only the operator does.
 * @param rights - What the user was granted on the account; `undefined` if nothing.
 * @param number - The number that it is about, if it is about one.
 * @see domain.md ADM-3, ADM-4, ADM-5; FORMAT.md §5
 */
export function decide(action: Action | 'OPERATOR', rights: Rights | undefined, number?: string): Decision {
  if (!rights || levelOn('CORE', rights) === 'NONE') return 'NOT_FOUND';
  if (action === 'OPERATOR') return 'FORBIDDEN';
  const rule: { product: Product; level: Level; own?: true } = POLICY[action];
  const level = levelOn(rule.product, rights);
  const outOfScope = number !== undefined && rights.numbers !== undefined && !rights.numbers.includes(number);
  if (level === 'NONE' || (outOfScope && level !== 'OWNER')) return 'NOT_FOUND';
  const wanted: Level = rule.own && rights.selfManage ? 'USER' : rule.level;
  return isAtLeast(level, wanted) ? 'ALLOWED' : 'FORBIDDEN';
}

/** Every action and whether the user may do it: what `GET /v1/me` tells the widgets. */
export function permissions(rights: Rights | undefined): Readonly<Record<string, boolean>> {
  return Object.fromEntries(ACTIONS.map((action) => [action, decide(action, rights) === 'ALLOWED']));
}

/** The action that a command is; what is not a subscriber's business is the operator's. */
export const ACTION_OF_COMMAND: Readonly<Record<CommandName, Action | 'OPERATOR'>> = {
  'account.open': 'OPERATOR',
  'account.lock': 'OPERATOR',
  'number.add': 'number.connect',
  'number.disconnect': 'number.disconnect',
  'tariff.quote': 'tariff.change',
  'tariff.change': 'tariff.change',
  'tariff.cancel': 'tariff.change',
  'option.on': 'option.change',
  'option.off': 'option.change',
  'package.buy': 'package.buy',
  usage: 'OPERATOR',
  'usage.import': 'OPERATOR',
  call: 'OPERATOR',
  payment: 'topup.create',
  'payment.refund': 'refund.apply',
  'payment.reverse': 'OPERATOR',
  correction: 'OPERATOR',
  'promised.take': 'promised.take',
  'alert.contact': 'alerts.change',
  'alert.settings': 'alerts.change',
  'forwarding.set': 'forwarding.change',
  'forwarding.mmi': 'forwarding.change',
  'sim.add': 'sim.change',
  'sim.profile': 'OPERATOR',
  'sim.bind': 'sim.change',
  'sim.unbind': 'sim.change',
  'sim.swap': 'sim.change',
  'sim.puk': 'sim.change',
  'detail.export': 'detail.export',
  'sip.create': 'sip.change',
  'sip.delete': 'sip.change',
  'sip.reset': 'sip.change',
  'sip.configure': 'equipment.change',
  'sip.register': 'OPERATOR',
  'sip.refer': 'OPERATOR',
  'card.set': 'OPERATOR',
  'card.edit': 'files.upload',
  'card.reveal': 'card.read',
  'identity.ask': 'OPERATOR',
  'file.store': 'files.upload',
  'file.delete': 'files.upload',
  'file.view': 'files.read',
  'file.review': 'OPERATOR',
  'passport.replace': 'passport.replace',
  'request.submit': 'files.upload',
  'request.supply': 'files.upload',
  'request.withdraw': 'files.upload',
  'request.decide': 'OPERATOR',
  'product.quote': 'products.change',
  'product.connect': 'products.change',
  'product.change-quote': 'products.change',
  'product.change': 'products.change',
  'product.cancel': 'products.change',
  'product.close': 'products.change',
  'cart.put': 'number.connect',
  'cart.remove': 'number.connect',
  'address.add': 'number.connect',
  'cart.quote': 'number.connect',
  'cart.confirm': 'number.connect',
  'option.quote': 'option.change',
  'number.reconnect-quote': 'number.connect',
  'number.reconnect': 'number.connect',
  'topup.create': 'topup.create',
  'topup.cancel': 'topup.create',
  'topup.settle': 'OPERATOR',
  'invoice.create': 'topup.create',
  'autopay.set': 'autopay.change',
  'contact.resend': 'alerts.change',
  'contact.confirm': 'alerts.change',
  'contact.change': 'alerts.change',
  'contact.remove': 'alerts.change',
  'contact.test': 'alerts.change',
  'contact.bounce': 'OPERATOR',
  'user.grant': 'users.change',
  'user.change': 'users.change',
  'user.remove': 'users.change',
  'user.invite': 'users.change',
  'invite.resend': 'users.change',
  'invite.revoke': 'users.change',
  'invite.accept': 'OPERATOR',
  'owner.offer': 'ownership.transfer',
  'owner.accept': 'account.read',
  'owner.decline': 'account.read',
  'stepup.send': 'account.read',
  'stepup.confirm': 'account.read',
  'as-user': 'OPERATOR',
  clock: 'OPERATOR',
};

/** The action that a question is. */
export const ACTION_OF_QUERY: Readonly<Record<QueryName, Action | 'OPERATOR'>> = {
  balance: 'balance.read',
  statement: 'bills.read',
  bill: 'bills.read',
  bills: 'bills.read',
  summary: 'bills.read',
  detail: 'detail.read',
  rated: 'detail.read',
  import: 'OPERATOR',
  packages: 'numbers.read',
  quote: 'tariff.change',
  change: 'numbers.read',
  postings: 'payments.read',
  payments: 'payments.read',
  alerts: 'alerts.read',
  forwarding: 'forwarding.read',
  route: 'forwarding.read',
  sim: 'sim.read',
  unrated: 'detail.read',
  invariants: 'OPERATOR',
  explain: 'detail.read',
};

function isAction(text: string): text is Action {
  return Object.hasOwn(POLICY, text);
}
