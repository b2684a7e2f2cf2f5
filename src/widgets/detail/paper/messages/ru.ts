export default {
  collecting: 'Собираем строки: {done} из {all}',
  tooMany: 'Печатаем не больше 2 000 строк, а здесь {events}. Сузьте фильтр или скачайте файл CSV или XLSX',
  failed: 'Не удалось собрать строки для печати',
} as const;
