import { expect } from '@open-wc/testing';
import type { UsageEvent } from '../detail.query.js';
import { EventPages, PAGE } from './event-pages.js';
import { Layout } from './layout.js';
import { ScrollSpace } from './scroll-space.js';

const sizes = { day: 50, event: 60 };

describe('layout of the list', () => {
  it('puts a heading before the events of each day', () => {
    const layout = new Layout([2, 0, 3], sizes);
    expect(layout.rows).to.equal(8);
    expect(Array.from({ length: 8 }, (_, row) => layout.placeOf(row))).to.deep.equal([
      { is: 'day', day: 0 },
      { is: 'event', day: 0, event: 0 },
      { is: 'event', day: 0, event: 1 },
      { is: 'day', day: 1 },
      { is: 'day', day: 2 },
      { is: 'event', day: 2, event: 2 },
      { is: 'event', day: 2, event: 3 },
      { is: 'event', day: 2, event: 4 },
    ]);
    expect([0, 1, 2, 3, 4].map((event) => layout.rowOf(event))).to.deep.equal([1, 2, 5, 6, 7]);
  });

  it('counts where every row is, and finds the row at every place', () => {
    const layout = new Layout([2, 3], sizes);
    expect([0, 1, 2, 3, 4, 7].map((row) => layout.topOf(row))).to.deep.equal([0, 50, 110, 170, 220, 400]);
    expect(layout.height).to.equal(2 * 50 + 5 * 60);
    for (let row = 0; row < layout.rows; row++) {
      expect(layout.rowAt(layout.topOf(row))).to.equal(row);
      expect(layout.rowAt(layout.topOf(row + 1) - 1)).to.equal(row);
    }
  });

  it('moves what is below the open row, and nothing above it', () => {
    const layout = new Layout([3], sizes, { row: 1, extra: 200 });
    expect([1, 2, 4].map((row) => layout.topOf(row))).to.deep.equal([50, 310, 430]);
    expect(layout.rowAt(300)).to.equal(1);
  });

  it('finds any of a million rows without keeping them', () => {
    const layout = new Layout(
      Array.from({ length: 93 }, () => 10_753),
      sizes,
    );
    const row = layout.rowAt(layout.height / 2);
    expect(layout.topOf(row)).to.be.at.most(layout.height / 2);
    expect(layout.topOf(row + 1)).to.be.above(layout.height / 2);
    expect(layout.rowOf(999_999)).to.equal(layout.rows - (93 * 10_753 - 999_999));
  });

  it('is empty when there are no days', () => {
    const layout = new Layout([], sizes);
    expect([layout.rows, layout.height, layout.rowAt(100)]).to.deep.equal([0, 0, 0]);
  });
});

describe('scrolling of a list that is higher than a browser scrolls', () => {
  const space = () => {
    const made = new ScrollSpace(1_000);
    made.resize(10_000, 100);
    return made;
  };

  it('is one to one while the list is not too high', () => {
    const made = new ScrollSpace(1_000);
    made.resize(900, 100);
    made.scrolled(333);
    expect([made.height, made.position, made.origin]).to.deep.equal([900, 333, 0]);
  });

  it('moves by what the wheel moves, and in proportion when the bar is dragged', () => {
    const made = space();
    made.scrolled(100);
    expect(made.position).to.equal(100);
    made.scrolled(450);
    expect(made.position).to.equal(4950);
  });

  it('reaches both ends', () => {
    const made = space();
    made.scrolled(900);
    expect(made.position).to.equal(9_900);
    made.scrolled(0);
    expect(made.position).to.equal(0);
  });

  it('puts the bar where the place belongs when the scrolling has ended', () => {
    const made = space();
    expect(made.goTo(4_950)).to.equal(450);
    made.scrolled(500);
    expect(made.position).to.equal(5_000);
    expect(made.settle()).to.be.closeTo(454.5, 0.1);
    expect(made.position).to.equal(5_000);
  });
});

describe('pages of events', () => {
  const event = (id: number): UsageEvent => ({
    id: String(id),
    number: null,
    service: 'FEE',
    direction: null,
    start: '2026-11-01T00:00:00+03:00',
    seconds: null,
    segments: null,
    bytes: null,
    peer: null,
    destination: null,
    destinationName: null,
    outcome: null,
    forwarded: false,
    billed: null,
    packaged: null,
    title: null,
    amount: { value: '0.00', currency: 'RUB' },
    day: '2026-11-01',
    ownDay: '2026-11-01',
    period: { from: '2026-11-01', to: '2026-11-01' },
    state: 'RATED',
    late: false,
  });
  const tick = () => new Promise((resolve) => setTimeout(resolve));

  it('asks for what is in view and what lies beside it, once', async () => {
    const asked: number[] = [];
    const pages = new EventPages(
      async (offset, limit) => {
        asked.push(offset);
        return Array.from({ length: limit }, (_, at) => event(offset + at));
      },
      () => undefined,
    );
    pages.want(250, 260, 1_000);
    pages.want(251, 262, 1_000);
    await tick();
    expect(asked).to.have.members([200, 300, 100]);
    expect(pages.at(255)?.id).to.equal('255');
    expect(pages.at(500)).to.equal(undefined);
  });

  it('lets go of what is no longer looked at', async () => {
    const ended: number[] = [];
    const pages = new EventPages(
      (offset, _, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => {
            ended.push(offset);
            reject(signal.reason);
          }),
        ),
      () => undefined,
    );
    pages.want(0, 10, 100_000);
    pages.want(50_000, 50_010, 100_000);
    await tick();
    expect(ended).to.include(0);
    expect(pages.error).to.equal(null);
    pages.dispose();
  });

  it('says when a page could not be read, and asks again when told to', async () => {
    let works = false;
    let changes = 0;
    const pages = new EventPages(
      async (offset) => {
        if (!works) throw new Error('no');
        return [event(offset)];
      },
      () => changes++,
    );
    pages.want(0, 10, PAGE);
    await tick();
    expect(pages.error).to.be.an('error');
    works = true;
    pages.retry();
    await tick();
    expect(pages.error).to.equal(null);
    expect(pages.at(0)?.id).to.equal('0');
    expect(changes).to.equal(2);
  });
});
