import type { Command } from '../../engine/command.js';
import type { Known } from './subscriber.js';
import { fields, list, type SendRequest } from './subscriber-reads.js';

/** Steps of the format as commands of `/v1`: what costs money is quoted first and confirmed then. */

/** Carries a step out; gives what it made. */
export interface Order {
  run(send: SendRequest, key: string | undefined): Promise<unknown>;
}

/**
 * The way of a step through `/v1`; `null` if it is the operator's work.
 *
 * @param named - Whether a user of the scenario does it: only then are rights granted by a subscriber.
 */
export function orderOf(step: Command, known: Known, named: boolean): Order | null {
  const owner = 'number' in step && step.number !== undefined ? known.numbers.get(step.number) : undefined;
  const account = 'account' in step ? step.account : owner;
  const currency = account === undefined ? undefined : known.accounts.get(account)?.currency;
  if (account === undefined || currency === undefined) return null;
  const base = `/v1/accounts/${encodeURIComponent(account)}`;
  const money = (value: string | null | undefined) =>
    value === null || value === undefined ? null : { value, currency };
  const number =
    'number' in step && owner !== undefined ? `${base}/numbers/${encodeURIComponent(step.number ?? '')}` : '';

  switch (step.do) {
    case 'alert.settings':
      return put(`${base}/alerts`, { lowBalance: money(step.lowBalance), dayLimit: money(step.dayLimit) });
    case 'promised.take':
      return post(`${base}/promised-payment`, { amount: money(step.amount) });
    case 'sim.add':
      return post(`${base}/sims`, { iccid: step.iccid });
    case 'user.grant':
      return named
        ? put(`${base}/users/${encodeURIComponent(step.user)}/grants/${step.product}`, { level: step.level })
        : null;
    default:
      return number === '' ? null : numberOrder(step, number, currency);
  }
}

function numberOrder(step: Command, number: string, currency: string): Order | null {
  switch (step.do) {
    case 'tariff.quote':
      return {
        run: async (send, key) => quoteOf(await send(write('POST', `${number}/tariff-quotes`, quoteInput(step), key))),
      };
    case 'tariff.change':
      return {
        run: async (send, key) => {
          const quote = await send(
            write('POST', `${number}/tariff-quotes`, quoteInput(step), key && `quote of ${key}`),
          );
          const quoteId = fields(quote)['id'];
          await send(write('POST', `${number}/tariff-change`, { quoteId }, key));
          return quoteOf(quote);
        },
      };
    case 'tariff.cancel':
      return { run: (send, key) => send(write('DELETE', `${number}/tariff-change`, undefined, key)) };
    case 'option.on':
      return {
        run: async (send, key) => {
          const input = { option: step.option, on: true };
          const quote = await send(write('POST', `${number}/option-quotes`, input, key && `quote of ${key}`));
          const path = `${number}/options/${encodeURIComponent(step.option)}`;
          return send(write('PUT', path, { on: true, quoteId: fields(quote)['id'] }, key));
        },
      };
    case 'option.off':
      return put(`${number}/options/${encodeURIComponent(step.option)}`, { on: false });
    case 'package.buy':
      return {
        run: async (send, key) => {
          const { offers } = fields(await send({ method: 'GET', path: `${number}/packages` }));
          const offer = list(offers)
            .map(fields)
            .find((candidate) => candidate['package'] === step.package);
          const body = { package: step.package, price: { value: offer?.['price'] ?? '0.00', currency } };
          return send(write('POST', `${number}/packages`, body, key));
        },
      };
    case 'number.disconnect':
      return post(`${number}/disconnection`, { effective: step.effective ?? 'period-end' });
    case 'forwarding.set':
      return put(`${number}/forwarding/${step.type}`, {
        target: step.target,
        ...(step.noReplySec !== undefined && { noReplySec: step.noReplySec }),
        ...(step.active !== undefined && { active: step.active }),
      });
    case 'forwarding.mmi':
      return post(`${number}/forwarding/mmi`, { code: step.code });
    case 'sim.bind':
      return put(`${number}/sim`, { iccid: step.iccid });
    case 'sim.unbind':
      return { run: (send, key) => send(write('DELETE', `${number}/sim`, undefined, key)) };
    default:
      return null;
  }
}

const post = (path: string, body: object): Order => ({ run: (send, key) => send(write('POST', path, body, key)) });
const put = (path: string, body: object): Order => ({ run: (send, key) => send(write('PUT', path, body, key)) });

/** A key of the API has at least eight characters; a scenario's may be shorter. */
function write(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object | undefined, key: string | undefined) {
  return { method, path, ...(body && { body }), ...(key && { key: `scenario:${encodeURIComponent(key)}` }) };
}

function quoteInput({ to, effective }: { readonly to: string; readonly effective?: string }): object {
  return { to, ...(effective !== undefined && { effective }) };
}

function quoteOf(quote: unknown): unknown {
  const { optionsOff, ...others } = fields(quote);
  return { ...others, optionsOff: list(optionsOff).map((off) => fields(off)['option']) };
}
