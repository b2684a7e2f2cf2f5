/**
 * Products that the operator sells beside numbers. Prices are per month and include VAT. The list is data of the operator: a type that a
 * widget has never heard of is shown by its name.
 *
 * @see domain.md §8
 */

export interface ResourceOffer {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  /** How many the fee of the tariff pays for. */
  readonly included: number;
  /** Of one unit above what is included. */
  readonly price: string;
}

export interface ProductTariff {
  readonly code: string;
  readonly name: string;
  readonly fee: string;
  readonly setupFee: string;
  readonly resources: readonly ResourceOffer[];
}

export interface ProductOffer {
  readonly type: string;
  readonly name: string;
  /** One sentence. */
  readonly about: string;
  readonly currency: string;
  readonly tariffs: readonly ProductTariff[];
  /** The product is this option of a number and is switched there; one state, seen in both places (PRD-2). */
  readonly option?: string;
  /** Only for these. */
  readonly personKinds?: readonly string[];
  /** Does nothing without a connected product of this type. */
  readonly needs?: string;
  /** Where the product is opened; its ticket is appended. */
  readonly launch: string | null;
}

const resource = (
  code: string,
  name: string,
  unit: string,
  [min, max, included]: readonly [number, number, number],
  price: string,
): ResourceOffer => ({ code, name, unit, min, max, included, price });

export const PRODUCT_OFFERS: readonly ProductOffer[] = [
  {
    type: 'VPBX',
    name: 'Виртуальная АТС',
    about: 'Внутренние номера, очереди, голосовое меню и запись разговоров без своего оборудования',
    currency: 'RUB',
    launch: '/sso/vpbx',
    tariffs: [
      {
        code: 'office',
        name: 'Офис',
        fee: '900.00',
        setupFee: '0.00',
        resources: [
          resource('extensions', 'Внутренние номера', 'шт.', [1, 200, 5], '90.00'),
          resource('record', 'Хранение записей', 'ГБ', [0, 500, 1], '25.00'),
        ],
      },
      {
        code: 'contact',
        name: 'Контакт-центр',
        fee: '2400.00',
        setupFee: '1500.00',
        resources: [
          resource('extensions', 'Внутренние номера', 'шт.', [5, 500, 20], '80.00'),
          resource('record', 'Хранение записей', 'ГБ', [10, 2000, 10], '20.00'),
        ],
      },
    ],
  },
  {
    type: 'FMC',
    name: 'Мобильные в АТС (FMC)',
    about: 'Мобильный номер становится внутренним номером вашей АТС',
    currency: 'RUB',
    launch: null,
    option: 'fmc',
    needs: 'VPBX',
    tariffs: [],
  },
  {
    type: 'VOICE_ROBOT',
    name: 'Голосовой робот',
    about: 'Обзванивает и отвечает по вашему сценарию',
    currency: 'RUB',
    launch: '/sso/robot',
    tariffs: [
      {
        code: 'robot',
        name: 'Робот',
        fee: '1200.00',
        setupFee: '0.00',
        resources: [resource('channels', 'Каналы', 'шт.', [1, 100, 1], '350.00')],
      },
    ],
  },
  {
    type: 'CHAT_BOT',
    name: 'Чат-бот',
    about: 'Отвечает в мессенджерах и на сайте',
    currency: 'RUB',
    launch: '/sso/chat',
    tariffs: [
      {
        code: 'chat',
        name: 'Чат-бот',
        fee: '700.00',
        setupFee: '0.00',
        resources: [resource('dialogs', 'Диалоги в месяц', 'тыс.', [1, 50, 1], '150.00')],
      },
    ],
  },
  {
    type: 'CHATOPHONE',
    name: 'Чатофон',
    about: 'Звонок с сайта в один щелчок',
    currency: 'RUB',
    launch: '/sso/chatophone',
    tariffs: [
      {
        code: 'site',
        name: 'Сайт',
        fee: '300.00',
        setupFee: '0.00',
        resources: [resource('sites', 'Сайты', 'шт.', [1, 20, 1], '120.00')],
      },
    ],
  },
  {
    type: 'CALL_TRACKING',
    name: 'Коллтрекинг',
    about: 'Показывает, какая реклама привела звонок',
    currency: 'RUB',
    launch: '/sso/tracking',
    personKinds: ['LEGAL', 'SOLE_TRADER'],
    tariffs: [
      {
        code: 'track',
        name: 'Коллтрекинг',
        fee: '1000.00',
        setupFee: '0.00',
        resources: [resource('numbers', 'Подменные номера', 'шт.', [1, 100, 2], '60.00')],
      },
    ],
  },
];

export const offerOf = (type: string): ProductOffer | undefined => PRODUCT_OFFERS.find((offer) => offer.type === type);

/** What a line of a bill pays for: `VPBX/office` is the fee, `VPBX/office/extensions` a resource. `null` if it is none of these. */
export function productTitle(subject: string): string | null {
  const [type = '', tariffCode, resourceCode] = subject.split('/');
  const offer = offerOf(type);
  const tariff = offer?.tariffs.find(({ code }) => code === tariffCode);
  if (!offer || !tariff) return null;
  const resource = tariff.resources.find(({ code }) => code === resourceCode);
  return resource ? `${offer.name}: ${resource.name.toLowerCase()}` : `${offer.name}, тариф «${tariff.name}»`;
}
