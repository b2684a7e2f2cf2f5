import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../i18n/dates.js';
import { cross, download, file as fileIcon, trash, upload } from '../../ui/icons/icons.js';
import { progress } from '../../ui/parts/bar.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { below, select } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { bytesText } from '../../ui/parts/quantity.js';
import { type Glyph, status } from '../../ui/parts/status.js';
import { ACCEPT } from './documents.check.js';
import type { Documents, FileKind, PaperFile, Template } from './documents.data.js';
import type { DocumentsWords } from './documents.messages.js';
import type { Sending } from './documents.upload.js';

/** Kinds that can be chosen beside the drop-zone; the spreads of a passport have places of their own. */
export const KINDS = [
  'OTHER',
  'APPLICATION',
  'ADDRESS_PROOF',
  'COMPANY_DOC',
  'POWER_OF_ATTORNEY',
  'SELFIE',
  'PASSPORT_MAIN',
  'PASSPORT_REG',
] as const satisfies readonly FileKind[];

export interface DropView {
  readonly kind: FileKind;
  readonly maxFiles: number;
  readonly over: boolean;
  readonly words: DocumentsWords;
  readonly choose: (kind: FileKind) => void;
  readonly add: (files: readonly File[]) => void;
  readonly hover: (over: boolean) => void;
}

const chosen = (add: (files: readonly File[]) => void) => (event: Event) => {
  const input = event.currentTarget;
  if (!(input instanceof HTMLInputElement)) return;
  const files = [...(input.files ?? [])];
  // The same file may be chosen again after it was cancelled.
  input.value = '';
  if (files.length > 0) add(files);
};

/** Drop, choose or take a photo. */
export function dropView({ words: { t }, ...v }: DropView): TemplateResult {
  return html`${select(
      'kind',
      t('kindLabel'),
      KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
      v.kind,
      v.choose,
    )}
    <label
      class="drop ${v.over ? 'over' : ''}"
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        v.hover(true);
      }}
      @dragleave=${() => v.hover(false)}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        v.hover(false);
        v.add([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      ${icon(upload)}
      <span>
        <span class="strong">${t('dropBefore')} <span class="lnk">${t('dropChoose')}</span></span>
        <span class="lsub">${t('dropHint', { count: v.maxFiles })}</span>
      </span>
      <input id="files" type="file" class="sr" multiple accept=${ACCEPT} @change=${chosen(v.add)} />
    </label>
    <label class="btn s camera">
      ${t('camera')}
      <input type="file" class="sr" accept="image/*" capture="environment" @change=${chosen(v.add)} />
    </label>`;
}

export interface SlotView {
  readonly id: string;
  readonly label: string;
  /** Name of the file that is there. */
  readonly file: string | null;
  readonly error: string | null;
  readonly words: DocumentsWords;
  readonly add: (files: readonly File[]) => void;
}

/** A place for one file of a form. */
export const slotView = ({ id, label, file, error, add, words: { t } }: SlotView): TemplateResult =>
  html`<div class="field">
    <span class="label" id="${id}-label">${label}</span>
    <label class="btn s pick">
      ${icon(upload)}<span id="${id}-pick">${t('spreadChoose')}</span>
      <input
        id=${id}
        type="file"
        class="sr"
        accept=${ACCEPT}
        aria-labelledby="${id}-label ${id}-pick"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error || file !== null ? `${id}-note` : nothing}
        @change=${chosen(add)}
      />
    </label>
    ${below(id, file === null ? nothing : t('spreadChosen', { name: file }), error)}
  </div>`;

export interface ListView {
  readonly files: readonly PaperFile[];
  readonly sending: readonly Sending[];
  readonly writable: boolean;
  readonly describe: (sending: Sending) => string;
  readonly words: DocumentsWords;
  readonly cancel: (sending: Sending) => void;
  readonly resume: () => void;
  readonly remove: (file: PaperFile) => void;
  readonly again: (file: PaperFile) => void;
}

