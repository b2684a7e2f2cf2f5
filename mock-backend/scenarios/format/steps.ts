import { z } from 'zod';
import type { Command, Json } from '../../engine/command.js';
import { ERROR_STATUS, type ErrorCode } from '../../engine/errors.js';
import { DETAIL_SERVICES, LINE_KINDS, type Query } from '../../engine/query.js';
import {
  Amount,
  AnyText,
  Currency,
  Day,
  Effective,
  expecting,
  Flag,
  Instant,
  listOf,
  Month,
  oneOf,
  Peer,
  Phone,
  Price,
  record,
  Text,
  whole,
  Zone,
} from './values.js';

/** Steps and expectations. @see FORMAT.md §5, §6 */

const Account = Text;
const PhoneState = oneOf('FREE', 'BUSY', 'NO_ANSWER', 'UNREACHABLE');

/** Arguments of every step. */
const arguments_ = {
  'account.open': {
    account: Account,
    kind: oneOf('INDIVIDUAL', 'SOLE_TRADER', 'LEGAL').exactOptional(),
    billingMode: oneOf('PREPAID', 'POSTPAID').exactOptional(),
    creditLimit: Price.nullable().exactOptional(),
    dayLimit: Price.nullable().exactOptional(),
    timezone: Zone.exactOptional(),
    currency: Currency.exactOptional(),
    opening: Amount.exactOptional(),
    verified: Flag.exactOptional(),
  },
  'number.add': {
    account: Account,
    number: Phone,
    kind: oneOf('MOBILE', 'GEOGRAPHIC', 'TOLL_FREE').exactOptional(),
    tariff: Text,
    price: Price.exactOptional(),
    main: Flag.exactOptional(),
  },
  'number.disconnect': { number: Phone, effective: oneOf('today', 'period-end').exactOptional() },
  'tariff.quote': { number: Phone, to: Text, effective: Effective.exactOptional() },
  'tariff.change': { number: Phone, to: Text, effective: Effective.exactOptional() },
  'tariff.cancel': { number: Phone },
  'option.on': { number: Phone, option: Text },
  'option.off': { number: Phone, option: Text },
  'package.buy': { number: Phone, package: Text },
  usage: {
    number: Phone,
    service: oneOf('CALL', 'SMS', 'DATA'),
    direction: oneOf('OUT', 'IN').exactOptional(),
    start: Instant.exactOptional(),
    seconds: whole(0).exactOptional(),
    segments: whole(0).exactOptional(),
    text: AnyText.exactOptional(),
    bytes: whole(0).exactOptional(),
    peer: Peer.exactOptional(),
    outcome: oneOf('ANSWERED', 'BUSY', 'NO_ANSWER', 'FAILED').exactOptional(),
    forwarded: Flag.exactOptional(),
    id: Text.exactOptional(),
  },
  'usage.import': {
    file: Text.refine((name) => !/[/\\]/.test(name), { error: expecting('the name of a file beside the scenario') }),
  },
  call: { from: Peer, to: Phone, seconds: whole(0), state: PhoneState },
  payment: {
    account: Account,
    amount: Amount,
    txn: Text,
    provider: Text.exactOptional(),
    method: oneOf('CARD', 'SBP', 'BANK', 'CASH').exactOptional(),
    outcome: oneOf('SUCCEEDED', 'FAILED').exactOptional(),
  },
  'payment.refund': { txn: Text, amount: Amount },
  correction: {
    account: Account,
    number: Phone.exactOptional(),
    amount: Amount,
    reason: AnyText,
    period: Month.exactOptional(),
  },
  'promised.take': { account: Account, amount: Amount },
  'alert.contact': {
    account: Account,
    value: AnyText,
    confirmed: Flag.exactOptional(),
    lowBalance: Flag.exactOptional(),
    dayLimit: Flag.exactOptional(),
    topUp: Flag.exactOptional(),
  },
  'alert.settings': {
    account: Account,
    lowBalance: Amount.nullable().exactOptional(),
    dayLimit: Amount.nullable().exactOptional(),
  },
  'forwarding.set': {
    number: Phone,
    type: oneOf('CFU', 'CFB', 'CFNRY', 'CFNRC'),
    target: AnyText,
    noReplySec: z.int({ error: expecting('a whole number of seconds') }).exactOptional(),
    active: Flag.exactOptional(),
  },
  'forwarding.mmi': { number: Phone, code: AnyText },
  'sim.add': { account: Account, iccid: AnyText },
  'sim.bind': { number: Phone, iccid: AnyText },
  'sim.unbind': { number: Phone },
  'user.grant': {
    account: Account,
    user: Text,
    product: oneOf('CORE', 'BILLING', 'TELEPHONY', 'VPBX', 'DOCS'),
    level: oneOf('NONE', 'USER', 'ADMIN', 'OWNER'),
    by: Text.exactOptional(),
  },
  clock: {},
};

