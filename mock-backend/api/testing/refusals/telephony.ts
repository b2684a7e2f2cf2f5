/** Refusals of forwarding, SIM cards and SIP accounts. @see domain.md §7, §15 */
import { CARD, MAIN, numberPath, OTHER_CARD, SECOND, type Provocations, type Scene } from './scene.js';

const main = numberPath(MAIN);
const forward = (scene: Scene, target: string, type = 'CFU', noReplySec?: number, number = MAIN) =>
  scene.ask('PUT', `${numberPath(number)}/forwarding/${type}`, {
    target,
    ...(noReplySec === undefined ? {} : { noReplySec }),
  });
const bind = (scene: Scene, iccid: string, number = MAIN) => scene.ask('PUT', `${numberPath(number)}/sim`, { iccid });
const firstSip = async (scene: Scene): Promise<string> => {
  const { body } = await scene.ask('GET', '/sip');
  const { items } = body as { items: readonly { id: string; number: string }[] };
  return items.find(({ number }) => number === MAIN)?.id ?? '';
};

export const telephony: Provocations = {
  MMI_INVALID: {
    when: 'a code is none',
    request: 'POST /numbers/{number}/forwarding/mmi',
    refused: (scene) => scene.ask('POST', `${main}/forwarding/mmi`, { code: '**99#' }),
  },
  FORWARD_TARGET_INVALID: {
    when: 'the target is no number',
    request: 'PUT /numbers/{number}/forwarding/{type}',
    refused: (scene) => forward(scene, '+7495abc'),
  },
  FORWARD_SELF: {
    when: 'the target is the number itself',
    request: 'PUT /numbers/{number}/forwarding/{type}',
    refused: (scene) => forward(scene, MAIN),
  },
  FORWARD_LOOP: {
    when: 'the target forwards back',
    request: 'PUT /numbers/{number}/forwarding/{type}',
    given: (scene) => forward(scene, MAIN, 'CFU', undefined, SECOND),
    refused: (scene) => forward(scene, SECOND),
  },
  FORWARD_FORBIDDEN: {
    when: 'the target is an emergency number',
    request: 'PUT /numbers/{number}/forwarding/{type}',
    refused: (scene) => forward(scene, '112'),
  },
  NO_REPLY_INVALID: {
    when: 'the time to ring is no multiple of five',
    request: 'PUT /numbers/{number}/forwarding/{type}',
    refused: (scene) => forward(scene, '+74950000002', 'CFNRY', 23),
  },
  NETWORK_TIMEOUT: {
    when: 'the network does not confirm a change',
    request: 'PUT /numbers/{number}/forwarding/{type}',
    given: async (scene) => scene.fault({ kind: 'unconfirmed', route: 'PUT /v1/**' }),
    refused: (scene) => forward(scene, '+74950000002'),
  },
  SIM_BUSY: {
    when: 'the card is on another number',
    request: 'PUT /numbers/{number}/sim',
    given: (scene) => bind(scene, CARD, SECOND),
    refused: (scene) => bind(scene, CARD),
  },
  SIM_NOT_FOUND: {
    when: 'the account has no such card',
    request: 'PUT /numbers/{number}/sim',
    refused: (scene) => bind(scene, '8970100000000000336'),
  },
  ICCID_INVALID: {
    when: 'the check digit is wrong',
    request: 'POST /sims',
    refused: (scene) => scene.ask('POST', '/sims', { iccid: '8970100000000000121' }),
  },
  SIM_INACTIVE: {
    when: 'the card was lost',
    request: 'PUT /numbers/{number}/sim',
    given: async (scene) => {
      await bind(scene, CARD);
      await scene.does('POST', `${main}/sim/swap`, { iccid: OTHER_CARD, reason: 'LOST' });
    },
    refused: (scene) => bind(scene, CARD, SECOND),
  },
  NUMBER_HAS_SIM: {
    when: 'the number has a card',
    request: 'PUT /numbers/{number}/sim',
    given: (scene) => bind(scene, CARD),
    refused: (scene) => bind(scene, OTHER_CARD),
  },
  SIP_LIMIT: {
    when: 'the number has ten accounts',
    request: 'POST /sip',
    given: async (scene) => {
      for (let count = 2; count < 10; count += 1) {
        await scene.operator({ do: 'sip.create', account: 'A1', number: MAIN, name: `Phone ${count}`, type: 'DEVICE' });
      }
    },
    refused: (scene) => scene.ask('POST', '/sip', { number: MAIN, name: 'One more', type: 'DEVICE' }),
  },
  SIP_IN_USE: {
    when: 'an extension of the VPBX works with the account',
    request: 'DELETE /sip/{sip}',
    given: async (scene) =>
      scene.operator({ do: 'sip.refer', account: 'A1', number: MAIN, sip: await firstSip(scene), refs: ['ext. 101'] }),
    refused: async (scene) => scene.ask('DELETE', `/sip/${await firstSip(scene)}`),
  },
  SIP_PARAM_INVALID: {
    when: 'a name is longer than 50 characters',
    request: 'POST /sip',
    refused: (scene) => scene.ask('POST', '/sip', { number: MAIN, name: 'x'.repeat(51), type: 'DEVICE' }),
  },
};
