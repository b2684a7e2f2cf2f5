import { describe, it } from 'node:test';
import { expect } from 'chai';
import fc from '../../testing/properties.js';
import { type CsvRow, readUsageCsv } from './csv.js';

const HEADER = 'id,number,service,direction,start,seconds,segments,bytes,peer,outcome,forwarded';
const NUMBER = '+79990000001';
const call = (id: string) => `${id},${NUMBER},CALL,OUT,2026-11-05T10:00:00Z,61,,,+79160000001,ANSWERED,`;

async function* pieces(parts: Iterable<string | Uint8Array>) {
  yield* parts;
}

async function read(...parts: (string | Uint8Array)[]): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readUsageCsv(pieces(parts), (numbers) =>
    Promise.resolve(new Set(numbers.filter((number) => number === NUMBER))),
  ))
    rows.push(row);
  return rows;
}

const short = (rows: readonly CsvRow[]) =>
  rows.map((row) => ('usage' in row ? [row.line, row.usage.id] : [row.line, row.reason]));

describe('a file of usage', () => {
  it('gives its rows with their lines, the header being line 1', async () => {
    expect(short(await read(`${HEADER}\n${call('a')}\n${call('b')}\n`))).to.deep.equal([
      [2, 'a'],
      [3, 'b'],
    ]);
  });

  it('may end its lines with CRLF, begin with a byte order mark and have no last line end', async () => {
    expect(short(await read(`\uFEFF${HEADER}\r\n${call('a')}\r\n${call('b')}`))).to.deep.equal([
      [2, 'a'],
      [3, 'b'],
    ]);
  });

  it('counts empty lines and takes none for a row', async () => {
    expect(short(await read(`${HEADER}\n\n${call('a')}\n\r\n\n${call('b')}\n\n`))).to.deep.equal([
      [3, 'a'],
      [6, 'b'],
    ]);
  });

  it('may quote its fields, commas, quotes and line ends in them', async () => {
    const rows = await read(
      `${HEADER}\n"a ""x"", 1",${call('').slice(1)}\n"b\nc",${call('').slice(1)}\n${call('d')}\n`,
    );
    expect(short(rows)).to.deep.equal([
      [2, 'a "x", 1'],
      [3, 'b\nc'],
      [5, 'd'],
    ]);
  });

  it('loses one row to a wrong quote, not the rest', async () => {
    const rows = await read(
      [HEADER, call('a'), call('b"'), call('c'), call('d"x"'), `"e"f${call('').slice(0)}`, call('g')].join('\n'),
    );
    expect(short(rows)).to.deep.equal([
      [2, 'a'],
      [3, 'COLUMNS'],
      [4, 'c'],
      [5, 'COLUMNS'],
      [6, 'COLUMNS'],
      [7, 'g'],
    ]);
    const late = await read(
      [HEADER, call('"a'), ...Array.from({ length: 40 }, (_, index) => call(`b${index}`))].join('\n'),
    );
    expect(late.filter((row) => 'reason' in row)).to.deep.equal([{ line: 2, reason: 'COLUMNS' }]);
    expect(late).to.have.length(41);
  });

  it('with another header is not read: its columns would be a guess', async () => {
    expect(await read(`number,id\n${call('a')}\n`)).to.deep.equal([{ line: 1, reason: 'COLUMNS' }]);
    expect(await read(call('a'))).to.deep.equal([{ line: 1, reason: 'COLUMNS' }]);
    expect(await read()).to.deep.equal([{ line: 1, reason: 'COLUMNS' }]);
    expect(await read(`${HEADER}\n`)).to.deep.equal([]);
  });

  it('may be cut anywhere, inside a character too', async () => {
    const text = `${HEADER}\n${call('имя')}\n"имя ""2""",${call('').slice(1)}\r\nbad,row\n`;
    const bytes = new TextEncoder().encode(text);
    const whole = await read(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 8 }), async (cuts) => {
        const at = [0, ...cuts, bytes.length].sort((a, b) => a - b);
        const parts = at.slice(1).map((end, index) => bytes.slice(at[index], end));
        expect(await read(...parts)).to.deep.equal(whole);
      }),
    );
  });

  it('never stops at what it cannot read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'x', 'я', '\u0000') }),
        async (noise) => {
          const rows = await read(`${HEADER}\n${noise}\n${call('last')}\n`);
          expect(rows.every((row) => 'usage' in row || row.line > 1)).to.equal(true);
        },
      ),
    );
  });

  it('of a hundred thousand rows needs no more memory than one of a thousand', async () => {
    let held = 0;
    async function* endless() {
      yield `${HEADER}\n`;
      for (let index = 0; index < 1000; index += 1) {
        yield Array.from({ length: 100 }, (_, row) => `${call(`${index}-${row}`)}\n`).join('');
      }
    }
    let rows = 0;
    const start = process.memoryUsage().heapUsed;
    for await (const row of readUsageCsv(endless(), (numbers) => Promise.resolve(new Set(numbers)))) {
      rows += 'usage' in row ? 1 : 0;
      if (rows % 20_000 === 0) held = Math.max(held, process.memoryUsage().heapUsed - start);
    }
    expect(rows).to.equal(100_000);
    expect(held).to.be.lessThan(64 * 1024 * 1024);
  });

  it('without a line end does not fill the memory', async () => {
    async function* noEnd() {
      yield `${HEADER}\n`;
      for (let index = 0; index < 100; index += 1) yield 'x'.repeat(65_536);
      yield `\n${call('a')}\n`;
    }
    const rows: CsvRow[] = [];
    for await (const row of readUsageCsv(noEnd(), (numbers) => Promise.resolve(new Set(numbers)))) rows.push(row);
    expect(short(rows)).to.deep.equal([
      [2, 'COLUMNS'],
      [3, 'a'],
    ]);
  });
});
