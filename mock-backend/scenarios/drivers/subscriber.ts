import type { Command, Product } from '../../engine/command.js';
import { Refusal } from '../../engine/errors.js';
import type { Query } from '../../engine/query.js';
import type { Driver, Session, StepOptions, WorldSetup } from './driver.js';
import type { HttpDriver, Request } from './http.js';
import { answerOf, plain, pathOf } from './subscriber-reads.js';
import { orderOf } from './subscriber-orders.js';

/** The user whose eyes and hands the scenario's own steps are, so that they go the way of a subscriber. */
const USER = 'lk-scenario';
const PRODUCTS: readonly Product[] = ['CORE', 'BILLING', 'TELEPHONY'];

/** What the driver keeps in mind to find its way: addresses need the account, prices the currency. */
export interface Known {
  readonly accounts: Map<string, { readonly currency: string }>;
  /** Number → account. */
  readonly numbers: Map<string, string>;
  /** Record of usage → account. */
  readonly records: Map<string, string>;
  /** Quote by its name in the scenario. */
  readonly quotes: Map<string, unknown>;
}

/**
 * Runs scenarios the way subscribers and widgets go: what `/v1` offers goes through its routes with a token of a user, the rest,
 * the operator's own work, through `/admin`.
 */
export class SubscriberDriver implements Driver {
  constructor(private readonly admin: HttpDriver) {}

  async open(setup: WorldSetup): Promise<Session> {
    const session = await this.admin.open(setup);
    return new SubscriberSession(session, this.admin, setup);
  }

  close(): Promise<void> {
    return this.admin.close();
  }
}

class SubscriberSession implements Session {
  readonly #known: Known = { accounts: new Map(), numbers: new Map(), records: new Map(), quotes: new Map() };
  readonly #tokens = new Map<string, string>();

  constructor(
    private readonly session: Session,
    private readonly admin: HttpDriver,
    private readonly setup: WorldSetup,
  ) {}

  advance(to: string): Promise<void> {
    return this.session.advance(to);
  }

  close(): Promise<void> {
    return this.session.close();
  }

  async perform(command: Command, options: StepOptions): Promise<void> {
    const acting = actorOf(command);
    const order = orderOf(acting.step, this.#known, acting.user !== USER);
    if (!order) {
      await this.session.perform(command, options);
      await this.#learn(acting.step);
      return;
    }
    const made = await order.run((request) => this.#send(acting.user, request), options.key);
    if (options.as !== undefined) this.#known.quotes.set(options.as, made);
  }

  async ask(query: Query): Promise<unknown> {
    if (query.get === 'quote' && this.#known.quotes.has(query.as)) return this.#known.quotes.get(query.as);
    const path = pathOf(query, this.#known);
    if (path === null) return this.session.ask(query);
    try {
      return await answerOf(query, path, (request) => this.#send(USER, request));
    } catch (error) {
      // Subscribers see bills of months that are over (BIL-3); what the format says of other months only the operator can be asked.
      if (query.get === 'bill' && error instanceof Refusal && error.code === 'NOT_FOUND')
        return this.session.ask(query);
      throw error;
    }
  }

  /** Takes note of what the operator has made, and lets the scenario's user in. */
  async #learn(command: Command): Promise<void> {
    if (command.do === 'number.add') this.#known.numbers.set(command.number, command.account);
    if (command.do === 'usage' && command.id !== undefined) {
      const owner = this.#known.numbers.get(command.number);
      if (owner !== undefined) this.#known.records.set(command.id, owner);
    }
    if (command.do !== 'account.open') return;
    const { account, currency = this.setup.currency } = command;
    this.#known.accounts.set(account, { currency });
    for (const product of PRODUCTS) {
      await this.session.perform({ do: 'user.grant', account, user: USER, product, level: 'ADMIN' }, {});
    }
  }

  async #send(user: string, request: Request): Promise<unknown> {
    const headers = {
      Authorization: `Bearer ${await this.#token(user)}`,
      ...(request.method !== 'GET' && { 'Idempotency-Key': request.key ?? crypto.randomUUID() }),
    };
    return plain(await this.admin.request(request, headers));
  }

  async #token(user: string): Promise<string> {
    const known = this.#tokens.get(user);
    if (known !== undefined) return known;
    const { token } = await this.admin.token(this.setup.id, user);
    this.#tokens.set(user, token);
    return token;
  }
}

/** Who does what: a step of the scenario's own is done by its user, one of somebody else by him. */
function actorOf(command: Command): { readonly user: string; readonly step: Command } {
  if (command.do === 'as-user') return { user: command.user, step: command.step };
  return { user: (command.do === 'user.grant' ? command.by : undefined) ?? USER, step: command };
}
