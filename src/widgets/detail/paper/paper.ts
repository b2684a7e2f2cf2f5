import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { errorOf, type LkError } from '../../../api/errors.js';
import type { WidgetHost } from '../../../ui/controllers/host.js';
import { TextsController } from '../../../ui/controllers/texts.js';
import { warning } from '../../../ui/icons/icons.js';
import { progress } from '../../../ui/parts/bar.js';
import { button } from '../../../ui/parts/button.js';
import { topNote } from '../../../ui/parts/note.js';
import { printElement } from '../../../ui/parts/print.js';
import { sentence } from '../../../ui/parts/say.js';
import { adopt } from '../../../ui/styles/adopt.js';
import { bars } from '../../../ui/styles/bars.js';
import type { DetailWords } from '../detail.messages.js';
import { type Content, eventsAt, type UsageEvent } from '../detail.query.js';
import { messages, type PaperMessages } from './paper.messages.js';
import { sheetStyles, sheetView } from './sheet.view.js';

type Shown = Extract<Content, { at: 'detail' }>;
type Host = WidgetHost & { readonly renderRoot: ParentNode };

/** Rows that are printed at most: about fifty pages. */
export const MOST = 2000;
const PAGE = 500;
/** For all pages together, milliseconds. */
const PATIENCE = 60_000;

type State =
  | { readonly is: 'idle' | 'tooMany' }
  | { readonly is: 'collecting'; readonly done: number }
  | { readonly is: 'failed'; readonly error: LkError | null }
  | { readonly is: 'ready'; readonly events: readonly UsageEvent[] };

/** Puts every event of the filter on paper, not only those on screen. Loaded when it is first wanted. @see look.md §15 */
export class Paper implements ReactiveController {
  readonly #host: Host;
  readonly #texts: TextsController<PaperMessages>;
  #state: State = { is: 'idle' };
  #shown: Shown | null = null;
  #running: AbortController | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#texts = new TextsController(host, messages);
    adopt(host.renderRoot, [bars, sheetStyles]);
    host.addController(this);
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  hostDisconnected(): void {
    this.cancel();
  }

  cancel = (): void => this.#running?.abort();

  /** Says what is on screen now. What is printed is what is on screen when it is printed. */
  follow(shown: Shown | null): void {
    if (shown === this.#shown) return;
    const same = shown && this.#shown && nameOf(shown) === nameOf(this.#shown);
    this.#shown = shown;
    if (same) return;
    this.cancel();
    this.#state = { is: 'idle' };
  }

  /**
   * Collects what is not here yet, then opens the dialog of the browser.
   *
   * @param events - Single events are shown, not sums.
   */
  print = async (events = true): Promise<void> => {
    const session = this.#host.scoped.session;
    if (this.#running || !session) return;
    if (!events || !this.#shown) return printElement(this.#host);
    if (countOf(this.#shown) > MOST) return this.#set({ is: 'tooMany' });
    const running = new AbortController();
    const late = AbortSignal.timeout(PATIENCE);
    this.#running = running;
    const signal = AbortSignal.any([running.signal, session.signal, late]);
    try {
      // A change of what is on screen while it is collected begins it anew.
      for (let of: Shown | null = null; of !== this.#shown;) {
        of = this.#shown;
        const rows: UsageEvent[] = [];
        for (let page: readonly UsageEvent[] | null = null; page?.length !== 0 && rows.length < countOf(of);) {
          this.#set({ is: 'collecting', done: rows.length });
          page = await eventsAt(session.client, of.groups.account, of.asked, rows.length, PAGE, signal);
          signal.throwIfAborted();
          rows.push(...page);
        }
        // Others than were counted: they would stand under wrong days.
        if (of === this.#shown && rows.length !== countOf(of)) return this.#set({ is: 'failed', error: null });
        this.#set({ is: 'ready', events: rows });
        await this.#host.updateComplete;
        signal.throwIfAborted();
      }
      addEventListener('afterprint', () => this.#set({ is: 'idle' }), { once: true });
      printElement(this.#host);
    } catch (reason) {
      const error = errorOf(late.aborted ? late.reason : reason, false);
      this.#set(error.kind === 'aborted' || running.signal.aborted ? { is: 'idle' } : { is: 'failed', error });
    } finally {
      this.#running = null;
      this.#host.requestUpdate();
    }
  };

  /** The rows themselves, while they are printed. */
  sheet(words: DetailWords, withNumber: boolean): unknown {
    const state = this.#state;
    return this.#shown && state.is === 'ready' && sheetView(this.#shown.groups, state.events, words, withNumber);
  }

  /** How far it is, or why it cannot be. */
  view(words: DetailWords): TemplateResult | typeof nothing {
    const [state, shown, { t }] = [this.#state, this.#shown, this.#texts];
    if (shown === null || !this.#texts.ready) return nothing;
    switch (state.is) {
      case 'idle':
      case 'ready':
        return nothing;
      case 'tooMany':
        return topNote(
          'warn',
          warning,
          t('tooMany', { events: words.t('events', { count: countOf(shown) }) }),
          nothing,
          'alert',
        );
      case 'collecting': {
        const all = countOf(shown);
        const label = t('collecting', { done: state.done, all });
        return html`<div class="sec tight sunk job noprint">
          <span class="small" role="status">${label}</span>
          ${progress(all && state.done / all, label)} ${button(words.t('cancel'), this.cancel, { kind: 'quiet s' })}
        </div>`;
      }
      case 'failed':
        return topNote(
          'bad',
          warning,
          state.error ? `${sentence(t('failed'))} ${this.#host.texts.describe(state.error)}` : t('failed'),
          button(words.t('retry'), () => void this.print(), { kind: 'quiet s' }),
          'alert',
        );
    }
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

const countOf = ({ groups }: Shown): number => groups.groups.reduce((sum, { count }) => sum + count, 0);
const nameOf = ({ groups, asked }: Shown): string => groups.account + JSON.stringify(asked);
