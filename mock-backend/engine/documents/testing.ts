import type { Passport, SubscriberCard } from './command.js';

/** The subscriber of the tests: the passport that he has, and his card. */
export const PASSPORT: Passport = {
  series: '4509',
  number: '000123',
  issuedAt: '2018-04-12',
  issuedBy: 'МВД',
  deptCode: '770-000',
};

export const SUBSCRIBER: SubscriberCard = {
  fullName: 'Иванова Анна Сергеевна',
  companyName: null,
  birthDate: '1981-03-02',
  inn: null,
  kpp: null,
  ogrn: null,
  passport: PASSPORT,
  regAddress: 'Москва',
  phone: '+79000000010',
  email: 'ivanova@example.org',
};
