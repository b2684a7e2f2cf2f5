import { expect } from '@open-wc/testing';
import { unzipSync, strFromU8 } from 'fflate';
import { csvOf } from './csv.js';
import type { Table } from './table.js';
import { xlsxOf } from './xlsx.js';

const text = (value: string) => ({ is: 'text', text: value }) as const;
const number = (value: string) => ({ is: 'number', value }) as const;
const table: Table = {
  name: 'detail',
  columns: ['Кому', 'Сумма', 'Валюта', 'Примечание'],
  rows: [
    [text('+79990000101'), number('-1.08'), text('RUB'), text('=HYPERLINK("x")')],
    [text('Тариф; «Плюс»'), number('1234.50'), text('RUB'), text('@cmd')],
  ],
  totals: [['Итого', '1233.42']],
};
const free = () => Promise.resolve();

describe('files of the detail', () => {
  it('writes CSV with a mark, semicolons and decimal commas (DET-9)', async () => {
    const bytes = new Uint8Array(await (await csvOf(table, free)).arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes).split('\r\n')).to.deep.equal([
      'Кому;Сумма;Валюта;Примечание',
      `'+79990000101;-1,08;RUB;"'=HYPERLINK(""x"")"`,
      `"Тариф; «Плюс»";1234,50;RUB;'@cmd`,
      'Итого;1233,42;;',
      '',
    ]);
  });

  it('writes a workbook with the same digits, and texts that are no formulas', async () => {
    const files = unzipSync(new Uint8Array(await (await xlsxOf(table, free)).arrayBuffer()));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(new DOMParser().parseFromString(sheet, 'text/xml').querySelector('parsererror')).to.equal(null);
    expect(sheet).to.contain('<c r="B2" s="2"><v>-1.08</v></c>');
    expect(sheet).to.contain('<c r="A2" t="inlineStr"><is><t>+79990000101</t></is></c>');
    expect(sheet).to.contain('<c r="B4" s="3"><v>1233.42</v></c>');
    expect(sheet).not.to.contain('<f>');
    expect(Object.keys(files)).to.include.members(['[Content_Types].xml', 'xl/workbook.xml', 'xl/styles.xml']);
  });

  it('ends between two pieces when it is cancelled', async () => {
    const stop = () => Promise.reject(new DOMException('cancelled', 'AbortError'));
    for (const write of [csvOf, xlsxOf]) {
      const error = await write(table, stop).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(DOMException);
    }
  });
});
