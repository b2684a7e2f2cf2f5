import { AccountPath, Id, NumberPath } from './common.js';
import {
  ConfirmInput,
  DisconnectInput,
  NumberList,
  NumberSummary,
  OptionInput,
  OptionOfferList,
  PackageBuyInput,
  PackageList,
  TariffOfferList,
  TariffQuote,
  TariffQuoteInput,
} from './numbers.js';
import { body, read, write } from './route.js';

/** Numbers and what is connected to them. @see domain.md §3 */

const tag = 'Services';
const number = '/v1/accounts/{account}/numbers/{number}';

export const listNumbers = read(
  { path: '/v1/accounts/{account}/numbers', tag, summary: 'Numbers of the account', answer: NumberList },
  { params: AccountPath },
);

export const getNumber = read(
  { path: number, tag, summary: 'One number', answer: NumberSummary },
  { params: NumberPath },
);

export const listTariffs = read(
  {
    path: `${number}/tariffs`,
    tag,
    summary: 'Tariffs the number may have, the current one first',
    answer: TariffOfferList,
  },
  { params: NumberPath },
);

export const listOptions = read(
  { path: `${number}/options`, tag, summary: 'Options of the number', answer: OptionOfferList },
  { params: NumberPath },
);

export const listPackages = read(
  {
    path: `${number}/packages`,
    tag,
    summary: 'Packages of the number in order of use, and those on offer',
    answer: PackageList,
  },
  { params: NumberPath },
);

export const quoteTariff = write(
  'post',
  { path: `${number}/tariff-quotes`, tag, summary: 'What a change of tariff will cost', answer: TariffQuote },
  { params: NumberPath, body: body(TariffQuoteInput) },
);

export const changeTariff = write(
  'post',
  { path: `${number}/tariff-change`, tag, summary: 'Confirm a quoted change of tariff', answer: NumberSummary },
  { params: NumberPath, body: body(ConfirmInput) },
);

export const cancelTariffChange = write(
  'delete',
  { path: `${number}/tariff-change`, tag, summary: 'Cancel the scheduled change', answer: NumberSummary },
  { params: NumberPath },
);

export const switchOption = write(
  'put',
  { path: `${number}/options/{option}`, tag, summary: 'Switch an option on or off', answer: OptionOfferList },
  {
    params: NumberPath.extend({ option: Id.openapi({ param: { name: 'option', in: 'path' } }) }),
    body: body(OptionInput),
  },
);

export const buyPackage = write(
  'post',
  { path: `${number}/packages`, tag, summary: 'Buy a package', answer: PackageList },
  { params: NumberPath, body: body(PackageBuyInput) },
);

export const disconnectNumber = write(
  'post',
  { path: `${number}/disconnection`, tag, summary: 'Disconnect the number', answer: NumberSummary },
  { params: NumberPath, body: body(DisconnectInput) },
);
