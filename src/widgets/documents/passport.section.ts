import { CommandController } from '../../ui/controllers/command.js';
import { PASSPORT_FIELDS, type PassportField, passportFaults, tidied } from './documents.check.js';
import { type Documents, type FileKind, type PassportDraft, replacePassport } from './documents.data.js';
import { passportView } from './requests.view.js';
import { looseFiles, type SectionHost } from './section.js';

const NOTHING: PassportDraft = { series: '', number: '', issuedAt: '', issuedBy: '', deptCode: '' };
type Wrong = PassportField | 'files';

export interface PassportHost extends SectionHost {
  readonly add: (files: readonly File[], kind: FileKind) => void;
}

/** The form of a new passport. @see domain.md DOC-3, DOC-8 */
export class PassportSection {
  readonly #host: PassportHost;
  readonly #replacement;
  #draft = NOTHING;
  #wrong: ReadonlySet<Wrong> = new Set();

  constructor(host: PassportHost) {
    this.#host = host;
    this.#replacement = new CommandController(host.element, replacePassport);
  }

  /** Nothing typed is for another passport, or another account. */
  reset(): void {
    this.#draft = NOTHING;
    this.#mark([]);
  }

  open(): void {
    this.#replacement.reset();
    this.#mark([]);
    this.#host.focus('#series');
  }

  render(documents: Documents): unknown {
    const last = (kind: FileKind) => looseFiles(documents).find((file) => file.kind === kind);
    return passportView({
      draft: this.#draft,
      wrong: new Set(PASSPORT_FIELDS.filter((name) => this.#wrong.has(name))),
      today: documents.asOf.slice(0, 10),
      main: last('PASSPORT_MAIN')?.fileName ?? null,
      registration: last('PASSPORT_REG')?.fileName ?? null,
      spreadsMissing: this.#wrong.has('files'),
      busy: this.#replacement.state === 'running',
      failure: this.#host.failure(this.#replacement),
      words: this.#host.words(),
      set: (name, value) => {
        this.#draft = { ...this.#draft, [name]: value };
        this.#right(name);
      },
      add: (kind, files) => {
        this.#right('files');
        this.#host.add(files.slice(0, 1), kind);
      },
      send: () => void this.#send(documents),
      cancel: this.#host.close,
    });
  }

  async #send(documents: Documents): Promise<void> {
    const account = this.#host.account();
    if (account === undefined) return;
    const draft = Object.fromEntries(PASSPORT_FIELDS.map((name) => [name, tidied(name, this.#draft[name])]));
    this.#draft = { ...this.#draft, ...draft };
    const faults: Wrong[] = passportFaults(this.#draft, documents.asOf.slice(0, 10));
    const files = (['PASSPORT_MAIN', 'PASSPORT_REG'] as const).flatMap((kind) => {
      const file = looseFiles(documents).find((candidate) => candidate.kind === kind);
      return file ? [file.id] : [];
    });
    if (files.length < 2) faults.push('files');
    if (this.#stop(faults, documents)) return;
    if (await this.#replacement.run({ account, ...this.#draft, files })) return this.#host.sent();
    const { error } = this.#replacement;
    this.#stop(
      PASSPORT_FIELDS.filter((name) => error?.fields.some(({ field }) => field === name)),
      documents,
    );
  }

  /** Marks what is wrong and leads to the first of it. @returns Whether anything is. */
  #stop(faults: readonly Wrong[], documents: Documents): boolean {
    this.#mark(faults);
    const [first] = faults;
    const missing = looseFiles(documents).some(({ kind }) => kind === 'PASSPORT_MAIN') ? '#reg' : '#main';
    if (first !== undefined) this.#host.focus(first === 'files' ? missing : `#${first}`);
    return first !== undefined;
  }

  #right(name: Wrong): void {
    this.#mark([...this.#wrong].filter((wrong) => wrong !== name));
  }

  #mark(wrong: readonly Wrong[]): void {
    this.#wrong = new Set(wrong);
    this.#host.element.requestUpdate();
  }
}
