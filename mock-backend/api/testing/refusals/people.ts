/** Refusals of documents, alerts, users and sensitive actions. @see domain.md §9 … §11, §15 */
import { SUBSCRIBER } from '../../../engine/documents/testing.js';
import { CARD, MAIN, numberPath, OTHER_CARD, rub, type Answered, type Provocations, type Scene } from './scene.js';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
/** The harmless text that every scanner of viruses takes for one; in two parts, so that scanners let this file be. @see EICAR */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const begin = (scene: Scene, size: number) =>
  scene.ask('POST', '/papers/uploads', { fileName: 'a.pdf', kind: 'OTHER', size });
const upload = async (scene: Scene, content: string): Promise<Answered> => {
  const bytes = ascii(content);
  const made = await begin(scene, bytes.byteLength);
  await scene.does('PUT', `/papers/uploads/${String(made.body['id'])}/parts/0`, bytes);
  return made;
};
const finish = (scene: Scene, { body }: Answered) => scene.ask('POST', `/papers/uploads/${String(body['id'])}/finish`);
const card = (scene: Scene) =>
  scene.operator({
    do: 'card.set',
    account: 'A1',
    inForce: true,
    card: SUBSCRIBER,
  });

const contact = (scene: Scene, value: string) => scene.ask('POST', '/alerts/contacts', { value });
const contactIn = ({ body }: Answered): { readonly id: string } => {
  const { contacts } = body as { contacts: readonly { id: string }[] };
  return contacts.at(-1) ?? { id: '' };
};
const confirm = (scene: Scene, made: Answered, code: string) =>
  scene.ask('POST', `/alerts/contacts/${contactIn(made).id}/confirmation`, { code });
const codeSent = (scene: Scene): string => {
  const items = scene.backend.host.world.peek('A1')?.contacts.items ?? [];
  return items.at(-1)?.asked?.code ?? '';
};

const level = (scene: Scene, user: string, wanted: string, by = 'owner') =>
  scene.ask('PATCH', `/users/${user}`, { levels: { CORE: wanted } }, { user: by });
const invite = (scene: Scene) =>
  scene.ask('POST', '/invitations', { contact: 'new@example.org', name: null, levels: { CORE: 'USER' } });
const swap = (scene: Scene) =>
  scene.ask('POST', `${numberPath(MAIN)}/sim/swap`, { iccid: OTHER_CARD, reason: 'CHANGE' }, { fresh: false });
const bound = (scene: Scene) => scene.operator({ do: 'sim.bind', number: MAIN, iccid: CARD });

