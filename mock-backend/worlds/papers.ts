import type { Command } from '../engine/command.js';
import type { SubscriberCard } from '../engine/documents/command.js';

/** The subscriber of the demo world: an invented company, who signs for it, and his passport. */
const card: SubscriberCard = {
  fullName: 'Иванова Анна Сергеевна',
  companyName: 'ООО «Вектор»',
  birthDate: '1981-03-02',
  inn: '7700000000',
  kpp: '770001001',
  ogrn: '1027700000000',
  passport: {
    series: '4509',
    number: '000123',
    issuedAt: '2018-04-12',
    issuedBy: 'ГУ МВД России по г. Москве',
    deptCode: '770-000',
  },
  regAddress: 'Москва, улица Примерная, дом 1, квартира 1',
  phone: '+79000000010',
  email: 'ivanova@example.org',
};

const of = { account: '200417' } as const;
const file = (id: string, fileName: string, more: object) =>
  ({
    do: 'file.store',
    ...of,
    file: id,
    kind: 'OTHER',
    fileName,
    mime: 'application/pdf',
    size: 1_258_291,
    sha256: id.padEnd(64, '0'),
    ...more,
  }) as const;

const demo: readonly Command[] = [
  { do: 'card.set', ...of, card, inForce: true, identity: 'VERIFIED' },
  file('d1', 'passport-old.jpg', { kind: 'PASSPORT_MAIN', mime: 'image/jpeg' }),
  { do: 'file.review', ...of, file: 'd1', state: 'ACCEPTED' },
  file('d2', 'spravka.jpg', { kind: 'ADDRESS_PROOF', mime: 'image/jpeg' }),
  {
    do: 'file.review',
    ...of,
    file: 'd2',
    state: 'REJECTED',
    reason: 'Не читается номер дома. Снимите документ целиком при хорошем свете.',
  },
  file('d3', 'Заявление о смене фамилии, подписанное.pdf', { kind: 'APPLICATION' }),
  { do: 'request.submit', ...of, kind: 'NAME_CHANGE', text: 'Смирнова Анна Сергеевна', files: ['d3'] },
  { do: 'request.decide', ...of, request: '200417-R1', state: 'IN_REVIEW' },
  { do: 'identity.ask', ...of },
];

/** What the subscribers of a world have handed in; scenarios know nothing of it. */
export const papersOf = (world: string): readonly Command[] => (world === 'world-demo' ? demo : []);