/** Files on their way, then those that are there. */
export function listView(v: ListView): TemplateResult {
  return html`<ul class="files" aria-label=${v.words.t('files')}>
    ${v.sending.map((sending) => sendingRow(sending, v))} ${v.files.map((file) => fileRow(file, v))}
  </ul>`;
}

function sendingRow(sending: Sending, v: ListView): TemplateResult {
  const { t, locale } = v.words;
  const { file, state, sent } = sending;
  const share = file.size === 0 ? 0 : sent / file.size;
  const failed = state === 'failed';
  const size = bytesText(file.size, locale);
  const second =
    state === 'sending' || state === 'paused'
      ? t('sending.of', { sent: bytesText(sent, locale), size })
      : state === 'waiting' || state === 'checking'
        ? `${size} · ${t(`sending.${state}`)}`
        : size;
  return html`<li class="file">
    <span class="fi">${icon(fileIcon)}</span>
    <div class="grow">
      <p class="fn2"><span class="strong">${file.name}</span></p>
      <p class="sub">${second}</p>
    </div>
    <div class="fs">
      ${
        failed
          ? status('stopped', t('sending.failed'))
          : state === 'checking'
            ? html`<span class="spin" aria-hidden="true"></span>`
            : state === 'sending'
              ? html`<span class="num small">${Math.round(share * 100)} %</span>`
              : nothing
      }
    </div>
    ${iconButton(cross, t(failed || state === 'done' ? 'forget' : 'cancelUpload', { name: file.name }), () =>
      v.cancel(sending),
    )}
    ${
      state === 'sending' || state === 'paused'
        ? html`<div class="fx">${progress(share, t('progress', { name: file.name }))}</div>`
        : nothing
    }
    ${failed ? html`<div class="fx" role="alert"><p class="err fe">${v.describe(sending)}</p></div>` : nothing}
    ${
      state === 'paused'
        ? html`<div class="fx wrap">
            <p class="sub" role="alert">${t('sending.paused')}</p>
            ${button(t('resume'), v.resume, { kind: 'quiet s' })}
          </div>`
        : nothing
    }
    ${sending.duplicate ? html`<div class="fx"><p class="sub">${t('sending.duplicate')}</p></div>` : nothing}
  </li>`;
}

const glyphs: Readonly<Record<PaperFile['state'], readonly [Glyph, string?]>> = {
  STORED: ['idle'],
  IN_REVIEW: ['progress', 'act'],
  ACCEPTED: ['fine'],
  REJECTED: ['stopped'],
};

function fileRow(file: PaperFile, v: ListView): TemplateResult {
  const { t } = v.words;
  const [glyph, tone] = glyphs[file.state];
  return html`<li class="file">
    <span class="fi">${icon(fileIcon)}</span>
    <div class="grow">
      <p class="fn2"><span class="strong">${file.fileName}</span></p>
      <p class="sub">${t(`kind.${file.kind}`)} · ${formatDate(file.uploadedAt)}</p>
    </div>
    <div class="fs">${status(glyph, t(`file.${file.state}`), tone)}</div>
    ${
      file.deletable && v.writable
        ? iconButton(trash, t('deleteFile', { name: file.fileName }), () => v.remove(file))
        : nothing
    }
    ${
      file.state === 'REJECTED'
        ? html`<div class="fx wrap">
            <p class="err fe">${file.rejectReason}</p>
            ${v.writable ? button(t('again'), () => v.again(file), { kind: 'quiet s' }) : nothing}
          </div>`
        : nothing
    }
  </li>`;
}

/** Blank applications to download. */
export const templatesView = (
  { templates }: Documents,
  { t }: DocumentsWords,
  get: (template: Template, title: string) => void,
): TemplateResult =>
  html`<h3>${t('templates')}</h3>
    <ul class="docs">
      ${templates.map(
        ({ id, title }) =>
          html`<li>
            ${icon(fileIcon)}<span class="grow">${title}</span>${iconButton(
              download,
              t('download', { name: title }),
              () => get(id, title),
            )}
          </li>`,
      )}
    </ul>`;
