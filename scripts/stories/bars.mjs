/**
 * The font of pictures: every letter is a bar as wide as the letter is in Inter, so that a picture shows where text stands, how much of
 * it there is, how large, how bold and in which colour, and nothing of how an edge of a letter is drawn. It has a glyph for every
 * character there is: no font of the computer is ever asked.
 */
import { readFileSync } from 'node:fs';

/** Characters by width, thousandths of an em, by weight: measured in Inter 4.1 at its size for text, digits as in tables. */
const WIDTHS = JSON.parse(readFileSync(new URL('widths.json', import.meta.url), 'utf8'));
/** Of a character that Inter does not have. */
const USUAL = 600;
const EM = 1000;
/** As in Inter: so lines are as high, and text stands in them where it does. */
const ASCENT = 969;
const DESCENT = -241;
/** Bars of letters beside one another overlap: a word is one bar. */
const OVERLAP = 40;
const SPACES = /\s/;

/**
 * Faces of the font: each weight's bars are of another height, x and H, for a change of weight must be seen.
 *
 * @returns {{ weight: string, data: string }[]} Range of weights, and the file in base64.
 */
export const faces = () =>
  [
    { weight: '100 500', widths: WIDTHS['400'], top: 546 },
    { weight: '600 900', widths: WIDTHS['600'], top: 727 },
  ].map(({ weight, widths, top }) => ({ weight, data: makeFont(widths, top).toString('base64') }));

/** @returns {Buffer} A TrueType font. @see https://learn.microsoft.com/typography/opentype/spec/otff */
function makeFont(widths, top) {
  /** Each glyph's width, and whether it is a bar. The first one means that a character is missing, the second is any such character. */
  const glyphs = Array(2).fill({ width: USUAL, bar: true });
  /** Code point → glyph. */
  const known = new Map();
  for (const [width, characters] of Object.entries(widths)) {
    for (const bar of [true, false]) {
      const those = [...characters].filter((one) => SPACES.test(one) !== bar);
      if (those.length === 0) continue;
      for (const one of those) known.set(one.codePointAt(0), glyphs.length);
      glyphs.push({ width: Number(width), bar });
    }
  }
  const outlines = glyphs.map(({ width, bar }) =>
    bar ? rectangle(-OVERLAP, 0, width + OVERLAP, top) : Buffer.alloc(0),
  );
  return tables({
    'OS/2': os2(top),
    cmap: cmap(known),
    glyf: Buffer.concat(outlines),
    head: head(),
    hhea: hhea(glyphs.length),
    hmtx: Buffer.concat(glyphs.map(({ width, bar }) => numbers('2 2', width, bar ? -OVERLAP : 0))),
    loca: numbers(
      '4'.repeat(glyphs.length + 1),
      ...outlines.reduce((all, { length }) => [...all, all.at(-1) + length], [0]),
    ),
    maxp: numbers('422222222222222', 0x10000, glyphs.length, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
    name: names(),
    post: numbers('4 4 22 4 4444', 0x30000, 0, -75, 50, 0, 0, 0, 0, 0),
  });
}

/** Big-endian numbers, each of as many bytes as its digit in `sizes` says. */
function numbers(sizes, ...values) {
  const bytes = sizes.replaceAll(' ', '');
  if (bytes.length !== values.length) throw new Error(`${bytes.length} sizes, ${values.length} values`);
  return Buffer.concat(
    values.map((value, index) => {
      const size = Number(bytes[index]);
      const buffer = Buffer.alloc(size);
      buffer.writeUIntBE(value < 0 ? 2 ** (8 * size) + value : value, 0, size);
      return buffer;
    }),
  );
}

/** A glyph of four points, clockwise. */
const rectangle = (left, bottom, right, top) =>
  numbers(
    '2 2222 2 2 1111 2222 2222',
    ...[1, left, bottom, right, top, 3, 0, 1, 1, 1, 1],
    ...[left, 0, right - left, 0],
    ...[bottom, top - bottom, 0, bottom - top],
  );

/** Every code point there is, many to a glyph (format 13): those that are known, and between them the usual bar. */
function cmap(known) {
  const groups = [];
  let next = 0;
  const put = (from, to, glyph) => {
    const last = groups.at(-1);
    if (last && last.glyph === glyph && last.to === from - 1) last.to = to;
    else groups.push({ from, to, glyph });
  };
  for (const [code, glyph] of [...known].sort(([one], [other]) => one - other)) {
    if (code > next) put(next, code - 1, 1);
    put(code, code, glyph);
    next = code + 1;
  }
  put(next, 0x10ffff, 1);
  const body = Buffer.concat(groups.map(({ from, to, glyph }) => numbers('444', from, to, glyph)));
  return Buffer.concat([numbers('22 224 22444', 0, 1, 3, 10, 12, 13, 0, 16 + body.length, 0, groups.length), body]);
}

const head = () =>
  numbers(
    '22 4 4 4 2 2 44 44 2222 2 2 2 2 2',
    ...[1, 0, 0x10000, 0, 0x5f0f3cf5, 3, EM, 0, 0, 0, 0, -OVERLAP, 0, 2 * EM, EM, 0, 6, 2, 1, 0],
  );
const hhea = (glyphs) =>
  numbers(
    '22 2 2 2 2 2 2 2 2 2 2 2222 2 2',
    1,
    0,
    ASCENT,
    DESCENT,
    0,
    2 * EM,
    -OVERLAP,
    -OVERLAP,
    2 * EM,
    1,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    glyphs,
  );
const os2 = (top) =>
  numbers(
    '2 2 2 2 2 2222 2222 2 2 2 1111111111 4444 4 2 22 22222 44 2 2 2 2 2',
    ...[
      4,
      USUAL,
      400,
      5,
      0,
      650,
      600,
      0,
      75,
      650,
      600,
      0,
      350,
      50,
      300,
      0,
      ...Array(10).fill(0),
      0,
      0,
      0,
      0,
      0x20202020,
    ],
    ...[0x40, 0x20, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT, 1, 0, top, 727, 0, 0x20, 1],
  );

function names() {
  const texts = [
    [1, 'Bars'],
    [2, 'Regular'],
    [4, 'Bars'],
    [6, 'Bars'],
  ].map(([id, text]) => ({ id, text: Buffer.from(text, 'utf16le').swap16() }));
  let offset = 0;
  const records = texts.map(({ id, text }) => {
    const record = numbers('222222', 3, 1, 0x409, id, text.length, offset);
    offset += text.length;
    return record;
  });
  return Buffer.concat([
    numbers('222', 0, records.length, 6 + 12 * records.length),
    ...records,
    ...texts.map(({ text }) => text),
  ]);
}

/** The file: a directory of its tables, sorted by name, then the tables. */
function tables(all) {
  const entries = Object.entries(all);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  let offset = 12 + 16 * entries.length;
  const directory = [];
  const bodies = [];
  for (const [tag, body] of entries) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    let sum = 0;
    for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
    directory.push(Buffer.concat([Buffer.from(tag), numbers('444', sum, offset, body.length)]));
    bodies.push(padded);
    offset += padded.length;
  }
  const head = numbers('42222', 0x10000, entries.length, 16 * power, Math.log2(power), 16 * (entries.length - power));
  return Buffer.concat([head, ...directory, ...bodies]);
}