/** Arguments of every question. */
const questions = {
  balance: { account: Account },
  statement: { account: Account },
  bill: { account: Account, month: Month },
  bills: { account: Account },
  summary: { account: Account, from: Month.exactOptional(), to: Month.exactOptional() },
  detail: {
    account: Account,
    number: Phone.exactOptional(),
    service: oneOf(...DETAIL_SERVICES).exactOptional(),
    from: Day,
    to: Day,
  },
  rated: { id: Text },
  import: { as: Text },
  packages: { number: Phone },
  quote: { as: Text },
  change: { number: Phone },
  postings: { account: Account, from: Day.exactOptional(), to: Day.exactOptional() },
  payments: { account: Account },
  alerts: { account: Account },
  forwarding: { number: Phone },
  route: { number: Phone, state: PhoneState },
  sim: { number: Phone },
  unrated: { account: Account },
  invariants: {},
  explain: {
    id: Text.exactOptional(),
    account: Account.exactOptional(),
    month: Month.exactOptional(),
    number: Phone.nullable().exactOptional(),
    kind: oneOf(...LINE_KINDS).exactOptional(),
  },
};

/** A question by itself. */
export const QueryFormat: z.ZodType<Query> = choice('get', questions, {});

/** What is expected: a value, or parts of one. */
export type Expected = Json;
export type Expectation = Query & { readonly is: Expected };

const Is = z.custom<Expected>((value) => value !== undefined, {
  error: 'is missing: expected the value that must come out',
});

const ExpectationFormat: z.ZodType<Expectation> = choice('get', questions, { is: Is });

/** What every step may carry besides its arguments. */
interface Common {
  readonly at: string;
  /** Idempotency key. */
  readonly key?: string;
  /** Name of what the step makes. */
  readonly as?: string;
  /** Code with which it must be refused. */
  readonly error?: ErrorCode;
  readonly expect?: readonly Expectation[];
}
export type Step = Command & Common;

const codes = Object.keys(ERROR_STATUS).filter((code): code is ErrorCode => Object.hasOwn(ERROR_STATUS, code));
const common = {
  at: Instant,
  key: Text.exactOptional(),
  as: Text.exactOptional(),
  error: z
    .custom<ErrorCode>((code) => codes.some((known) => known === code), {
      error: expecting('a code of domain.md §15'),
    })
    .exactOptional(),
  expect: listOf(ExpectationFormat).exactOptional(),
};

/** A step inside `as-user`: the step of somebody else, at the instant of the outer one. */
const Inner: z.ZodType<Command> = choice('do', arguments_, {});

export const StepFormat: z.ZodType<Step> = choice(
  'do',
  { ...arguments_, 'as-user': { user: Text, step: Inner } },
  common,
);

/** An object whose other keys depend on the name under `key`. */
function choice<Result>(
  key: 'do' | 'get',
  shapes: Readonly<Record<string, z.ZodRawShape>>,
  more: z.ZodRawShape,
): z.ZodType<Result> {
  const names = Object.keys(shapes);
  const formats = new Map(
    Object.entries(shapes).map(([name, shape]) => [name, record({ [key]: z.literal(name), ...shape, ...more })]),
  );
  return z.custom<Result>().superRefine((value: unknown, context) => {
    const name = isObject(value) ? value[key] : undefined;
    const format = typeof name === 'string' ? formats.get(name) : undefined;
    if (!isObject(value)) {
      context.addIssue({ code: 'custom', message: 'expected an object' });
    } else if (!format) {
      const message = expecting(`one of ${names.join(', ')}`)({ input: name });
      context.addIssue({ code: 'custom', path: [key], message });
    } else {
      for (const { path, message } of format.safeParse(value).error?.issues ?? []) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
    }
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
