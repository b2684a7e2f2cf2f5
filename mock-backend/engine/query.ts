/**
 * The questions that the engine answers.
 *
 * @see FORMAT.md §6
 */
import type { PhoneState } from './command.js';

/** Keys of `byService` in the detail. */
export const DETAIL_SERVICES = [
  'CALL',
  'SMS',
  'DATA',
  'BONUS',
  'FEE',
  'OPTION',
  'SETUP',
  'PACKAGE',
  'MIN_SPEND',
  'CORRECTION',
] as const;
export type DetailService = (typeof DETAIL_SERVICES)[number];

/** Kinds of lines in the order of a bill. */
export const LINE_KINDS = [
  'FEE',
  'OPTION',
  'CALLS',
  'SMS',
  'DATA',
  'SETUP',
  'PACKAGE',
  'MIN_SPEND',
  'CORRECTION',
  'BONUS',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export interface OfAccount<Name extends string> {
  readonly get: Name;
  readonly account: string;
}
export interface OfNumber<Name extends string> {
  readonly get: Name;
  readonly number: string;
}

export type BalanceQuery = OfAccount<'balance'>;
export type StatementQuery = OfAccount<'statement'>;
export type BillQuery = OfAccount<'bill'> & { readonly month: string };
export type BillsQuery = OfAccount<'bills'>;
export type SummaryQuery = OfAccount<'summary'> & { readonly from?: string; readonly to?: string };
export type DetailQuery = OfAccount<'detail'> & {
  readonly number?: string;
  readonly service?: DetailService;
  readonly from: string;
  readonly to: string;
};
export type PostingsQuery = OfAccount<'postings'> & { readonly from?: string; readonly to?: string };
export interface RatedQuery {
  readonly get: 'rated';
  readonly id: string;
}
export interface ImportQuery {
  readonly get: 'import';
  readonly as: string;
}
export interface QuoteQuery {
  readonly get: 'quote';
  readonly as: string;
}
export interface RouteQuery {
  readonly get: 'route';
  readonly number: string;
  readonly state: PhoneState;
}
export interface InvariantsQuery {
  readonly get: 'invariants';
}
export interface ExplainQuery {
  readonly get: 'explain';
  /** Id of a usage record … */
  readonly id?: string;
  /** … or the lines of one kind in a block of a month; without `number` and `kind` the whole document. */
  readonly account?: string;
  readonly month?: string;
  readonly number?: string | null;
  readonly kind?: LineKind;
}

/** A question of FORMAT §6, without `is`. */
export type Query =
  | BalanceQuery
  | StatementQuery
  | BillQuery
  | BillsQuery
  | SummaryQuery
  | DetailQuery
  | PostingsQuery
  | RatedQuery
  | ImportQuery
  | QuoteQuery
  | RouteQuery
  | InvariantsQuery
  | ExplainQuery
  | OfAccount<'payments'>
  | OfAccount<'alerts'>
  | OfAccount<'unrated'>
  | OfNumber<'packages'>
  | OfNumber<'change'>
  | OfNumber<'forwarding'>
  | OfNumber<'sim'>;

/** Name of a question. */
export type QueryName = Query['get'];
