import { CommandController } from '../../ui/controllers/command.js';
import { type Documents, type RequestKind, submitRequest, supplyRequest, withdrawRequest } from './documents.data.js';
import { requestView, trackerView } from './requests.view.js';
import { looseFiles, type SectionHost } from './section.js';

interface Draft {
  readonly kind: RequestKind;
  readonly text: string;
}
type Wrong = 'text' | 'files';

const NOTHING: Draft = { kind: 'NAME_CHANGE', text: '' };

export interface RequestHost extends SectionHost {
  readonly withdrawn: () => void;
}

/** Applications: the form of a new one, and the way of those that were sent. @see domain.md §9.1 */
export class RequestSection {
  readonly #host: RequestHost;
  readonly #submission;
  readonly #supply;
  readonly #withdrawal;
  #draft = NOTHING;
  #picked: ReadonlySet<string> = new Set();
  #wrong: ReadonlySet<Wrong> = new Set();

  constructor(host: RequestHost) {
    this.#host = host;
    this.#submission = new CommandController(host.element, submitRequest);
    this.#supply = new CommandController(host.element, supplyRequest);
    this.#withdrawal = new CommandController(host.element, withdrawRequest);
  }

  /** Nothing typed is for another request, or another account. */
  reset(): void {
    this.#draft = NOTHING;
    this.#picked = new Set();
    this.#mark([]);
  }

  open(): void {
    this.#submission.reset();
    this.#mark([]);
    this.#host.focus('#about');
  }

  render(documents: Documents): unknown {
    return requestView({
      ...this.#draft,
      textWrong: this.#wrong.has('text'),
      filesWrong: this.#wrong.has('files'),
      loose: looseFiles(documents),
      picked: this.#picked,
      busy: this.#submission.state === 'running',
      failure: this.#host.failure(this.#submission),
      words: this.#host.words(),
      set: (change) => {
        this.#draft = { ...this.#draft, ...change };
        this.#right('text');
      },
      pick: this.#pick,
      send: () => void this.#send(),
      cancel: this.#host.close,
    });
  }

  /** The last requests, and those that wait for more files. */
  renderTrackers(documents: Documents, writable: boolean): unknown {
    const requests = documents.requests.filter(({ state }, index) => index < 3 || state === 'NEED_MORE');
    return [
      ...requests.map((request) =>
        trackerView({
          request,
          loose: looseFiles(documents),
          picked: this.#picked,
          writable,
          busy: this.#supply.state === 'running' || this.#withdrawal.state === 'running',
          words: this.#host.words(),
          pick: this.#pick,
          supply: () => void this.#supplyFiles(request.id),
          withdraw: () => void this.#withdraw(request.id),
        }),
      ),
      this.#host.failure(this.#supply),
      this.#host.failure(this.#withdrawal),
    ];
  }

  readonly #pick = (file: string, on: boolean): void => {
    const others = [...this.#picked].filter((picked) => picked !== file);
    this.#picked = new Set(on ? [...others, file] : others);
    this.#right('files');
  };

  async #send(): Promise<void> {
    const account = this.#host.account();
    const text = this.#draft.text.trim();
    const files = [...this.#picked];
    const faults: Wrong[] = [
      ...(text === '' ? ['text' as const] : []),
      ...(files.length === 0 ? ['files' as const] : []),
    ];
    this.#mark(faults);
    const [first] = faults;
    if (first !== undefined) return this.#host.focus(first === 'files' ? '#attach' : '#text');
    if (account === undefined) return;
    if (await this.#submission.run({ account, kind: this.#draft.kind, text, files })) this.#host.sent();
  }

  async #supplyFiles(request: string): Promise<void> {
    const account = this.#host.account();
    if (account === undefined) return;
    if (await this.#supply.run({ account, request, files: [...this.#picked] })) this.#host.sent();
  }

  async #withdraw(request: string): Promise<void> {
    const account = this.#host.account();
    if (account !== undefined && (await this.#withdrawal.run({ account, request }))) this.#host.withdrawn();
  }

  #right(name: Wrong): void {
    this.#mark([...this.#wrong].filter((wrong) => wrong !== name));
  }

  #mark(wrong: readonly Wrong[]): void {
    this.#wrong = new Set(wrong);
    this.#host.element.requestUpdate();
  }
}
