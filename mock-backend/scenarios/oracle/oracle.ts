import { Decimal } from 'decimal.js';
import type { Expectation, Step } from '../format.js';
import { OracleAccount } from './account.js';
import { bills, statement } from './bill.js';
import { packages } from './packages.js';
import { No, text } from './state.js';
import { perform } from './steps.js';
import type { Timeline } from './generate.js';
import { instant, local, ZONE } from './time.js';

/** A scenario as it stands in a file. */
export interface ScenarioJson {
  readonly scenario: string;
  readonly title: string;
  readonly timezone: string;
  readonly start: string;
  readonly catalog: Timeline['catalog'];
  readonly steps: readonly object[];
}

/**
 * Makes a scenario of a timeline: the second calculation says what must come out after every step.
 *
 * It is written from the words of FORMAT.md alone and shares no code with the engine, so that a misreading has to happen twice to
 * go unseen.
 */
export function foretell(timeline: Timeline, name: string): ScenarioJson {
  let account: OracleAccount | undefined;
  const steps = timeline.steps.map(({ at, command }): object => {
    const step = { at: instant(at), ...command };
    if (command.do === 'account.open') {
      account = new OracleAccount(
        timeline.catalog,
        new Decimal(command.opening ?? 0),
        command.creditLimit === null ? null : new Decimal(command.creditLimit ?? 0),
        command.dayLimit ? new Decimal(command.dayLimit) : null,
        command.billingMode === 'POSTPAID',
        at,
      );
      return step;
    }
    if (!account) return step;
    account.advance(at);
    let error: string | undefined;
    if (command.do !== 'clock') {
      try {
        perform(account, command);
      } catch (refusal) {
        if (!(refusal instanceof No)) throw refusal;
        error = refusal.code;
      }
    }
    const ended = command.do === 'clock';
    return { ...step, ...(error && { error }), expect: expectations(account, command, ended) };
  });
  const start = instant(timeline.start);
  return { scenario: name, title: 'A random life', timezone: ZONE, start, catalog: timeline.catalog, steps };
}

function expectations(
  account: OracleAccount,
  command: Timeline['steps'][number]['command'],
  ended: boolean,
): readonly Expectation[] {
  const id = '100001';
  const found: object[] = [];
  const rated = command.do === 'usage' ? account.rated.get(command.id ?? '') : undefined;
  if (command.do === 'usage' && rated) {
    const { amount, outcome, packaged, billedSeconds } = rated;
    const seconds =
      command.service === 'CALL' && outcome !== 'UNRATED' && command.direction !== 'IN' ? { billedSeconds } : {};
    found.push({ get: 'rated', id: command.id, is: { amount, outcome, packaged, ...seconds } });
  }
  const available = account.credit === null ? null : text(account.balance.plus(account.credit).plus(account.promised));
  found.push({
    get: 'balance',
    account: id,
    is: {
      balance: text(account.balance),
      promised: text(account.promised),
      available,
      locks: [...account.locks].sort(),
    },
  });
  const number = 'number' in command ? command.number : undefined;
  if (number !== undefined && account.numbers.some((own) => own.number === number)) {
    found.push({ get: 'packages', number, is: packages(account, number) });
  }
  if (ended) {
    for (const own of account.numbers)
      found.push({ get: 'packages', number: own.number, is: packages(account, own.number) });
    for (const { month, is } of bills(account)) found.push({ get: 'bill', account: id, month, is });
    found.push({ get: 'statement', account: id, is: statement(account) });
    found.push({ get: 'alerts', account: id, is: account.alerts });
    found.push({ get: 'invariants', is: { ok: true } });
  } else if (local(account.now).date <= 3) {
    for (const { month, is } of bills(account).slice(-1)) found.push({ get: 'bill', account: id, month, is });
  }
  return found as Expectation[];
}

/** The same, as a step of the format. */
export type ForetoldStep = Step;
