import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell, Table } from './table.js';

/** Rows written between two looks at whether the reader cancelled. */
const SLICE = 2_000;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Styles by their place in `styles.xml`. */
const BOLD = 1;
const MONEY = 2;
const BOLD_MONEY = 3;

/**
 * The table as a workbook, packed piece by piece in this thread: no worker, which a strict policy would forbid, and no long pause.
 * Amounts are numbers with exactly the digits of the table; texts are texts, whatever they begin with.
 *
 * @param step - Called between pieces with the share done; throws to end the work.
 */
export async function xlsxOf(table: Table, step: (share: number) => Promise<void>): Promise<Blob> {
  const zip = new Zip();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    zip.ondata = (error, piece, last) => {
      if (error) return reject(error);
      pieces.push(new Uint8Array(piece));
      if (last) resolve();
    };
  });
  for (const [name, content] of fixedParts(table)) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(content), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  for await (const text of sheetXml(table, step)) sheet.push(strToU8(text));
  sheet.push(new Uint8Array(), true);
  zip.end();
  await finished;
  return new Blob(pieces, { type: TYPE });
}

/** Everything but the rows. */
function fixedParts({ name }: Table): readonly (readonly [string, string])[] {
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/styles.xml',
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf fontId="1" numFmtId="4" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}

async function* sheetXml({ columns, rows, totals }: Table, step: (share: number) => Promise<void>) {
  const width = columns.length;
  // The column of amounts, so that totals stand below what they sum.
  const amounts = width - 3;
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(
      (column, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${Math.max(11, column.length + 2)}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>`;
  yield row(
    1,
    columns.map((column, at) => cell({ is: 'text', text: column }, 1, at, BOLD)),
  );
  for (let from = 0; from < rows.length; from += SLICE) {
    yield rows
      .slice(from, from + SLICE)
      .map((cells, at) => {
        const line = from + at + 2;
        return row(
          line,
          cells.map((one, column) => cell(one, line, column, column === amounts ? MONEY : 0)),
        );
      })
      .join('');
    await step(Math.min(1, (from + SLICE) / rows.length));
  }
  yield totals
    .map(([name, amount], at) => {
      const line = rows.length + at + 2;
      return row(line, [
        cell({ is: 'text', text: name }, line, 0, BOLD),
        cell({ is: 'number', value: amount }, line, amounts, BOLD_MONEY),
      ]);
    })
    .join('');
  yield '</sheetData></worksheet>';
}

const row = (line: number, cells: readonly string[]): string => `<row r="${line}">${cells.join('')}</row>`;

function cell(value: Cell, line: number, column: number, style: number): string {
  const place = `r="${String.fromCharCode(65 + column)}${line}"${style > 0 ? ` s="${style}"` : ''}`;
  if (value.is === 'number') return `<c ${place}><v>${value.value}</v></c>`;
  return value.text === '' ? '' : `<c ${place} t="inlineStr"><is><t>${escaped(value.text)}</t></is></c>`;
}

/** Characters that XML 1.0 has no way to write are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** At most 31 characters, without those that a sheet's name must not have. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
