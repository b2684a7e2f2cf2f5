/** Words of dates and units and their order; every message file has them, see `../words.ts`. */
export default {
  monthNames: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  monthNamesInDates: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  weekdayNames: 'воскресенье понедельник вторник среда четверг пятница суббота',
  dayOfMonth: '{day} {month}',
  daysOfMonth: '{from}–{day} {month}',
  monthOfYear: '{month} {year}',
  unitNames: 'ч мин с кБ МБ ГБ ТБ',
} as const;
