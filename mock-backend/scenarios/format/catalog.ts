import { type z } from 'zod';
import type { Catalog } from '../../engine/catalog.js';
import {
  Amount,
  AnyText,
  clockTime,
  Currency,
  Day,
  Flag,
  listOf,
  oneOf,
  Prefix,
  Price,
  record,
  Text,
  whole,
} from './values.js';

/** The catalogue and the policy. @see FORMAT.md §4, §7 */

const NumberKind = oneOf('MOBILE', 'GEOGRAPHIC', 'TOLL_FREE');
const PersonKind = oneOf('INDIVIDUAL', 'SOLE_TRADER', 'LEGAL');
const Proration = oneOf('DAY', 'NONE');
const Codes = listOf(Text);

const Band = record({
  days: listOf(oneOf('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')).exactOptional(),
  from: clockTime(false).exactOptional(),
  to: clockTime(true).exactOptional(),
});

const Steps = listOf(
  record({ fromSec: whole(0), price: Price, perSec: whole(1), incrementSec: whole(1) }),
  'a list of steps',
).superRefine((steps, context) => {
  if (steps[0]?.fromSec !== 0) {
    context.addIssue({
      code: 'custom',
      path: [0, 'fromSec'],
      message: 'expected 0: a call begins with its first step',
    });
  }
  steps.forEach((step, index) => {
    const before = steps[index - 1];
    if (before && step.fromSec <= before.fromSec) {
      const message = `expected more than ${before.fromSec}: steps follow each other`;
      context.addIssue({ code: 'custom', path: [index, 'fromSec'], message });
    }
  });
});

const VoiceEntry = record({
  destinations: Codes.exactOptional(),
  bands: listOf(Band).exactOptional(),
  setup: Price.exactOptional(),
  freeBelowSec: whole(0).exactOptional(),
  steps: Steps,
  cap: Price.nullable().exactOptional(),
});

const Tariff = record({
  code: Text,
  name: AnyText,
  kinds: listOf(NumberKind).exactOptional(),
  personKinds: listOf(PersonKind).exactOptional(),
  status: oneOf('PUBLIC', 'SPECIAL', 'ARCHIVE', 'TEST').exactOptional(),
  vatIncluded: Flag.exactOptional(),
  setupFee: Price.exactOptional(),
  minSpend: Price.exactOptional(),
  fee: record({
    amount: Price,
    charge: oneOf('MONTHLY_IN_ADVANCE', 'DAILY').exactOptional(),
    proration: Proration.exactOptional(),
  }).exactOptional(),
  chargeWhileBlocked: Flag.exactOptional(),
  currency: Currency.exactOptional(),
  options: Codes.exactOptional(),
  voice: listOf(VoiceEntry).exactOptional(),
  sms: listOf(record({ destinations: Codes.exactOptional(), price: Price })).exactOptional(),
  data: record({ pricePerMB: Price, incrementKB: whole(1).exactOptional() }).exactOptional(),
  bonus: record({
    pricePerMin: Price,
    incrementSec: whole(1).exactOptional(),
    freeBelowSec: whole(0).exactOptional(),
    monthlyCap: Price.nullable().exactOptional(),
  }).exactOptional(),
  packages: Codes.exactOptional(),
  requiresVerified: Flag.exactOptional(),
});

const Package = record({
  code: Text,
  name: AnyText.exactOptional(),
  kind: oneOf('VOICE', 'SMS', 'DATA'),
  amount: whole(0),
  carryOver: Flag.exactOptional(),
  destinations: Codes.exactOptional(),
  price: Price.exactOptional(),
  days: whole(1).nullable().exactOptional(),
});

const Option = record({
  code: Text,
  name: AnyText.exactOptional(),
  setupFee: Price.exactOptional(),
  fee: Price.exactOptional(),
  proration: Proration.exactOptional(),
  kinds: listOf(NumberKind).exactOptional(),
  excludes: Codes.exactOptional(),
  requires: Codes.exactOptional(),
});

const Policy = record({
  billIssue: record({ day: whole(1, 28).exactOptional(), time: clockTime(false).exactOptional() }).exactOptional(),
  oldFeeOnChange: oneOf('NO_REFUND', 'PRORATE_BOTH').exactOptional(),
  allowToday: Flag.exactOptional(),
  freeBelowSec: whole(0).exactOptional(),
  dueDays: whole(0).exactOptional(),
  minTopUp: Price.exactOptional(),
  maxTopUp: Price.exactOptional(),
  promised: record({
    min: Price,
    max: Price,
    hours: whole(1),
    fee: Price.exactOptional(),
    perDays: whole(1),
    count: whole(1),
  })
    .nullable()
    .exactOptional(),
  holdDays: whole(0).exactOptional(),
  zeroBill: Flag.exactOptional(),
});

/** A catalogue whose codes are unique and whose references lead somewhere. */
export const CatalogFormat: z.ZodType<Catalog> = record({
  destinations: listOf(record({ code: Text, prefixes: listOf(Prefix) })).exactOptional(),
  taxes: listOf(
    record({
      from: Day,
      rate: Amount.nullable().refine((rate) => !rate?.startsWith('-'), { error: 'expected a rate of 0 or more' }),
    }),
  ).exactOptional(),
  tariffs: listOf(Tariff).exactOptional(),
  packages: listOf(Package).exactOptional(),
  options: listOf(Option).exactOptional(),
  policy: Policy.exactOptional(),
}).superRefine((catalog, context) => {
  const report = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  const codes = (list: 'destinations' | 'tariffs' | 'packages' | 'options'): ReadonlySet<string> => {
    const seen = new Set<string>();
    catalog[list]?.forEach(({ code }, index) => {
      if (seen.has(code)) report([list, index, 'code'], `expected a code of its own: "${code}" is taken`);
      seen.add(code);
    });
    return seen;
  };
  const destinations = codes('destinations');
  const packages = codes('packages');
  codes('tariffs');
  codes('options');

  const known = (wanted: readonly string[] | undefined, among: ReadonlySet<string>, path: (string | number)[]) =>
    wanted?.forEach((code, index) => {
      if (!among.has(code)) report([...path, index], `expected a code of the catalogue: there is no "${code}"`);
    });
  catalog.tariffs?.forEach((tariff, at) => {
    known(tariff.packages, packages, ['tariffs', at, 'packages']);
    tariff.voice?.forEach((entry, index) =>
      known(entry.destinations, destinations, ['tariffs', at, 'voice', index, 'destinations']),
    );
    tariff.sms?.forEach((entry, index) =>
      known(entry.destinations, destinations, ['tariffs', at, 'sms', index, 'destinations']),
    );
  });
  catalog.packages?.forEach((item, at) => known(item.destinations, destinations, ['packages', at, 'destinations']));
});
