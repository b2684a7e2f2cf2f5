import { z } from '@hono/zod-openapi';
import { AccountPath, Id, NumberPath, PhoneInput } from './common.js';
import { body, read, write } from './route.js';
import {
  Forwarding,
  ForwardingInput,
  ForwardingType,
  LegQuote,
  MmiInput,
  PhoneState,
  Puk,
  Route,
  SimInput,
  SimList,
  SimSwapInput,
} from './telephony.js';

/** Forwarding and SIM cards. @see domain.md §7.1, §7.2 */

const number = '/v1/accounts/{account}/numbers/{number}';
const rule = NumberPath.extend({ type: ForwardingType.openapi({ param: { name: 'type', in: 'path' } }) });

export const getForwarding = read(
  { path: `${number}/forwarding`, tag: 'Forwarding', summary: 'Rules of the number', answer: Forwarding },
  { params: NumberPath },
);

export const getLegQuote = read(
  {
    path: `${number}/forwarding/quote`,
    tag: 'Forwarding',
    summary: 'What a forwarded call to a target costs; refused as a rule with this target would be',
    answer: LegQuote,
  },
  { params: NumberPath, query: z.object({ target: PhoneInput }) },
);

export const setForwarding = write(
  'put',
  { path: `${number}/forwarding/{type}`, tag: 'Forwarding', summary: 'Set a rule', answer: Forwarding },
  { params: rule, body: body(ForwardingInput) },
);

export const eraseForwarding = write(
  'delete',
  { path: `${number}/forwarding/{type}`, tag: 'Forwarding', summary: 'Erase a rule', answer: Forwarding },
  { params: rule },
);

export const sendMmi = write(
  'post',
  {
    path: `${number}/forwarding/mmi`,
    tag: 'Forwarding',
    summary: 'Do what a code dialled on the phone would do',
    answer: Forwarding,
  },
  { params: NumberPath, body: body(MmiInput) },
);

export const getRoute = read(
  {
    path: `${number}/route`,
    tag: 'Forwarding',
    summary: 'Where a call goes in a given state of the phone',
    answer: Route,
  },
  { params: NumberPath, query: z.object({ state: PhoneState }) },
);

export const listSims = read(
  { path: '/v1/accounts/{account}/sims', tag: 'SIM', summary: 'SIM cards of the account', answer: SimList },
  { params: AccountPath },
);

export const addSim = write(
  'post',
  { path: '/v1/accounts/{account}/sims', tag: 'SIM', summary: 'Add a card by its ICCID', answer: SimList },
  { params: AccountPath, body: body(SimInput) },
);

export const bindSim = write(
  'put',
  { path: `${number}/sim`, tag: 'SIM', summary: 'Bind the number to a card', answer: SimList },
  { params: NumberPath, body: body(SimInput) },
);

export const swapSim = write(
  'post',
  {
    path: `${number}/sim/swap`,
    tag: 'SIM',
    summary: 'Replace the card of the number in one operation (SIM-6)',
    answer: SimList,
  },
  { params: NumberPath, body: body(SimSwapInput) },
);

export const unbindSim = write(
  'delete',
  { path: `${number}/sim`, tag: 'SIM', summary: 'Unbind the number from its card', answer: SimList },
  { params: NumberPath },
);

export const revealPuk = write(
  'post',
  {
    path: '/v1/accounts/{account}/sims/{iccid}/puk',
    tag: 'SIM',
    summary: 'The code that unlocks a card; who looks at it is written down',
    answer: Puk,
  },
  { params: AccountPath.extend({ iccid: Id.openapi({ param: { name: 'iccid', in: 'path' } }) }) },
);
