import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../i18n/dates.js';
import { warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { tick } from '../../ui/parts/choices.js';
import { below, field, select } from '../../ui/parts/field.js';
import { note } from '../../ui/parts/note.js';
import { steps } from '../../ui/parts/steps.js';
import { PASSPORT_FIELDS, type PassportField } from './documents.check.js';
import type { ChangeRequest, PaperFile, PassportDraft, RequestKind } from './documents.data.js';
import type { DocumentsWords } from './documents.messages.js';
import { slotView } from './files.view.js';

export interface TrackerView {
  readonly request: ChangeRequest;
  /** Uploaded files that can be attached. */
  readonly loose: readonly PaperFile[];
  readonly picked: ReadonlySet<string>;
  readonly writable: boolean;
  readonly busy: boolean;
  readonly words: DocumentsWords;
  readonly pick: (file: string, on: boolean) => void;
  readonly supply: () => void;
  readonly withdraw: () => void;
}

/** Where a request is: sent, in review, decided. */
export function trackerView({ request, words, ...v }: TrackerView): TemplateResult {
  const { t } = words;
  const { state } = request;
  const name = t(`request.${request.kind}`);
  const decided = state === 'APPROVED' || state === 'REJECTED' || state === 'WITHDRAWN';
  const at = decided ? 2 : state === 'SUBMITTED' ? 0 : 1;
  const date = formatDate(request.decisionAt ?? request.submittedAt);
  const names = [
    t('step.sent', { date: formatDate(request.submittedAt) }),
    state === 'NEED_MORE' ? t('step.more') : t('step.review'),
    decided ? t(`step.${state}`, { date }) : t('step.decision'),
  ];
  return html`<section class="rq" aria-label=${name}>
    <h3>${name}</h3>
    ${steps(names, at, t('position', { n: at + 1 }), t('trackerLabel', { name }))}
    ${request.reason ? note(state === 'REJECTED' ? 'bad' : 'warn', warning, request.reason) : nothing}
    ${decided ? nothing : html`<p class="small">${t('trackerNote')}</p>`}
    ${
      state === 'NEED_MORE' && v.writable
        ? html`${filesToPick(`more-${request.id}`, v.loose, v.picked, words, v.pick)}
            <div class="btns">
              ${button(t('supply'), v.supply, { kind: 'pri s', busy: v.busy, disabled: v.picked.size === 0 })}
            </div>`
        : nothing
    }
    ${
      request.withdrawable && v.writable
        ? html`<div class="btns">${button(t('withdraw'), v.withdraw, { kind: 'quiet s edge', busy: v.busy })}</div>`
        : nothing
    }
  </section>`;
}

const filesToPick = (
  id: string,
  files: readonly PaperFile[],
  picked: ReadonlySet<string>,
  { t }: DocumentsWords,
  pick: (file: string, on: boolean) => void,
  missing = false,
): TemplateResult =>
  html`<fieldset class="field" id=${id} tabindex="-1" aria-describedby="${id}-note">
    <legend>${t('attach')}</legend>
    ${files.map((file) => tick(file.fileName, picked.has(file.id), (on) => pick(file.id, on)))}
    ${below(id, files.length > 0 ? t('attachHint') : t('attachNone'), missing ? t(files.length > 0 ? 'attachMissing' : 'attachNone') : null)}
  </fieldset>`;

const submitting = (go: () => void) => (event: Event) => {
  event.preventDefault();
  go();
};

interface FormEnds {
  readonly busy: boolean;
  readonly failure: unknown;
  readonly words: DocumentsWords;
  readonly send: () => void;
  readonly cancel: () => void;
}

const ends = ({ words: { t }, ...v }: FormEnds): TemplateResult =>
  html`${v.failure}
    <div class="btns">
      ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
      ${button(t('sendRequest'), () => undefined, { kind: 'pri s', type: 'submit', busy: v.busy })}
    </div>`;

export interface PassportView extends FormEnds {
  readonly draft: PassportDraft;
  readonly wrong: ReadonlySet<PassportField>;
  readonly today: string;
  readonly main: string | null;
  readonly registration: string | null;
  readonly spreadsMissing: boolean;
  readonly set: (field: PassportField, value: string) => void;
  readonly add: (kind: 'PASSPORT_MAIN' | 'PASSPORT_REG', files: readonly File[]) => void;
}

/** A new passport: what it says and its two spreads (DOC-3). */
export function passportView(v: PassportView): TemplateResult {
  const { t } = v.words;
  const shape: Readonly<Record<PassportField, Partial<Parameters<typeof field>[0]>>> = {
    series: { inputmode: 'numeric', maxlength: 5 },
    number: { inputmode: 'numeric', maxlength: 7 },
    issuedAt: { type: 'date', max: v.today },
    issuedBy: { maxlength: 300 },
    deptCode: { inputmode: 'numeric', maxlength: 7 },
  };
  const spread = (id: 'main' | 'reg', kind: 'PASSPORT_MAIN' | 'PASSPORT_REG', file: string | null) =>
    slotView({
      id,
      label: t(`kind.${kind}`),
      file,
      error: v.spreadsMissing && file === null ? t('spreadMissing') : null,
      add: (files) => v.add(kind, files),
      words: v.words,
    });
  return html`<form class="paper" novalidate aria-labelledby="form" @submit=${submitting(v.send)}>
    <h3 id="form">${t('passportHeading')}</h3>
    <p class="hint">${t('trackerNote')}</p>
    <div class="grid">
      ${PASSPORT_FIELDS.map((name) =>
        field({
          id: name,
          label: t(name),
          value: v.draft[name],
          input: (value) => v.set(name, value),
          error: v.wrong.has(name) ? t(`error.${name}`) : null,
          required: true,
          ...shape[name],
        }),
      )}
    </div>
    ${spread('main', 'PASSPORT_MAIN', v.main)} ${spread('reg', 'PASSPORT_REG', v.registration)} ${ends(v)}
  </form>`;
}

export interface RequestView extends FormEnds {
  readonly kind: RequestKind;
  readonly text: string;
  readonly textWrong: boolean;
  readonly filesWrong: boolean;
  readonly loose: readonly PaperFile[];
  readonly picked: ReadonlySet<string>;
  readonly set: (change: { kind?: RequestKind; text?: string }) => void;
  readonly pick: (file: string, on: boolean) => void;
}

const REQUESTS = ['NAME_CHANGE', 'ADDRESS_CHANGE', 'APPLICATION'] as const;

/** An application: what about, the new data, the files. */
export function requestView(v: RequestView): TemplateResult {
  const { t } = v.words;
  return html`<form class="paper" novalidate aria-labelledby="form" @submit=${submitting(v.send)}>
    <h3 id="form">${t('requestHeading')}</h3>
    ${select(
      'about',
      t('requestKind'),
      REQUESTS.map((value) => ({ value, label: t(`request.${value}`) })),
      v.kind,
      (kind) => v.set({ kind }),
    )}
    ${field({
      id: 'text',
      label: t(`text.${v.kind}`),
      value: v.text,
      input: (text) => v.set({ text }),
      error: v.textWrong ? t('textEmpty') : null,
      maxlength: 1000,
      required: true,
    })}
    ${filesToPick('attach', v.loose, v.picked, v.words, v.pick, v.filesWrong)} ${ends(v)}
  </form>`;
}
