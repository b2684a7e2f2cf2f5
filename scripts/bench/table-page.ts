/** What the benchmark does in the page: mounts a contender and moves through it. Driven by `table.mjs`. */
import '../../src/define/detail.js';
import { createSession } from '../../src/core/session/session.js';
import type { LkDetail } from '../../src/widgets/detail/detail.js';

export interface Contender {
  readonly scroller: HTMLElement;
  /** Milliseconds from the data being here to the first rows being painted. */
  readonly first: number;
  /** Rows in view that are not drawn, or wait for their data. */
  blank(): number;
  /** Narrows the list; settles when the new rows are painted. */
  filter: (() => Promise<void>) | null;
  remove(): void;
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
/** After the next frame has been painted. */
const painted = async () => {
  await frame();
  await new Promise((resolve) => setTimeout(resolve));
};
/** Waits frame by frame. @returns Whether it came within the time. */
const within = async (time: number, check: () => boolean): Promise<boolean> => {
  const end = performance.now() + time;
  while (!check()) {
    if (performance.now() > end) return false;
    await frame();
  }
  return true;
};
const until = async (check: () => boolean) => {
  if (!(await within(30_000, check))) throw new Error('waited in vain');
};

/** When the last answer came that the first rows need: their sums, and themselves. */
let arrived = 0;
const session = createSession({
  apiUrl: location.origin,
  locale: 'ru',
  logoutGroup: false,
  fetchToken: async () => (await fetch('/token')).json(),
  fetch: async (input, init) => {
    const answer = await fetch(input, init);
    const body = await answer.arrayBuffer();
    if (/\/usage-groups\?|\/usage\?.*\boffset=0&/.test(answer.url)) arrived = performance.now();
    return new Response(answer.status === 304 ? null : body, { status: answer.status, headers: answer.headers });
  },
});

async function widget(): Promise<Contender> {
  const detail: LkDetail = document.createElement('lk-detail');
  detail.session = session;
  detail.view = 'detail';
  Object.assign(detail, {
    filter: { ...Reflect.get(detail, 'filter'), preset: 'own', from: '2026-09-01', to: '2026-11-23' },
  });
  document.body.append(detail);
  const root = () => detail.shadowRoot ?? detail;
  const here = () => root().querySelector('.ev:not([aria-busy])') !== null;
  await until(here);
  const first = performance.now();
  await painted();
  const scroller = root().querySelector<HTMLElement>('.scroll');
  if (scroller === null) throw new Error('no list');
  return {
    scroller,
    // What waits for the frame is counted: the rows are drawn in the frame in which they are found.
    first: Math.max(0, first - arrived),
    blank: () => blankIn(scroller, '.day, .ev:not([aria-busy])'),
    filter: async () => {
      const chip = [...root().querySelectorAll<HTMLInputElement>('.chip input')].at(-1);
      const before = root().querySelector('.strip')?.textContent;
      chip?.click();
      await until(() => root().querySelector('.strip')?.textContent !== before && here());
      await painted();
    },
    remove: () => detail.remove(),
  };
}

const HEIGHT = 59;

interface Row {
  readonly time: string;
  readonly peer: string;
  readonly place: string;
  readonly amount: string;
}

/** A list of plain rows, all of them in memory. @param draw - Puts it into its scroller. */
async function plain(rows: number, draw: (scroller: HTMLElement, data: readonly Row[]) => void): Promise<Contender> {
  const data = Array.from({ length: rows }, (_, index) => ({
    time: `${String(23 - (index % 24)).padStart(2, '0')}:${String(59 - (index % 60)).padStart(2, '0')}`,
    peer: `+7916${String(index).padStart(7, '0')}`,
    place: 'Мобильные, Россия',
    amount: `${index % 40},${String(index % 100).padStart(2, '0')} ₽`,
  }));
  const started = performance.now();
  const scroller = document.createElement('div');
  scroller.className = 'plain';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `.plain{position:relative;overflow-y:auto;height:702px;font:15px sans-serif;contain:content}
     .plain .row{box-sizing:border-box;inline-size:100%;height:${HEIGHT}px;display:grid;grid-template-columns:4em 1fr 8em;border-top:1px solid #ddd}
     .sizer{position:relative}
     .sizer .row{position:absolute}`,
  );
  document.adoptedStyleSheets = [sheet];
  document.body.append(scroller);
  draw(scroller, data);
  await until(() => scroller.querySelector('.row') !== null);
  const first = performance.now();
  await painted();
  return {
    scroller,
    first: first - started,
    blank: () => blankIn(scroller, '.row'),
    filter: null,
    remove: () => scroller.remove(),
  };
}

