import type { DocumentMessages } from './index.js';

const rules = new Intl.PluralRules('ru');
const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня', zero: 'дней', two: 'дня' } as const;

const messages: DocumentMessages = {
  locale: 'ru-RU',
  titles: {
    BILL: 'Счёт',
    ACT: 'Акт об оказанных услугах',
    VAT_INVOICE: 'Счёт-фактура',
    UPD: 'Универсальный передаточный документ',
    RECONCILIATION: 'Акт сверки',
    RECEIPT: 'Чек',
  },
  numbered: (title, number, date) => `${title} № ${number} от ${date}`,
  lines: {
    FEE: 'Абонентская плата',
    OPTION: 'Опция',
    CALLS: 'Звонки',
    SMS: 'SMS',
    DATA: 'Интернет',
    SETUP: 'Подключение',
    PACKAGE: 'Пакет',
    MIN_SPEND: 'Доплата до минимума',
    CORRECTION: 'Корректировка',
    BONUS: 'Бонус за входящие',
  },
  seller: 'Исполнитель',
  subscriber: 'Абонент',
  account: 'Лицевой счёт',
  period: 'Период',
  columns: ['Услуга', 'Период', 'Количество', 'Без НДС', 'НДС', 'Сумма'],
  accountLines: 'Услуги лицевого счёта',
  subtotal: (number) => `Итого по номеру ${number}`,
  noLines: 'нет начислений',
  net: 'Стоимость без НДС',
  vat: (rate) => (rate === null ? 'НДС' : `НДС ${rate} %`),
  withoutVat: 'Без НДС',
  total: 'Итого оказано услуг',
  opening: 'Остаток на начало периода',
  payments: 'Поступило платежей',
  closing: 'Остаток на конец периода',
  toPay: 'К оплате',
  nothingToPay: 'Счёт покрыт авансом, доплачивать не нужно.',
  creditTotal: 'По итогам месяца вам начислено больше, чем списано.',
  invoice: 'Счёт на оплату',
  purpose: (account) => `Пополнение лицевого счёта ${account}`,
  invoiceNote:
    'Укажите номер счёта в назначении платежа. Деньги поступают на лицевой счёт обычно за один рабочий день.',
  legend: 'Знак «-» — начисление абоненту, например бонус за входящие вызовы.',
  signatures: ['Исполнитель', 'Абонент'],
  page: (page, pages) => `страница ${page} из ${pages}`,
  seconds: (minutes, seconds) =>
    seconds === 0 ? `${minutes} мин` : minutes === 0 ? `${seconds} с` : `${minutes} мин ${seconds} с`,
  megabytes: (amount) => `${amount} МБ`,
  pieces: (amount) => `${amount} шт.`,
  days: (amount) => `${amount} ${days[rules.select(amount)]}`,
};

export default messages;
