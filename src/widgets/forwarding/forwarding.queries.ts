import type { Answer } from '../../api/client.js';
import type { LkError } from '../../api/errors.js';
import type { Command } from '../../core/resource/command.js';
import type { Query } from '../../core/resource/query.js';

export type Forwarding = Answer<'/v1/accounts/{account}/numbers/{number}/forwarding'>;
export type Rule = Forwarding['rules'][number];
export type RuleType = Rule['type'];
export type LegQuote = Answer<'/v1/accounts/{account}/numbers/{number}/forwarding/quote'>;

/** Conditions in the order in which the network asks them. @see domain.md FWD-3 */
export const CONDITIONS = ['CFNRC', 'CFB', 'CFNRY'] as const satisfies readonly RuleType[];
export const TYPES = ['CFU', ...CONDITIONS] as const satisfies readonly RuleType[];
/** Seconds that may be waited for an answer. @see domain.md §7.1 */
export const WAITS = [5, 10, 15, 20, 25, 30] as const;
export const DEFAULT_WAIT = 20;

interface Place {
  readonly account: string;
  readonly number: string;
}

/** The rules of one number as the network knows them. */
export const forwardingOf = (path: Place): Query<Forwarding> => ({
  key: `forwarding:${path.account}:${path.number}`,
  tags: ['forwarding'],
  load: (client, { signal }) => client.get('/v1/accounts/{account}/numbers/{number}/forwarding', { path, signal }),
});

/** The rules of a number that could not be found out. @param error - Why. */
export const unknownNumber = (account: string, error: LkError): Query<Forwarding> => ({
  key: `forwarding:${account}:unknown:${error.kind}`,
  tags: ['numbers'],
  load: () => Promise.reject(error),
});

/** What a minute of the forwarded leg costs; refused as the rule would be. */
export const legQuoteOf = (path: Place, target: string): Query<LegQuote> => ({
  key: `leg:${path.account}:${path.number}:${target}`,
  tags: ['forwarding', 'numbers'],
  load: (client, { signal }) =>
    client.get('/v1/accounts/{account}/numbers/{number}/forwarding/quote', { path, query: { target }, signal }),
});

export interface RuleInput extends Place {
  readonly target: string;
  readonly noReplySec?: number;
  readonly active: boolean;
}

/** Registers a rule, or switches it on or off. */
export const setRule = (type: RuleType): Command<RuleInput, Forwarding> => ({
  name: `forwarding.${type}`,
  invalidates: ['forwarding'],
  repeats: true,
  run: (client, { account, number, ...json }, options) =>
    client.put('/v1/accounts/{account}/numbers/{number}/forwarding/{type}', {
      path: { account, number, type },
      json,
      ...options,
    }),
});

/** Erases one rule. */
export const eraseRule = (type: RuleType): Command<Place, Forwarding> => ({
  name: `forwarding.${type}.erase`,
  invalidates: ['forwarding'],
  repeats: true,
  run: (client, path, options) =>
    client.delete('/v1/accounts/{account}/numbers/{number}/forwarding/{type}', { path: { ...path, type }, ...options }),
});

/** Erases all rules, as the code of 3GPP TS 22.030 does. */
export const eraseAll: Command<Place, Forwarding> = {
  name: 'forwarding.all',
  invalidates: ['forwarding'],
  repeats: true,
  run: (client, path, options) =>
    client.post('/v1/accounts/{account}/numbers/{number}/forwarding/mmi', {
      path,
      json: { code: '##002#' },
      ...options,
    }),
};

const SERVICE_CODE: Readonly<Record<RuleType, string>> = { CFU: '21', CFB: '67', CFNRY: '61', CFNRC: '62' };

/** What to dial on the phone for the same effect. @see domain.md §7.1; 3GPP TS 22.030 §6.5.2 */
export function dialCode(
  type: RuleType,
  action: 'set' | 'ask' | 'erase',
  target = '',
  wait: number | null = null,
): string {
  const code = SERVICE_CODE[type];
  if (action === 'ask') return `*#${code}#`;
  if (action === 'erase') return `##${code}#`;
  return type === 'CFNRY' && wait !== null ? `**${code}*${target}*11*${wait}#` : `**${code}*${target}#`;
}
