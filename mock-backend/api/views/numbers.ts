import type { z } from '@hono/zod-openapi';
import { addDays } from '../../engine/calendar.js';
import type { NumberState } from '../../engine/state.js';
import { pricePerMinute } from '../../engine/telephony/leg.js';
import { fits } from '../../engine/catalogue.js';
import type { Tariff } from '../../engine/catalog.js';
import type {
  NumberSummary,
  OptionOffer,
  PackageBucket,
  PackageList,
  PendingChange,
  TariffCard,
  TariffOffer,
} from '../contract/numbers.js';
import type { Reader } from '../reader.js';

/** The tariff that a number has; the last one when it is disconnected. */
export const tariffOf = (number: NumberState): string => number.stays.at(-1)?.tariff ?? '';

const packageName = (code: string, { catalogue }: Reader) => catalogue.package(code)?.name ?? code;
const optionName = (code: string, { catalogue }: Reader) => catalogue.option(code)?.name ?? code;

/** Buckets that may be used, in order of use, empty ones too. @see domain.md SRV-30 */
export function bucketViews(number: NumberState, reader: Reader): z.infer<typeof PackageBucket>[] {
  const order = { CARRY: 0, BASE: 1, ADDON: 2 } as const;
  return number.buckets
    .filter(({ endedAt, from }) => endedAt === null && from <= reader.now)
    .sort(
      (a, b) =>
        a.validTo.localeCompare(b.validTo) ||
        order[a.source] - order[b.source] ||
        a.remaining - b.remaining ||
        (a.id < b.id ? -1 : 1),
    )
    .map((bucket) => ({
      package: bucket.package,
      name: packageName(bucket.package, reader),
      kind: bucket.kind,
      source: bucket.source,
      carriesOver: bucket.source === 'BASE' && reader.catalogue.package(bucket.package)?.carryOver === true,
      remaining: bucket.remaining,
      nominal: bucket.nominal,
      validTo: bucket.validTo,
    }));
}

function changeView({ change }: NumberState, { state, catalogue }: Reader): z.infer<typeof PendingChange> | null {
  if (change === null) return null;
  return {
    state: change.state,
    to: change.to,
    toName: catalogue.tariff(change.to)?.name ?? change.to,
    effective: change.effective,
    cancellable: change.effective > state.day,
  };
}

function statusOf(number: NumberState): z.infer<typeof NumberSummary>['status'] {
  if (number.status === 'HOLD') return 'HOLD';
  return number.closing === null ? 'ACTIVE' : 'CLOSING';
}

/** A number with what is connected to it. */
export function numberView(number: NumberState, reader: Reader): z.infer<typeof NumberSummary> {
  const { state, catalogue } = reader;
  const tariff = catalogue.tariff(tariffOf(number));
  return {
    number: number.number,
    account: state.id,
    kind: number.kind,
    status: statusOf(number),
    city: catalogue.showcase.cityOf(number.number)?.name ?? null,
    main: number.main,
    paidThrough: number.paidThrough,
    connectedOn: number.stays[0]?.fromDay ?? state.openedOn,
    closesOn: number.closing === null ? null : addDays(number.closing, -1),
    holdUntil: number.holdUntil,
    tariff: {
      code: tariffOf(number),
      name: tariff?.name ?? tariffOf(number),
      fee: reader.moneyOrNull(tariff?.fee?.amount ?? null),
      archived: tariff?.status === 'ARCHIVE',
    },
    change: changeView(number, reader),
    options: number.options
      .filter(({ on }) => on)
      .map(({ code }) => ({ option: code, name: optionName(code, reader) })),
    packages: bucketViews(number, reader),
    sim: number.sim === null ? null : { iccid: number.sim, state: 'BOUND' },
  };
}

/** A tariff as it is shown to those who choose. */
export function cardView(tariff: Tariff, reader: Reader): z.infer<typeof TariffCard> {
  const calls = (tariff.voice ?? []).flatMap((entry) => {
    const step = entry.steps[0];
    if (step === undefined) return [];
    return [
      {
        service: 'CALL' as const,
        destinations: [...(entry.destinations ?? [])],
        price: reader.money(pricePerMinute(step)),
        per: 'MINUTE' as const,
        incrementSec: step.incrementSec,
        always: entry.bands === undefined,
      },
    ];
  });
  const flat = { incrementSec: null, always: true };
  const { sms = [], data, bonus, fee } = tariff;
  return {
    code: tariff.code,
    name: tariff.name,
    fee: reader.moneyOrNull(fee?.amount ?? null),
    feeCharge: fee === undefined ? null : (fee.charge ?? 'MONTHLY_IN_ADVANCE'),
    setupFee: reader.money(tariff.setupFee ?? reader.zero),
    minSpend: reader.money(tariff.minSpend ?? reader.zero),
    vatIncluded: tariff.vatIncluded ?? true,
    packages: (tariff.packages ?? []).flatMap((code) => {
      const offer = reader.catalogue.package(code);
      return offer === undefined ? [] : [{ package: code, kind: offer.kind, amount: offer.amount }];
    }),
    prices: [
      ...calls,
      ...sms.map((entry) => ({
        service: 'SMS' as const,
        destinations: [...(entry.destinations ?? [])],
        price: reader.money(entry.price),
        per: 'SEGMENT' as const,
        ...flat,
      })),
      ...(data === undefined
        ? []
        : [
            {
              service: 'DATA' as const,
              destinations: [],
              price: reader.money(data.pricePerMB),
              per: 'MB' as const,
              ...flat,
            },
          ]),
      ...(bonus === undefined
        ? []
        : [
            {
              service: 'BONUS' as const,
              destinations: [],
              price: reader.money(bonus.pricePerMin),
              per: 'MINUTE' as const,
              ...flat,
            },
          ]),
    ],
  };
}

