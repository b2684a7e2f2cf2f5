/** Refusals of the detail, of payments and of promised payments. @see domain.md §4 … §6, §15 */
import { rub, type Answered, type Provocations, type Scene } from './scene.js';

const usage = (scene: Scene, from: string, to: string) => scene.ask('GET', `/usage?from=${from}&to=${to}`);
const topUp = (scene: Scene, amount: string) =>
  scene.ask('POST', '/topups', { amount: rub(amount), method: 'CARD', receipt: 'a@example.org' });
const receipt = (scene: Scene, { body }: Answered) => scene.ask('GET', `/topups/${String(body['id'])}/receipt`);
const promise = (scene: Scene) => scene.ask('POST', '/promised-payment', { amount: rub('100.00') });
const pay = (scene: Scene) => scene.operator({ do: 'payment', account: 'A1', amount: '100.00', txn: 'p1' });
const DAY = 24 * 60;

export const money: Provocations = {
  RANGE_INVALID: {
    when: 'a period begins after its end',
    request: 'GET /usage?from&to',
    refused: (scene) => usage(scene, '2026-11-10', '2026-11-01'),
  },
  RANGE_TOO_LONG: {
    when: 'a period is longer than 93 days',
    request: 'GET /usage?from&to',
    refused: (scene) => usage(scene, '2026-06-01', '2026-11-15'),
  },
  DETAIL_UNAVAILABLE: {
    when: 'the store of the detail does not answer',
    request: 'GET /usage',
    given: async (scene) => scene.fault({ kind: 'unavailable', route: 'GET /v1/accounts/{account}/usage' }),
    refused: (scene) => usage(scene, '2026-11-01', '2026-11-15'),
  },
  AMOUNT_INVALID: {
    when: 'a sum has fractions of a kopeck',
    request: 'POST /topups',
    refused: (scene) => topUp(scene, '100.001'),
  },
  AMOUNT_OUT_OF_RANGE: {
    when: 'a sum is below the least one',
    request: 'POST /topups',
    refused: (scene) => topUp(scene, '0.50'),
  },
  PAYMENT_PENDING: {
    when: 'the receipt of a payment is asked for that is not decided',
    request: 'GET /topups/{topup}/receipt',
    given: (scene) => topUp(scene, '100.00'),
    refused: receipt,
  },
  PAYMENT_FAILED: {
    when: 'the receipt of a payment is asked for that the payer gave up',
    request: 'GET /topups/{topup}/receipt',
    given: async (scene) => {
      const made = await topUp(scene, '100.00');
      await scene.does('DELETE', `/topups/${String(made.body['id'])}`);
      return made;
    },
    refused: receipt,
  },
  REFUND_EXCEEDS: {
    when: 'more is to be given back than came',
    request: 'POST /admin/worlds/{world}/steps',
    given: pay,
    refused: (scene) => scene.step({ do: 'payment.refund', txn: 'p1', amount: '100.01' }),
  },
  PROMISED_NOT_AVAILABLE: {
    when: 'the operator has locked the account',
    request: 'POST /promised-payment',
    given: (scene) => scene.operator({ do: 'account.lock', account: 'A1', on: true }),
    refused: promise,
  },
  PROMISED_ACTIVE: {
    when: 'one is active',
    request: 'POST /promised-payment',
    given: promise,
    refused: promise,
  },
  PROMISED_QUOTA: {
    when: 'two were taken within 28 days',
    request: 'POST /promised-payment',
    given: async (scene) => {
      for (let count = 0; count < 2; count += 1) {
        await promise(scene);
        await scene.wait(4 * DAY);
      }
    },
    refused: promise,
  },
};
