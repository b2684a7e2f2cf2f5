/** Refusals of orders: money, numbers, tariffs, options, packages. @see domain.md §3, §15 */
import { CITY, MAIN, numberPath, rub, SECOND, type Provocations, type Scene } from './scene.js';

const main = numberPath(MAIN);
const buy = (scene: Scene, account = 'A1', number = MAIN) =>
  scene.ask('POST', `${numberPath(number)}/packages`, { package: 'sms50', price: rub('60.00') }, { account });
const quote = (scene: Scene, to: string, effective = 'default', number = MAIN) =>
  scene.ask('POST', `${numberPath(number)}/tariff-quotes`, { to, effective });
const confirm = (scene: Scene, id: unknown) => scene.ask('POST', `${main}/tariff-change`, { quoteId: id });
const changeToday = async (scene: Scene) => confirm(scene, (await quote(scene, 'plus', 'today')).body['id']);
const cart = (number: string) => `/cart/${encodeURIComponent(number)}`;
const FREE = '+79990002014';
const FREE_CITY = '+74950002014';
const LIMITED = '+79990000003';

export const orders: Provocations = {
  INSUFFICIENT_FUNDS: {
    when: 'a change today costs more than there is',
    request: 'POST /numbers/{number}/tariff-change',
    given: (scene) => quote(scene, 'gold', 'today'),
    refused: (scene, { body }) => confirm(scene, body['id']),
  },
  ACCOUNT_BLOCKED_FINANCE: {
    when: 'the balance is below zero',
    request: 'POST /numbers/{number}/packages',
    given: (scene) => scene.operator({ do: 'correction', account: 'A1', amount: '5000.00', reason: 'debt' }),
    refused: (scene) => buy(scene),
  },
  ACCOUNT_BLOCKED_LIMIT: {
    when: 'calls of the day have passed the operator’s limit',
    request: 'POST /numbers/{number}/packages',
    given: (scene) =>
      scene.operator({ do: 'usage', number: LIMITED, service: 'CALL', seconds: 60, peer: '+79160000001' }),
    refused: (scene) => buy(scene, 'L3', LIMITED),
  },
  ACCOUNT_BLOCKED_ADMIN: {
    when: 'the operator has locked the account',
    request: 'POST /numbers/{number}/packages',
    given: (scene) => scene.operator({ do: 'account.lock', account: 'A1', on: true }),
    refused: (scene) => buy(scene),
  },
  NOT_VERIFIED: {
    when: 'a number is ordered and the identity is not confirmed',
    request: 'POST /connection-quotes',
    given: (scene) => scene.does('PUT', cart(FREE), { tariff: 'start' }, { account: 'U4' }),
    refused: (scene) => scene.ask('POST', '/connection-quotes', {}, { account: 'U4' }),
  },
  ADDRESS_REQUIRED: {
    when: 'a city number is ordered without an address there',
    request: 'POST /connection-quotes',
    given: (scene) => scene.does('PUT', cart(FREE_CITY), { tariff: 'city' }),
    refused: (scene) => scene.ask('POST', '/connection-quotes', {}),
  },
  NUMBER_TAKEN: {
    when: 'the number is in another subscriber’s cart',
    request: 'PUT /cart/{number}',
    given: (scene) => scene.does('PUT', cart(FREE), { tariff: 'start' }, { account: 'B2', user: 'stranger' }),
    refused: (scene) => scene.ask('PUT', cart(FREE), { tariff: 'start' }),
  },
  RESERVATION_EXPIRED: {
    when: 'half an hour has passed since the number was put in the cart',
    request: 'POST /connection-quotes',
    given: async (scene) => {
      await scene.does('PUT', cart(FREE), { tariff: 'start' });
      await scene.wait(31);
    },
    refused: (scene) => scene.ask('POST', '/connection-quotes', {}),
  },
  NUMBER_LIMIT_REACHED: {
    when: 'a citizen has twenty mobile numbers already',
    request: 'PUT /cart/{number}',
    given: async (scene) => {
      for (let index = 10; index < 28; index += 1) {
        await scene.operator({ do: 'number.add', account: 'A1', number: `+799900001${index}`, tariff: 'free' });
      }
    },
    refused: (scene) => scene.ask('PUT', cart(FREE), { tariff: 'free' }),
  },
  TARIFF_CHANGED_TODAY: {
    when: 'the tariff was changed on the same day',
    request: 'POST /numbers/{number}/tariff-quotes',
    given: changeToday,
    refused: (scene) => quote(scene, 'start'),
  },
  CHANGE_ALREADY_SCHEDULED: {
    when: 'another change waits for its day',
    request: 'POST /numbers/{number}/tariff-quotes',
    given: async (scene) => confirm(scene, (await quote(scene, 'plus')).body['id']),
    refused: (scene) => quote(scene, 'free'),
  },
  CHANGE_NOT_CANCELLABLE: {
    when: 'the change has taken effect',
    request: 'DELETE /numbers/{number}/tariff-change',
    given: changeToday,
    refused: (scene) => scene.ask('DELETE', `${main}/tariff-change`),
  },
  SAME_TARIFF: {
    when: 'the number has the tariff',
    request: 'POST /numbers/{number}/tariff-quotes',
    refused: (scene) => quote(scene, 'start'),
  },
  TARIFF_NOT_AVAILABLE: {
    when: 'the tariff is for organisations',
    request: 'POST /numbers/{number}/tariff-quotes',
    refused: (scene) => quote(scene, 'firm'),
  },
  TARIFF_WRONG_KIND: {
    when: 'the tariff is for city numbers',
    request: 'POST /numbers/{number}/tariff-quotes',
    refused: (scene) => quote(scene, 'city'),
  },
  CURRENCY_MISMATCH: {
    when: 'the tariff is in another currency',
    request: 'POST /numbers/{number}/tariff-quotes',
    refused: (scene) => quote(scene, 'dollars'),
  },
  DATE_IN_PAST: {
    when: 'the day is over',
    request: 'POST /numbers/{number}/tariff-quotes',
    refused: (scene) => quote(scene, 'plus', '2026-11-15'),
  },
  DATE_INVALID: {
    when: 'auto-payment is to come on the 31st',
    request: 'PUT /autopay',
    refused: (scene) =>
      scene.ask('PUT', '/autopay', {
        trigger: 'DAY_OF_MONTH',
        day: 31,
        threshold: null,
        amount: rub('100.00'),
        monthlyCap: null,
      }),
  },
  SERVICE_CLOSED: {
    when: 'the number is disconnected',
    request: 'POST /numbers/{number}/tariff-quotes',
    given: (scene) => scene.does('POST', `${numberPath(SECOND)}/disconnection`, { effective: 'today' }),
    refused: (scene) => quote(scene, 'plus', 'default', SECOND),
  },
  NUMBER_HAS_DEPENDENTS: {
    when: 'the main number is to go before the others',
    request: 'POST /numbers/{number}/disconnection',
    refused: (scene) => scene.ask('POST', `${main}/disconnection`, { effective: 'today' }),
  },
  OPTION_INCOMPATIBLE: {
    when: 'an option that excludes it is on',
    request: 'POST /numbers/{number}/option-quotes',
    given: (scene) => scene.operator({ do: 'option.on', number: MAIN, option: 'record' }),
    refused: (scene) => scene.ask('POST', `${main}/option-quotes`, { option: 'silent', on: true }),
  },
  PACKAGE_DUPLICATE: {
    when: 'the package was bought on the same day',
    request: 'POST /numbers/{number}/packages',
    given: (scene) => buy(scene),
    refused: (scene) => buy(scene),
  },
  QUOTE_EXPIRED: {
    when: 'a quote is confirmed after ten minutes',
    request: 'POST /numbers/{number}/tariff-change',
    given: async (scene) => {
      const made = await quote(scene, 'plus');
      await scene.wait(11);
      return made;
    },
    refused: (scene, { body }) => confirm(scene, body['id']),
  },
  ACCOUNT_EXISTS: {
    when: 'an account is opened under a name that is taken',
    request: 'POST /admin/worlds/{world}/steps',
    refused: (scene) => scene.step({ do: 'account.open', account: 'A1' }),
  },
  NUMBER_NOT_MOBILE: {
    when: 'a city number is to be bound to a card',
    request: 'PUT /numbers/{number}/sim',
    refused: (scene) => scene.ask('PUT', `${numberPath(CITY)}/sim`, { iccid: '8970100000000000120' }),
  },
};
