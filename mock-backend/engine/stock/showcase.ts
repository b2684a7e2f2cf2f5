/** What an operator has on sale besides tariffs: cities and free numbers. Data, as the catalogue is. @see domain.md SRV-50 … SRV-54 */
import type { NumberKind } from '../catalog.js';

export type BeautyClass = 'STANDARD' | 'BRONZE' | 'SILVER' | 'GOLD' | 'PLATINUM';
/** From the plainest to the rarest. */
export const BEAUTY_CLASSES: readonly BeautyClass[] = ['STANDARD', 'BRONZE', 'SILVER', 'GOLD', 'PLATINUM'];

export interface City {
  readonly code: string;
  readonly name: string;
  /** E.164 prefixes of its numbers. */
  readonly prefixes: readonly string[];
}

/** A number that may be connected. */
export interface StockNumber {
  readonly number: string;
  readonly kind: NumberKind;
  /** Code of its city; `null` = the whole country. */
  readonly city: string | null;
  readonly class: BeautyClass;
  /** One-off price of the number itself. */
  readonly price: string;
}

export interface ShowcaseCatalog {
  readonly cities: readonly City[];
  readonly numbers: readonly StockNumber[];
}

/** How long a number in a cart is held (SRV-53). */
export const HOLD_MINUTES = 30;

/** The showcase, indexed. Immutable. */
export class Showcase {
  readonly cities: readonly City[];
  readonly numbers: readonly StockNumber[];
  readonly #numbers: ReadonlyMap<string, StockNumber>;

  constructor({ cities, numbers }: ShowcaseCatalog) {
    this.cities = cities;
    this.numbers = numbers;
    this.#numbers = new Map(numbers.map((one) => [one.number, one]));
  }

  number(number: string): StockNumber | undefined {
    return this.#numbers.get(number);
  }

  city(code: string): City | undefined {
    return this.cities.find((city) => city.code === code);
  }

  /** The city that a number belongs to by its prefix, whoever sold it. */
  cityOf(number: string): City | undefined {
    return this.cities.find(({ prefixes }) => prefixes.some((prefix) => number.startsWith(prefix)));
  }
}

/** Whether an address in the number's city must be named to connect it (SRV-51). */
export function needsAddress({ kind, city }: StockNumber): boolean {
  return kind === 'GEOGRAPHIC' && city !== null;
}
