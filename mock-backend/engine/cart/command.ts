/** Commands on the way to a new number. @see domain.md SRV-50 … SRV-56 */

interface OfAccount {
  readonly account: string;
}

/** Reserves a number of the showcase, or gives one of the cart another tariff or address. */
export interface PutInCart extends OfAccount {
  readonly do: 'cart.put';
  readonly number: string;
  readonly tariff: string;
  /** Id of an address in the number's city. */
  readonly address?: string;
}
export interface TakeFromCart extends OfAccount {
  readonly do: 'cart.remove';
  readonly number: string;
}
export interface AddAddress extends OfAccount {
  readonly do: 'address.add';
  /** Code of the city. */
  readonly city: string;
  readonly text: string;
}
export interface QuoteCart extends OfAccount {
  readonly do: 'cart.quote';
}
/** Connects everything in the cart, or nothing. */
export interface ConfirmCart extends OfAccount {
  readonly do: 'cart.confirm';
  /** Id of the quote that is confirmed. */
  readonly quote: string;
}
export interface QuoteOption {
  readonly do: 'option.quote';
  readonly number: string;
  readonly option: string;
  readonly on: boolean;
}
export interface QuoteReconnection {
  readonly do: 'number.reconnect-quote';
  readonly number: string;
  /** Default: the tariff that it had. */
  readonly tariff?: string;
}
/** Takes a number back from hold. */
export interface Reconnect {
  readonly do: 'number.reconnect';
  readonly number: string;
  readonly quote: string;
}

export type CartCommand =
  PutInCart | TakeFromCart | AddAddress | QuoteCart | ConfirmCart | QuoteOption | QuoteReconnection | Reconnect;
