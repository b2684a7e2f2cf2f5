/** What people are told by SMS and mail, in the language of their account. At most two segments of an SMS, no links (ALR-15). */
import type { MessageTopic } from '../../engine/messages.js';
import type { Locale } from './index.js';

type Params = Readonly<Record<string, string>>;
/** `of` names the account; amounts are written as the language writes them. */
type Letters = Readonly<Record<MessageTopic, (of: string, params: Params) => string>>;

/** What a code confirms, by the name of the command that waits for it. */
const ACTIONS: Readonly<Record<Locale, Params>> = {
  ru: {
    'sim.swap': 'замена SIM-карты',
    'forwarding.set': 'переадресация',
    'forwarding.mmi': 'переадресация',
    'number.disconnect': 'отключение номера',
    'owner.offer': 'передача договора',
    'owner.accept': 'передача договора',
    'sip.reset': 'смена пароля SIP',
    'card.reveal': 'показ данных абонента',
    'detail.export': 'выгрузка детализации',
  },
  en: {
    'sim.swap': 'replacing the SIM card',
    'forwarding.set': 'call forwarding',
    'forwarding.mmi': 'call forwarding',
    'number.disconnect': 'disconnecting the number',
    'owner.offer': 'handing the contract over',
    'owner.accept': 'handing the contract over',
    'sip.reset': 'a new SIP password',
    'card.reveal': 'showing the subscriber’s data',
    'detail.export': 'exporting the call detail',
  },
};

const NBSP = '\u00a0';

const value = (params: Params, name: string): string => params[name] ?? '';

/** ` (замена SIM-карты, +79990000101)`: whoever gets the code sees what it is for. */
function purpose(params: Params, locale: Locale): string {
  const action = ACTIONS[locale][value(params, 'action')];
  if (action === undefined) return '';
  return ` (${[action, params['target']].filter(Boolean).join(', ')})`;
}

/** `1 000,50 ₽` or `₽1,000.50`, never broken at the end of a line: what the letter says, not what anything is reckoned by. */
function spoken(amount: string, locale: Locale): string {
  const [whole = '', fraction] = amount.replace('-', '').split('.');
  const sign = amount.startsWith('-') ? '−' : '';
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === 'ru' ? NBSP : ',');
  const tail = fraction === undefined ? '' : `${locale === 'ru' ? ',' : '.'}${fraction}`;
  return locale === 'ru' ? `${sign}${grouped}${tail}${NBSP}₽` : `${sign}₽${grouped}${tail}`;
}

const ru: Letters = {
  LOW_BALANCE: (of, p) => `${of} Баланс ${spoken(value(p, 'value'), 'ru')} ниже ${spoken(value(p, 'threshold'), 'ru')}`,
  DAY_LIMIT: (of, p) =>
    `${of} Расход за сутки ${spoken(value(p, 'value'), 'ru')} больше ${spoken(value(p, 'threshold'), 'ru')}. Связь не отключаем`,
  TOP_UP: (of, p) => `${of} Пополнение ${spoken(value(p, 'value'), 'ru')}. Баланс ${spoken(value(p, 'balance'), 'ru')}`,
  TEST: (of) => `${of} Проверка: уведомления приходят сюда`,
  CODE: (_, p) => `Код подтверждения ${value(p, 'code')}${purpose(p, 'ru')}. Никому его не говорите`,
  INVITE: (of) => `${of} Вас пригласили в личный кабинет. Приглашение действует 72 часа`,
  OWNER_OFFER: (of) => `${of} Вам передают договор. Подтвердите это в личном кабинете`,
};

const en: Letters = {
  LOW_BALANCE: (of, p) =>
    `${of} Balance ${spoken(value(p, 'value'), 'en')} is below ${spoken(value(p, 'threshold'), 'en')}`,
  DAY_LIMIT: (of, p) =>
    `${of} Today's spending ${spoken(value(p, 'value'), 'en')} is above ${spoken(value(p, 'threshold'), 'en')}. Nothing is blocked`,
  TOP_UP: (of, p) =>
    `${of} Topped up by ${spoken(value(p, 'value'), 'en')}. Balance ${spoken(value(p, 'balance'), 'en')}`,
  TEST: (of) => `${of} Test: notices arrive here`,
  CODE: (_, p) => `Confirmation code ${value(p, 'code')}${purpose(p, 'en')}. Tell it to nobody`,
  INVITE: (of) => `${of} You are invited to the account. The invitation works for 72 hours`,
  OWNER_OFFER: (of) => `${of} The contract is being handed over to you. Confirm it in the cabinet`,
};

/** The text of a message. */
export function letterOf(topic: MessageTopic, params: Params, account: string, locale: Locale): string {
  return locale === 'ru' ? ru[topic](`Лицевой счёт ${account}.`, params) : en[topic](`Account ${account}.`, params);
}
