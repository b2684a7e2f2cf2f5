const at = '2026-11-23T09:00:00+03:00';

/**
 * A company with two numbers, a SIM card, a forwarding rule and three users: for tests of widgets that need neither a year of bills
 * nor thousands of calls. It plays in a moment, the demo world does not.
 */
export const OFFICE = {
  scenario: 'office',
  title: 'A small office',
  start: at,
  catalog: {
    destinations: [
      { code: 'ru-mob', prefixes: ['+79'] },
      { code: 'ru-geo', prefixes: ['+7'] },
    ],
    tariffs: [
      {
        code: 'office',
        name: 'Офис',
        voice: [{ steps: [{ fromSec: 0, price: '2.50', perSec: 60, incrementSec: 60 }] }],
      },
    ],
  },
  steps: [
    { at, do: 'account.open', account: '200417', kind: 'LEGAL', opening: '1000.00' },
    { at, do: 'number.add', account: '200417', number: '+79990000101', kind: 'MOBILE', tariff: 'office', main: true },
    { at, do: 'number.add', account: '200417', number: '+79990000102', kind: 'MOBILE', tariff: 'office' },
    { at, do: 'user.grant', account: '200417', user: 'director', product: 'CORE', level: 'OWNER' },
    { at, do: 'user.grant', account: '200417', user: 'buhgalter', product: 'CORE', level: 'USER' },
    { at, do: 'user.grant', account: '200417', user: 'buhgalter', product: 'BILLING', level: 'ADMIN' },
    { at, do: 'user.grant', account: '200417', user: 'menedzher', product: 'CORE', level: 'USER' },
    { at, do: 'user.grant', account: '200417', user: 'menedzher', product: 'TELEPHONY', level: 'USER' },
    { at, do: 'sim.add', account: '200417', iccid: '8970100000000000120' },
    { at, do: 'sim.bind', number: '+79990000101', iccid: '8970100000000000120' },
    { at, do: 'forwarding.set', number: '+79990000101', type: 'CFNRY', target: '+79160000170', noReplySec: 20 },
  ],
} as const;
