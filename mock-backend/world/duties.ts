/** What is due without anybody asking, a page of accounts at a time: decided in order of time, then of account, and made together. */
import { monthOf, Zone } from '../engine/calendar.js';
import { Desk } from '../engine/desk.js';
import { nextDue, runDue } from '../engine/midnight.js';
import type { AccountState } from '../engine/state.js';
import { Conflict, type Due, type Store } from '../store/port.js';
import type { Accounts, Holder } from './accounts.js';
import { Agenda } from './agenda.js';
import { Directory, Unread } from './directory.js';
import type { Stock } from './stock.js';

/** Accounts of one page, and what is run of them before it is made: memory is bounded by accounts in work, not by accounts in all. */
const PAGE = 200;
const RUNS = 2000;
const MAX_RETRIES = 5;

export class Duties {
  constructor(
    private readonly store: Store,
    private readonly accounts: Accounts,
    private readonly stock: Stock,
  ) {}

  /** The next page of accounts that are due at or before an instant. */
  page(until: number): Promise<readonly Due[]> {
    return this.store.due(until, PAGE);
  }

  /**
   * Runs what is due of a page, and what becomes due meanwhile before others are. Nobody else of this process may be at work on its
   * accounts.
   *
   * @param page - In order; what comes after it was not read if the page is full.
   */
  async run(page: readonly Due[], until: number): Promise<void> {
    let directory = this.#directory();
    for (let attempt = 1; ;) {
      try {
        const { desks, idle } = await this.#decide(page, until, directory);
        await this.accounts.commit(desks, directory);
        return await this.accounts.renew(idle);
      } catch (error) {
        for (const { account } of page) this.accounts.forget(account);
        if (error instanceof Unread) await directory.learn(error);
        else if (error instanceof Conflict && attempt < MAX_RETRIES) {
          // Another process was first: what it left due is looked at anew.
          attempt += 1;
          directory = this.#directory();
        } else throw error;
        directory.leave();
      }
    }
  }

  /** @returns What was decided, and the accounts that are not due when the store says so. */
  async #decide(page: readonly Due[], until: number, directory: Directory) {
    const last = page.length < PAGE ? null : page.at(-1);
    const holders = await this.accounts.open(page.map(({ account }) => account));
    const agenda = new Agenda();
    const open = new Map<string, AccountState>();
    const idle: Holder[] = [];
    for (const [index, { account, at }] of page.entries()) {
      const holder = holders[index];
      if (!holder) throw new Error(`account ${account} is due and has no journal`);
      if (holder.due !== at) idle.push(holder);
      open.set(account, holder.state);
      directory.enter(holder.state);
      agenda.set(account, holder.due);
    }
    const desks: Desk[] = [];
    for (let due = agenda.take(until); due && desks.length < RUNS; due = agenda.take(until)) {
      if (last && (due.at > last.at || (due.at === last.at && due.account > last.account))) break;
      const state = open.get(due.account);
      if (!state) continue;
      directory.now = due.at;
      await directory.count(`bills:${monthOf(Zone.of(state.timezone).dayAt(due.at))}`);
      const desk = new Desk(state, this.accounts.catalogue, due.at, directory);
      runDue(desk);
      desks.push(desk);
      const next = nextDue(state, this.accounts.catalogue);
      if (next <= due.at && desk.events.length === 0) throw new Error(`account ${state.id} is due for ever`);
      agenda.set(state.id, next);
    }
    const ran = new Set(desks.map(({ state }) => state.id));
    return { desks, idle: idle.filter(({ state }) => !ran.has(state.id)) };
  }

  #directory(): Directory {
    return new Directory(this.store, this.stock, 0);
  }
}