export const people: Provocations = {
  FILE_TOO_LARGE: {
    when: 'a file has more than 10 MB',
    request: 'POST /papers/uploads',
    refused: (scene) => begin(scene, 10 * 1024 * 1024 + 1),
  },
  FILE_EMPTY: { when: 'a file has no bytes', request: 'POST /papers/uploads', refused: (scene) => begin(scene, 0) },
  FILE_TYPE: {
    when: 'the content is a program, whatever the name says',
    request: 'POST /papers/uploads/{upload}/finish',
    given: (scene) => upload(scene, 'MZ\x90\0 this program'),
    refused: finish,
  },
  FILE_INFECTED: {
    when: 'the scanner finds a virus',
    request: 'POST /papers/uploads/{upload}/finish',
    given: (scene) => upload(scene, EICAR),
    refused: finish,
  },
  FILE_PROTECTED: {
    when: 'a PDF is encrypted',
    request: 'POST /papers/uploads/{upload}/finish',
    given: (scene) => upload(scene, '%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'),
    refused: finish,
  },
  REQUEST_ALREADY_OPEN: {
    when: 'a file is to be deleted that the operator looks at',
    request: 'DELETE /papers/files/{file}',
    given: async (scene) => {
      const made = await upload(scene, '%PDF-1.7 application');
      await finish(scene, made);
      const files = [String(made.body['id'])];
      const sent = await scene.does('POST', '/papers/requests', { kind: 'APPLICATION', text: 'Please', files });
      const { requests } = sent.body as { requests: readonly { id: string }[] };
      await scene.operator({
        do: 'request.decide',
        account: 'A1',
        request: requests[0]?.id ?? '',
        state: 'IN_REVIEW',
      });
      return made;
    },
    refused: (scene, { body }) => scene.ask('DELETE', `/papers/files/${String(body['id'])}`),
  },
  CARD_READ_ONLY: {
    when: 'the contract is in force',
    request: 'PATCH /papers/card',
    given: card,
    refused: (scene) => scene.ask('PATCH', '/papers/card', { regAddress: 'Тверь' }),
  },
  CONTACT_LIMIT: {
    when: 'there are five contacts',
    request: 'POST /alerts/contacts',
    given: async (scene) => {
      for (let count = 1; count <= 5; count += 1) await contact(scene, `a${count}@example.org`);
    },
    refused: (scene) => contact(scene, 'a6@example.org'),
  },
  CONTACT_EXISTS: {
    when: 'the contact is on the list',
    request: 'POST /alerts/contacts',
    given: (scene) => contact(scene, 'a@example.org'),
    refused: (scene) => contact(scene, 'A@example.org'),
  },
  CONTACT_INVALID: {
    when: 'it is neither a number nor an address',
    request: 'POST /alerts/contacts',
    refused: (scene) => contact(scene, 'nobody'),
  },
  CODE_WRONG: {
    when: 'another code is typed than was sent',
    request: 'POST /alerts/contacts/{contact}/confirmation',
    counted: true,
    given: (scene) => contact(scene, '+79160000001'),
    refused: (scene, made) => confirm(scene, made, codeSent(scene) === '000000' ? '000001' : '000000'),
  },
  CODE_EXPIRED: {
    when: 'a code of an SMS is older than ten minutes',
    request: 'POST /alerts/contacts/{contact}/confirmation',
    given: async (scene) => {
      const made = await contact(scene, '+79160000001');
      await scene.wait(11);
      return made;
    },
    refused: (scene, made) => confirm(scene, made, codeSent(scene)),
  },
  CODE_TOO_MANY: {
    when: 'another code is asked for within a minute',
    request: 'POST /alerts/contacts/{contact}/code',
    given: (scene) => contact(scene, '+79160000001'),
    refused: (scene, made) => scene.ask('POST', `/alerts/contacts/${contactIn(made).id}/code`),
  },
  THRESHOLD_INVALID: {
    when: 'a threshold is out of its range',
    request: 'PUT /alerts',
    refused: (scene) => scene.ask('PUT', '/alerts', { lowBalance: rub('2000000.00'), dayLimit: null }),
  },
  FORBIDDEN: {
    when: 'a reader wants to change something (EX-74)',
    request: 'POST /numbers/{number}/tariff-quotes',
    refused: (scene) =>
      scene.ask('POST', `${numberPath(MAIN)}/tariff-quotes`, { to: 'plus', effective: 'default' }, { user: 'reader' }),
  },
  SELF_CHANGE: {
    when: 'an administrator changes his own level',
    request: 'PATCH /users/{user}',
    refused: (scene) => level(scene, 'admin', 'USER', 'admin'),
  },
  OWNER_REQUIRED: {
    when: 'the owner is to be removed',
    request: 'DELETE /users/{user}',
    refused: (scene) => scene.ask('DELETE', '/users/owner', undefined, { user: 'admin' }),
  },
  LEVEL_EXCEEDED: {
    when: 'somebody is to be made an owner',
    request: 'PATCH /users/{user}',
    refused: (scene) => level(scene, 'reader', 'OWNER'),
  },
  INVITE_EXISTS: {
    when: 'the person is invited already',
    request: 'POST /invitations',
    given: invite,
    refused: invite,
  },
  INVITE_EXPIRED: {
    when: 'an offered contract is accepted after 72 hours',
    request: 'POST /ownership/acceptance',
    given: async (scene) => {
      await scene.does('POST', '/ownership', { to: 'admin' });
      await scene.wait(73 * 60);
    },
    refused: (scene) => scene.ask('POST', '/ownership/acceptance', undefined, { user: 'admin' }),
  },
  REAUTH_REQUIRED: {
    when: 'a card is swapped long after signing in, and there is nowhere to send a code to (ADM-8)',
    request: 'POST /numbers/{number}/sim/swap',
    given: bound,
    refused: swap,
  },
  OTP_REQUIRED: {
    when: 'a card is swapped long after signing in, without the code (SIM-6)',
    request: 'POST /numbers/{number}/sim/swap',
    given: async (scene) => {
      await scene.operator({ do: 'alert.contact', account: 'A1', value: 'a@example.org' });
      return bound(scene);
    },
    refused: swap,
  },
};
