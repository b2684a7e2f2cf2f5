/** Commands about products. @see domain.md §8 */

/** Amounts of resources by their codes. */
export type Resources = Readonly<Record<string, number>>;

interface OfAccount {
  readonly account: string;
}
interface OfProduct extends OfAccount {
  readonly product: string;
}

/** What connecting would cost. */
export interface QuoteProduct extends OfAccount {
  readonly do: 'product.quote';
  readonly type: string;
  readonly tariff: string;
  readonly resources: Resources;
}

/** Connects on the terms of a quote. */
export interface ConnectProduct extends OfAccount {
  readonly do: 'product.connect';
  readonly type: string;
  readonly tariff: string;
  readonly resources: Resources;
  readonly quote: string;
}

/** What other amounts would cost. */
export interface QuoteResources extends OfProduct {
  readonly do: 'product.change-quote';
  readonly resources: Resources;
}

/** More at once, less from the next period (PRD-4). */
export interface ChangeResources extends OfProduct {
  readonly do: 'product.change';
  readonly resources: Resources;
  readonly quote: string;
}

/** Keeps what was to become less, or to be closed. */
export interface CancelProductChange extends OfProduct {
  readonly do: 'product.cancel';
}

/** Closes at the end of the period that is paid for. */
export interface CloseProduct extends OfProduct {
  readonly do: 'product.close';
}

export type ProductCommand =
  QuoteProduct | ConnectProduct | QuoteResources | ChangeResources | CancelProductChange | CloseProduct;
