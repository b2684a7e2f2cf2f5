import { expect, fixture, html } from '@open-wc/testing';
import { defineElement } from '../core/registry/define.js';
import { page } from '../core/registry/page.js';
import { tinyBackend, until } from '../testing/tiny-backend.js';
import { LkSessionElement } from '../widgets/session/session.js';
import { CommandController } from './controllers/command.js';
import { ResourceController } from './controllers/resource.js';
import { LkElement } from './element.js';

class Leaky extends LkElement {
  readonly data = new ResourceController(
    this,
    () =>
      this.scope && {
        key: `leak:${this.scope.account}`,
        tags: [],
        load: (client, { signal }) => client.get('/v1/accounts', { signal }),
      },
  );
  readonly change = new CommandController(this, {
    name: 'leak',
    invalidates: [],
    run: async () => 1,
    repeats: true,
  });
}
defineElement('lk-session', LkSessionElement);
defineElement('lk-leaky', Leaky);

/** Counts what is open on the page: listeners on window and document, and timers. */
function openThings(): { count: () => Record<string, number>; restore: () => void } {
  const targets = { window, document, root: document.documentElement };
  const listeners: Record<string, number> = {};
  const timers = new Set<unknown>();
  const undo: (() => void)[] = [];
  for (const [name, target] of Object.entries(targets)) {
    const { addEventListener: add, removeEventListener: remove } = target;
    listeners[name] = 0;
    target.addEventListener = function (
      this: EventTarget,
      type: string,
      listener: never,
      options?: AddEventListenerOptions,
    ) {
      listeners[name] = (listeners[name] ?? 0) + 1;
      options?.signal?.addEventListener('abort', () => (listeners[name] = (listeners[name] ?? 0) - 1));
      add.call(target, type, listener, options);
    };
    target.removeEventListener = function (type: string, listener: never) {
      listeners[name] = (listeners[name] ?? 0) - 1;
      remove.call(target, type, listener);
    };
    undo.push(() => {
      Reflect.deleteProperty(target, 'addEventListener');
      Reflect.deleteProperty(target, 'removeEventListener');
    });
  }
  const { setTimeout: set, clearTimeout: clear } = window;
  Object.assign(window, {
    setTimeout: (work: () => void, wait?: number) => {
      const id = set(() => {
        timers.delete(id);
        work();
      }, wait);
      timers.add(id);
      return id;
    },
    clearTimeout: (id: number) => {
      timers.delete(id);
      clear(id);
    },
  });
  undo.push(() => Object.assign(window, { setTimeout: set, clearTimeout: clear }));
  return { count: () => ({ ...listeners, timers: timers.size }), restore: () => undo.forEach((one) => one()) };
}

describe('200 mounts and unmounts', () => {
  const cases: [string, (session: ReturnType<ReturnType<typeof tinyBackend>['session']>) => unknown][] = [
    ['of a widget with a session of its own', (session) => html`<lk-leaky .session=${session}></lk-leaky>`],
    [
      'of an lk-session with a widget',
      (session) => html`<lk-session .session=${session}><lk-leaky></lk-leaky></lk-session>`,
    ],
    ['of a widget that waits for a session', () => html`<lk-leaky></lk-leaky>`],
  ];
  for (const [title, template] of cases) {
    it(`${title} leave no listeners, timers or observers behind`, async () => {
      const session = tinyBackend().session({ account: '1' });
      // The first mount may open what stays for the life of the page.
      const host = await fixture<HTMLElement>(html`<div>${template(session)}</div>`);
      const one = host.firstElementChild;
      if (one === null) throw new Error('nothing mounted');
      one.remove();
      await new Promise((resolve) => setTimeout(resolve, 20));
      const things = openThings();
      try {
        for (let i = 0; i < 200; i++) {
          host.append(one);
          if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
          one.remove();
        }
        await until(() => Object.values(things.count()).every((count) => count <= 0), JSON.stringify(things.count()));
        expect(page.listeners.size).to.equal(0);
      } finally {
        things.restore();
        session.dispose();
      }
    });
  }

  // No other engine lets a page collect its garbage.
  if (navigator.userAgent.includes('Chrome/')) {
    it('let go of the elements themselves', async () => {
      const gc: unknown = Reflect.get(window, 'gc');
      if (typeof gc !== 'function') throw new Error('the browser wants the flag --expose-gc');
      const session = tinyBackend().session({ account: '1' });
      const refs: WeakRef<Element>[] = [];
      const host = await fixture<HTMLElement>(html`<div></div>`);
      for (let i = 0; i < 50; i++) {
        const element = document.createElement('lk-leaky');
        if (element instanceof Leaky) element.session = session;
        host.append(element);
        await new Promise((resolve) => setTimeout(resolve));
        element.remove();
        refs.push(new WeakRef(element));
      }
      for (let i = 0; i < 10; i++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        gc();
      }
      expect(refs.filter((ref) => ref.deref() !== undefined).length).to.be.lessThan(5);
      session.dispose();
    });
  }
});