/** Why the number cannot change to a tariff, as far as it can be told without a date; `null`: it may be chosen. */
function obstacle(tariff: Tariff, number: NumberState, { state }: Reader): string | null {
  if (number.status !== 'ACTIVE') return 'SERVICE_CLOSED';
  if (tariff.kinds !== undefined && !tariff.kinds.includes(number.kind)) return 'TARIFF_WRONG_KIND';
  if (tariff.personKinds !== undefined && !tariff.personKinds.includes(state.kind)) return 'TARIFF_NOT_AVAILABLE';
  if (tariff.currency !== undefined && tariff.currency !== state.currency) return 'CURRENCY_MISMATCH';
  if (tariff.requiresVerified === true && !state.verified) return 'NOT_VERIFIED';
  if (number.change !== null) return 'CHANGE_ALREADY_SCHEDULED';
  if (number.changedOn === state.day) return 'TARIFF_CHANGED_TODAY';
  return null;
}

/** Tariffs for a number: its own first, then those on sale for its kind. @see domain.md SRV-11 */
export function tariffOffers(number: NumberState, reader: Reader): z.infer<typeof TariffOffer>[] {
  const current = tariffOf(number);
  const suits = (tariff: Tariff) =>
    (tariff.status ?? 'PUBLIC') === 'PUBLIC' && (tariff.kinds === undefined || tariff.kinds.includes(number.kind));
  const own = reader.catalogue.tariff(current);
  const others = reader.catalogue.tariffs.filter((tariff) => tariff.code !== current && suits(tariff));
  return [
    ...(own === undefined ? [] : [{ tariff: cardView(own, reader), current: true, unavailable: 'SAME_TARIFF' }]),
    ...others.map((tariff) => ({
      tariff: cardView(tariff, reader),
      current: false,
      unavailable: obstacle(tariff, number, reader),
    })),
  ];
}

/** Options of a number with what stands in the way of each. @see domain.md SRV-58, SRV-59 */
export function optionOffers(number: NumberState, reader: Reader): z.infer<typeof OptionOffer>[] {
  const tariff = reader.catalogue.tariff(tariffOf(number));
  const on = new Set(number.options.filter((option) => option.on).map(({ code }) => code));
  return reader.catalogue.options
    .filter(({ kinds, code }) => on.has(code) || kinds === undefined || kinds.includes(number.kind))
    .map((option) => {
      const excluded = reader.catalogue.options
        .filter(
          ({ code, excludes = [] }) =>
            on.has(code) && ((option.excludes ?? []).includes(code) || excludes.includes(option.code)),
        )
        .map(({ code }) => code);
      const missing = (option.requires ?? []).filter((code) => !on.has(code));
      const conflicts = on.has(option.code) ? [] : [...excluded, ...missing];
      const goes = fits(tariff?.options, option.code) && conflicts.length === 0;
      const closed = number.status === 'ACTIVE' ? null : 'SERVICE_CLOSED';
      return {
        option: option.code,
        name: option.name ?? option.code,
        state: on.has(option.code) ? ('ON' as const) : ('OFF' as const),
        since: null,
        setupFee: reader.money(option.setupFee ?? reader.zero),
        fee: reader.money(option.fee ?? reader.zero),
        unavailable: closed ?? (on.has(option.code) || goes ? null : 'OPTION_INCOMPATIBLE'),
        conflicts,
      };
    });
}

/** Packages of a number and those that can be bought for it. */
export function packageListView(number: NumberState, reader: Reader): z.infer<typeof PackageList> {
  return {
    items: bucketViews(number, reader),
    offers: reader.catalogue.packages.flatMap(({ code, name, kind, amount, price, days }) =>
      price === undefined
        ? []
        : [{ package: code, name: name ?? code, kind, amount, price: reader.money(price), days: days ?? null }],
    ),
  };
}
