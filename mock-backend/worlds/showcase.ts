import type { NumberKind } from '../engine/catalog.js';
import type { BeautyClass, City, ShowcaseCatalog, StockNumber } from '../engine/stock/showcase.js';

/**
 * What the worlds of this folder have on sale: invented numbers of four cities, mobile and toll-free ones, from the plain to the rare.
 * The same in every world and on every computer.
 */

const cities: readonly City[] = [
  { code: 'msk', name: 'Москва', prefixes: ['+7495', '+7499'] },
  { code: 'spb', name: 'Санкт-Петербург', prefixes: ['+7812'] },
  { code: 'kzn', name: 'Казань', prefixes: ['+7843'] },
  { code: 'nsk', name: 'Новосибирск', prefixes: ['+7383'] },
];

/** A range of the numbering plan that numbers are taken from. */
interface Range {
  readonly prefix: string;
  readonly kind: NumberKind;
  readonly city: string | null;
  /** Multiplies the price of a class. */
  readonly dear: number;
}

const ranges: readonly Range[] = [
  { prefix: '+7999000', kind: 'MOBILE', city: null, dear: 1 },
  { prefix: '+7495000', kind: 'GEOGRAPHIC', city: 'msk', dear: 2 },
  { prefix: '+7812000', kind: 'GEOGRAPHIC', city: 'spb', dear: 1 },
  { prefix: '+7843000', kind: 'GEOGRAPHIC', city: 'kzn', dear: 1 },
  { prefix: '+7383000', kind: 'GEOGRAPHIC', city: 'nsk', dear: 1 },
  { prefix: '+7800000', kind: 'TOLL_FREE', city: null, dear: 4 },
];

/** Last four digits by class; the plain ones are those of ordinary numbers, not of anybody's. */
const endings: Readonly<Record<BeautyClass, readonly string[]>> = {
  STANDARD: [
    '2014',
    '2137',
    '2258',
    '2376',
    '2491',
    '2518',
    '2639',
    '2745',
    '2863',
    '2971',
    '3082',
    '3164',
    '3297',
    '3415',
    '3526',
    '3648',
    '3759',
    '3861',
    '3974',
    '4087',
  ],
  BRONZE: ['2121', '2477', '3377', '3773', '4114', '4554'],
  SILVER: ['2277', '3344', '4477', '5005'],
  GOLD: ['2777', '5551', '7070'],
  PLATINUM: ['7777'],
};

const prices: Readonly<Record<BeautyClass, number>> = {
  STANDARD: 0,
  BRONZE: 150,
  SILVER: 600,
  GOLD: 2500,
  PLATINUM: 15_000,
};
const classes: readonly BeautyClass[] = ['STANDARD', 'BRONZE', 'SILVER', 'GOLD', 'PLATINUM'];

const numbers = ranges.flatMap(({ prefix, kind, city, dear }) =>
  classes.flatMap((beauty) =>
    endings[beauty].map((ending): StockNumber => ({
      number: prefix + ending,
      kind,
      city,
      class: beauty,
      price: `${prices[beauty] * dear}.00`,
    })),
  ),
);

export const showcase: ShowcaseCatalog = { cities, numbers };
