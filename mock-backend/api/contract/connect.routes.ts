import { z } from '@hono/zod-openapi';
import { AccountPath, NumberPath, PageQuery } from './common.js';
import {
  Address,
  AddressInput,
  AddressList,
  Cart,
  CartItemInput,
  ConnectQuote,
  ConnectResult,
  ConnectTariffList,
  DisconnectPreview,
  OptionQuote,
  OptionQuoteInput,
  ReconnectInput,
  ReconnectQuote,
  Showcase,
  ShowcaseFilter,
  ShowcasePage,
} from './connect.js';
import { ConfirmInput, NumberKind, NumberSummary } from './numbers.js';
import { body, read, write } from './route.js';

/** Connecting numbers: showcase → cart → quote → confirm; and what precedes a disconnection. @see domain.md §3.3 */

const tag = 'Services';
const account = '/v1/accounts/{account}';
const number = `${account}/numbers/{number}`;

export const getShowcase = read(
  { path: `${account}/showcase`, tag, summary: 'Kinds, cities and classes of the numbers on sale', answer: Showcase },
  { params: AccountPath },
);

export const listShowcase = read(
  { path: `${account}/showcase/numbers`, tag, summary: 'Free numbers', answer: ShowcasePage },
  { params: AccountPath, query: ShowcaseFilter.extend(PageQuery.shape) },
);

export const listConnectTariffs = read(
  {
    path: `${account}/showcase/tariffs`,
    tag,
    summary: 'Tariffs that a new number of a kind may have',
    answer: ConnectTariffList,
  },
  { params: AccountPath, query: z.object({ kind: NumberKind }) },
);

export const listAddresses = read(
  { path: `${account}/addresses`, tag, summary: 'Addresses of connection', answer: AddressList },
  { params: AccountPath },
);

export const addAddress = write(
  'post',
  { path: `${account}/addresses`, tag, summary: 'Add an address of connection', answer: Address },
  { params: AccountPath, body: body(AddressInput) },
);

export const getCart = read(
  { path: `${account}/cart`, tag, summary: 'Numbers chosen and reserved', answer: Cart },
  { params: AccountPath },
);

export const putInCart = write(
  'put',
  {
    path: `${account}/cart/{number}`,
    tag,
    summary: 'Reserve a number, or change its tariff or address; a reservation that is over is made anew',
    answer: Cart,
  },
  { params: NumberPath, body: body(CartItemInput) },
);

export const takeFromCart = write(
  'delete',
  { path: `${account}/cart/{number}`, tag, summary: 'Give a reserved number back', answer: Cart },
  { params: NumberPath },
);

export const quoteConnection = write(
  'post',
  { path: `${account}/connection-quotes`, tag, summary: 'What connecting the cart will cost', answer: ConnectQuote },
  { params: AccountPath, body: body(z.strictObject({})) },
);

export const connectNumbers = write(
  'post',
  {
    path: `${account}/connections`,
    tag,
    summary: 'Connect everything in the cart by a quote; all of it or nothing',
    answer: ConnectResult,
  },
  { params: AccountPath, body: body(ConfirmInput) },
);

export const quoteOption = write(
  'post',
  { path: `${number}/option-quotes`, tag, summary: 'What switching an option will cost', answer: OptionQuote },
  { params: NumberPath, body: body(OptionQuoteInput) },
);

export const previewDisconnection = read(
  { path: `${number}/disconnection`, tag, summary: 'What goes with the number', answer: DisconnectPreview },
  { params: NumberPath },
);

export const quoteReconnection = write(
  'post',
  {
    path: `${number}/reconnection-quotes`,
    tag,
    summary: 'What taking the number back from hold will cost',
    answer: ReconnectQuote,
  },
  { params: NumberPath, body: body(ReconnectInput) },
);

export const reconnectNumber = write(
  'post',
  { path: `${number}/reconnection`, tag, summary: 'Take the number back from hold', answer: NumberSummary },
  { params: NumberPath, body: body(ConfirmInput) },
);
