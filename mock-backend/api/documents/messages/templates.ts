/** Words of blank applications. */
export const templates = {
  ru: {
    to: 'В',
    account: 'Лицевой счёт №',
    from: 'От',
    titles: {
      application: 'Заявление',
      'name-change': 'Заявление о смене фамилии, имени или отчества',
      'address-change': 'Заявление об изменении адреса регистрации',
      refund: 'Заявление о возврате остатка',
    },
    texts: {
      application: 'Прошу:',
      'name-change': 'Прошу изменить мои данные в договоре. Новые фамилия, имя, отчество и причина изменения:',
      'address-change': 'Прошу изменить адрес регистрации в договоре. Новый адрес:',
      refund: 'Прошу вернуть остаток средств на лицевом счёте. Реквизиты для возврата:',
    },
    enclosed: 'Приложения (копии документов):',
    date: 'Дата',
    signature: 'Подпись',
  },
  en: {
    to: 'To',
    account: 'Account No.',
    from: 'From',
    titles: {
      application: 'Application',
      'name-change': 'Application to change the name',
      'address-change': 'Application to change the registered address',
      refund: 'Application for a refund of the balance',
    },
    texts: {
      application: 'I ask to:',
      'name-change': 'I ask to change my data in the contract. The new name and the reason for the change:',
      'address-change': 'I ask to change the registered address in the contract. The new address:',
      refund: 'I ask to refund the balance of the account. Bank details for the refund:',
    },
    enclosed: 'Enclosed (copies of documents):',
    date: 'Date',
    signature: 'Signature',
  },
} as const;
