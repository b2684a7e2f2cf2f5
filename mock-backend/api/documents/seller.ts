/** Who bills: printed on every document. */
export interface Seller {
  readonly name: string;
  readonly address: string;
  /** Lines of registration and bank details, as they shall be printed. */
  readonly details: readonly string[];
  readonly site: string;
  readonly phone: string;
}

/** An invented operator. */
export const demoSeller: Seller = {
  name: 'ООО «Оператор связи»',
  address: '101000, Москва, ул. Примерная, д. 1',
  details: ['ИНН 7700000000 · КПП 770001001', 'р/с 40702810000000000000 в АО «Банк Пример», БИК 044500000'],
  site: 'operator.example',
  phone: '+7 495 000-00-00',
};