/** Written by hand: rows with an absolute position, nothing else. */
function byHand(scroller: HTMLElement, data: readonly Row[]): void {
  const sizer = document.createElement('div');
  sizer.className = 'sizer';
  sizer.style.height = `${Math.min(data.length * HEIGHT, 30_000_000)}px`;
  scroller.append(sizer);
  const shown = new Map<number, HTMLElement>();
  const draw = () => {
    const from = Math.max(0, Math.floor(scroller.scrollTop / HEIGHT) - 8);
    const to = Math.min(data.length - 1, from + 28);
    for (const [index, row] of shown) {
      if (index >= from && index <= to) continue;
      row.remove();
      shown.delete(index);
    }
    for (let index = from; index <= to; index++) {
      const one = data[index];
      if (one === undefined || shown.has(index)) continue;
      const row = document.createElement('div');
      row.className = 'row';
      for (const text of [one.time, `${one.peer} ${one.place}`, one.amount]) {
        const cell = document.createElement('span');
        cell.textContent = text;
        row.append(cell);
      }
      row.style.translate = `0 ${index * HEIGHT}px`;
      sizer.append(row);
      shown.set(index, row);
    }
  };
  scroller.addEventListener('scroll', draw, { passive: true });
  draw();
}

/** Built only where the library is installed, see `table.mjs`; its address is no module of the project. */
async function ofLibrary(): Promise<typeof byHand> {
  const address = '/library.js';
  const { draw }: { draw: typeof byHand } = await import(address);
  return draw;
}

/** Points down the middle of the view that no finished row covers. */
function blankIn(scroller: HTMLElement, rows: string): number {
  const view = scroller.getBoundingClientRect();
  const boxes = [...scroller.querySelectorAll(rows)].map((row) => row.getBoundingClientRect());
  let blank = 0;
  for (let y = Math.max(0, view.top) + 4; y < Math.min(innerHeight, view.bottom) - 4; y += 24) {
    if (!boxes.some((box) => box.top <= y && box.bottom >= y)) blank += 1;
  }
  return blank;
}

let now: Contender | null = null;

/** Called by the driver through `page.evaluate`. */
const bench = {
  async mount(kind: 'widget' | 'by hand' | 'library', rows: number): Promise<number> {
    now = await (kind === 'widget' ? widget() : plain(rows, kind === 'by hand' ? byHand : await ofLibrary()));
    return now.first;
  },
  /** Scrolls and tells how long every frame took. */
  async scroll(frames: number, step: number): Promise<number[]> {
    const durations: number[] = [];
    let before = await frame();
    for (let count = 0; count < frames; count++) {
      now?.scroller.scrollBy(0, step);
      const at = await frame();
      durations.push(at - before);
      before = at;
    }
    return durations;
  },
  /** Scrolls and counts what was blank. */
  async blanks(frames: number, step: number): Promise<number> {
    let blank = 0;
    for (let count = 0; count < frames; count++) {
      now?.scroller.scrollBy(0, step);
      await painted();
      blank += now?.blank() ?? 0;
    }
    return blank;
  },
  /** Goes anywhere and waits until everything in view is there, or two seconds. */
  async jumps(shares: readonly number[]): Promise<number[]> {
    const times: number[] = [];
    for (const share of shares) {
      const scroller = now?.scroller;
      if (!scroller) break;
      const started = performance.now();
      scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
      await within(2_000, () => now?.blank() === 0);
      times.push(performance.now() - started);
      await painted();
    }
    return times;
  },
  async filter(): Promise<number | null> {
    if (!now?.filter) return null;
    const started = performance.now();
    await now.filter();
    return performance.now() - started;
  },
  async unmount(): Promise<void> {
    now?.remove();
    now = null;
    await painted();
  },
};
export type Bench = typeof bench;
Object.assign(window, { bench });
