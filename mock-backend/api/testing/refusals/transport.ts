/** Refusals of any request: keys, versions, what is not there, what is too much. @see domain.md §1.5, §15 */
import { rub, type Provocations, type Scene } from './scene.js';

const KEY = 'the-same-key-twice';
const topUp = (scene: Scene, amount: string) =>
  scene.ask('POST', '/topups', { amount: rub(amount), method: 'CARD', receipt: 'a@example.org' }, { key: KEY });
const thresholds = (scene: Scene, dayLimit: string, etag: string) =>
  scene.ask('PUT', '/alerts', { lowBalance: null, dayLimit: rub(dayLimit) }, { headers: { 'If-Match': etag } });
const token = (scene: Scene, clientSecret: string) =>
  scene.send('/v1/tokens', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ clientId: 'in-process', clientSecret, user: 'owner' }),
  });

export const transport: Provocations = {
  IDEMPOTENCY_KEY_REUSED: {
    when: 'a key comes again with another body (CC-17)',
    request: 'POST /topups',
    given: (scene) => topUp(scene, '100.00'),
    refused: (scene) => topUp(scene, '200.00'),
  },
  REQUEST_IN_PROGRESS: {
    when: 'a key comes again before its command is done',
    request: 'POST /topups',
    refused: (scene) => scene.during(() => topUp(scene, '100.00')),
    counted: true,
  },
  VERSION_CONFLICT: {
    when: 'a change is based on an older version (CC-18)',
    request: 'PUT /alerts',
    given: async (scene) => {
      const seen = await scene.does('GET', '/alerts');
      await scene.does('PUT', '/alerts', { lowBalance: null, dayLimit: rub('100.00') });
      return seen;
    },
    refused: (scene, { etag }) => thresholds(scene, '300.00', etag ?? ''),
  },
  NOT_FOUND: {
    when: 'the account is another’s (MUL-2)',
    request: 'GET /balance',
    refused: (scene) => scene.ask('GET', '/balance', undefined, { account: 'B2' }),
  },
  RATE_LIMITED: {
    when: 'a client has come with ten wrong secrets within a minute',
    request: 'POST /v1/tokens',
    given: async (scene) => {
      for (let count = 0; count < 10; count += 1) await token(scene, 'wrong');
    },
    refused: (scene) => token(scene, 'wrong'),
  },
  UPSTREAM_UNAVAILABLE: {
    when: 'the billing system does not answer (BAL-5)',
    request: 'GET /balance',
    given: async (scene) => scene.fault({ kind: 'unavailable', route: 'GET /v1/**' }),
    refused: (scene) => scene.ask('GET', '/balance'),
  },
};
