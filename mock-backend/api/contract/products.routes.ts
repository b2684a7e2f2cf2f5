import { AccountPath, Id } from './common.js';
import {
  LaunchLink,
  ProductConnectInput,
  ProductList,
  ProductQuote,
  ProductQuoteInput,
  ResourcesConfirmInput,
  ResourcesInput,
} from './products.js';
import { body, read, write } from './route.js';

/** Products of an account: connect, change, close, open. @see domain.md §8 */

const tag = 'Products';
const list = '/v1/accounts/{account}/products';
const one = `${list}/{product}` as const;
const ProductPath = AccountPath.extend({ product: Id.openapi({ param: { name: 'product', in: 'path' } }) });

export const listProducts = read(
  { path: list, tag, summary: 'Products: connected, available, and why not', answer: ProductList },
  { params: AccountPath },
);

export const quoteProduct = write(
  'post',
  { path: '/v1/accounts/{account}/product-quotes', tag, summary: 'What connecting would cost', answer: ProductQuote },
  { params: AccountPath, body: body(ProductQuoteInput) },
);

export const connectProduct = write(
  'post',
  { path: list, tag, summary: 'Connect a product on the terms of a quote', answer: ProductList },
  { params: AccountPath, body: body(ProductConnectInput) },
);

export const quoteResources = write(
  'post',
  { path: `${one}/quotes`, tag, summary: 'What other amounts would cost', answer: ProductQuote },
  { params: ProductPath, body: body(ResourcesInput) },
);

export const changeResources = write(
  'put',
  { path: `${one}/resources`, tag, summary: 'More at once, less from the next period', answer: ProductList },
  { params: ProductPath, body: body(ResourcesConfirmInput) },
);

export const cancelProductChange = write(
  'delete',
  { path: `${one}/change`, tag, summary: 'Keep what was to become less, or to be closed', answer: ProductList },
  { params: ProductPath },
);

export const closeProduct = write(
  'post',
  { path: `${one}/closing`, tag, summary: 'Close when the paid period ends', answer: ProductList },
  { params: ProductPath },
);

export const launchProduct = write(
  'post',
  { path: `${one}/launches`, tag, summary: 'A link that opens the product once within 60 seconds', answer: LaunchLink },
  { params: ProductPath },
);
