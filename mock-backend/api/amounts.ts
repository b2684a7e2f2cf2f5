import type { z } from '@hono/zod-openapi';
import { parseAmount as parse, scaleOf } from '../engine/money.js';
import type { MoneyInput } from './contract/common.js';
import { fail } from './errors.js';
import type { Reader } from './reader.js';

/**
 * An amount from a request at the scale of the account's currency.
 *
 * @param path - Where it stands in the body.
 * @throws {ApiProblem} AMOUNT_INVALID naming the field
 */
export function amountOf(input: z.infer<typeof MoneyInput>, reader: Reader, path: string): string {
  if (input.currency !== reader.state.currency) {
    fail('AMOUNT_INVALID', { fields: [{ path: `${path}.currency`, in: 'body', fault: 'value' }] });
  }
  const amount = parse(input.value, scaleOf(reader.state.currency));
  return amount ?? fail('AMOUNT_INVALID', { fields: [{ path: `${path}.value`, in: 'body', fault: 'format' }] });
}
