/**
 * Pictures in files: a PNG with a palette takes a third of one with full colours, and is read sooner. Of pictures with more than 256
 * colours (patterns, rings, shadows) the channels are rounded, by less than is compared.
 */
import { PNG } from 'pngjs';
import { deflateSync, inflateSync } from 'node:zlib';

const MOST = 256;
const STEP = 8;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PALETTE = 3;

/**
 * @param {{ width: number, height: number, data: Buffer }} picture - Opaque, four bytes a pixel.
 * @returns {Buffer} The file.
 */
export function encode(picture) {
  const { width, height } = picture;
  const { rows, colours } = indexed(picture, (channel) => channel) ?? indexed(picture, rounded) ?? {};
  if (!rows) return PNG.sync.write(picture, { deflateLevel: 9, colorType: 2 });
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([8, PALETTE], 8);
  const palette = Buffer.alloc(3 * colours.length);
  for (const [number, colour] of colours.entries()) palette.writeUIntBE(colour, 3 * number, 3);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', size),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Its pixels as numbers of colours, each row after its filter (none); `null` if there are too many colours. */
function indexed({ width, height, data }, change) {
  const numbers = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  let at = 0;
  for (let row = 0; row < height; row += 1) {
    const end = (row + 1) * (width + 1);
    for (let to = end - width; to < end; to += 1, at += 4) {
      const colour = (change(data[at]) << 16) | (change(data[at + 1]) << 8) | change(data[at + 2]);
      let number = numbers.get(colour);
      if (number === undefined) numbers.set(colour, (number = numbers.size));
      if (number === MOST) return null;
      rows[to] = number;
    }
  }
  return { rows, colours: [...numbers.keys()] };
}
const rounded = (channel) => Math.min(255, (channel + STEP / 2) & -STEP);

/** @param {Buffer} file - Of `encode`, or any PNG. @returns {{ width: number, height: number, data: Buffer }} */
export function decode(file) {
  if (file[25] !== PALETTE) return PNG.sync.read(file);
  const parts = new Map();
  for (let at = SIGNATURE.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    parts.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const size = parts.get('IHDR');
  const [width, height] = [size.readUInt32BE(0), size.readUInt32BE(4)];
  const palette = parts.get('PLTE');
  const rows = inflateSync(parts.get('IDAT'));
  const data = Buffer.alloc(4 * width * height, 0xff);
  let at = 0;
  for (let row = 0; row < height; row += 1) {
    const end = (row + 1) * (width + 1);
    for (let from = end - width; from < end; from += 1, at += 4) {
      const number = 3 * rows[from];
      data[at] = palette[number];
      data[at + 1] = palette[number + 1];
      data[at + 2] = palette[number + 2];
    }
  }
  return { width, height, data };
}

function chunk(name, body) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(named));
  return Buffer.concat([length, named, sum]);
}

/** CRC-32 of a chunk. @see https://www.w3.org/TR/png-3/#D-CRCAppendix */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
