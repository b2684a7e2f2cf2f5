/** A world for tests: steps are told as in a scenario, local time of Moscow unless an offset is given. */
import type { Catalog } from '../engine/catalog.js';
import type { Command, Receipt } from '../engine/command.js';
import { Refusal } from '../engine/errors.js';
import type { Query } from '../engine/query.js';
import { MemoryStore } from '../store/memory.js';
import type { Store } from '../store/port.js';
import { type PerformOptions, World } from './world.js';

export const ACCOUNT = '100001';
export const NUMBER = '+79990000001';
export const OTHER = '+79990000002';
export const STRANGER = '+79160000001';

/** Adds the time of midnight and the offset of Moscow where they are missing. */
export function moment(text: string): string {
  const withTime = text.includes('T') ? text : `${text}T00:00:00`;
  return /(Z|[+-]\d\d:\d\d)$/.test(withTime) ? withTime : `${withTime}+03:00`;
}

export class Timeline {
  private constructor(readonly world: World) {}

  static async begin(catalog: Catalog, start = '2026-11-01', store: Store = new MemoryStore()): Promise<Timeline> {
    const world = await World.open({
      id: 'test',
      catalog,
      timezone: 'Europe/Moscow',
      currency: 'RUB',
      start: moment(start),
      store,
    });
    return new Timeline(world);
  }

  /** Moves the clock and carries out commands at that instant. */
  async at(when: string, ...commands: readonly Command[]): Promise<Receipt> {
    await this.world.advance(moment(when));
    let receipt: Receipt = {};
    for (const command of commands) receipt = await this.world.perform(command);
    return receipt;
  }

  /** Opens the account with a number of a tariff. */
  async connect(when: string, tariff: string, opening = '1000.00'): Promise<this> {
    await this.at(
      when,
      { do: 'account.open', account: ACCOUNT, opening },
      { do: 'number.add', account: ACCOUNT, number: NUMBER, tariff },
    );
    return this;
  }

  /** The code with which a command is refused, or `null`. */
  async refusal(command: Command, options: PerformOptions = {}): Promise<string | null> {
    try {
      await this.world.perform(command, options);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  ask(query: Query): Promise<unknown> {
    return this.world.ask(query);
  }

  /** The balance. */
  async balance(account = ACCOUNT): Promise<string> {
    return (await this.world.account(account))?.balance ?? 'none';
  }
}

/** A server of a world that several have: its tariff `t` costs 60.00 once, and nothing is due. */
export function openShared(store: Store): Promise<World> {
  return World.open({
    id: 'shared',
    catalog: { tariffs: [{ code: 't', name: 'T', setupFee: '60.00' }] },
    timezone: 'Europe/Moscow',
    currency: 'RUB',
    start: moment('2026-11-01T10:00:00'),
    store,
  });
}

/** A call from the number to a stranger. */
export function call(id: string, seconds: number, more: Partial<Extract<Command, { do: 'usage' }>> = {}): Command {
  return { do: 'usage', number: NUMBER, service: 'CALL', seconds, peer: STRANGER, id, ...more };
}
