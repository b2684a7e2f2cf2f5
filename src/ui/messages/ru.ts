import words from '../../i18n/words/ru.js';

/** Texts that every widget needs; a widget's own file begins with `...common`. */
export default {
  ...words,
  retry: 'Повторить',
  loading: 'Загружаем…',
  more: 'Показать ещё',
  expand: 'Развернуть',
  collapse: 'Свернуть',
  escapeAgain: 'Введённое пропадёт. Чтобы закрыть, нажмите Esc ещё раз',
  trace: 'Код для поддержки:',
  stale: 'Данные на {time}, обновить не удалось',
  offline: 'Нет сети. Показываем сохранённое {time}',
  partial: 'Часть данных недоступна',
  closed: 'Договор закрыт. Счета и документы можно посмотреть и скачать',
  failed: 'Не удалось загрузить данные',
  forbidden: 'Нет доступа',
  owner: 'Права выдаёт владелец договора',
  minus: 'минус {amount}',
  accrued: 'минус {amount}, начислено вам',
  rubles: { one: '{count} рубль', few: '{count} рубля', many: '{count} рублей', other: '{count} рубля' },
  kopecks: { one: '{count} копейка', few: '{count} копейки', many: '{count} копеек', other: '{count} копейки' },
  pieces: '{count} шт.',
  msk: 'МСК',
} as const;
