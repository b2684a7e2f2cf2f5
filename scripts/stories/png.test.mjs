import { expect } from 'chai';
import { describe, it } from 'node:test';
import { PNG } from 'pngjs';
import { decode, encode } from './png.mjs';

/** Pixels from a function of their place that gives red, green and blue. */
function picture(width, height, colour) {
  const data = Buffer.alloc(4 * width * height, 255);
  for (let at = 0; at < width * height; at += 1) data.set(colour(at % width, Math.floor(at / width)), 4 * at);
  return { width, height, data };
}

describe('pictures in files', () => {
  it('come back as they were, for us and for any other program', () => {
    const one = picture(7, 5, (x, y) => (x === y ? [12, 34, 56] : [255, 254, 253]));
    const file = encode(one);
    expect(decode(file)).to.deep.equal(one);
    expect(PNG.sync.read(file).data.equals(one.data)).to.equal(true);
  });

  it('have their channels rounded by four at most when there are more than 256 colours', () => {
    const many = picture(64, 16, (x, y) => [x, 5 * y, 250]);
    const back = decode(encode(many));
    const far = Math.max(...back.data.map((value, at) => Math.abs(value - many.data[at])));
    expect(far).to.equal(4);
    expect(back.data.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).to.equal(true);
  });

  it('keep every colour when even that is too many', () => {
    const all = picture(64, 64, (x, y) => [4 * x, 4 * y, 4 * ((x + y) % 64)]);
    expect(decode(encode(all)).data.equals(all.data)).to.equal(true);
  });
});
