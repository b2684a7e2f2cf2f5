import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatMonth } from '../../../i18n/dates.js';
import { download, file as fileIcon, refresh } from '../../../ui/icons/icons.js';
import { button, iconButton } from '../../../ui/parts/button.js';
import { icon } from '../../../ui/parts/icon.js';
import { bytesText } from '../../../ui/parts/quantity.js';
import { blank } from '../../../ui/parts/states.js';
import type { ArchiveWords } from './archive.messages.js';
import type { BillDocument, DocumentPage } from '../bills.query.js';
import type { Downloads } from './downloads.js';

type Items = DocumentPage['items'];

/** The files of all bills, newest first. */
export const documentsView = (items: Items, words: ArchiveWords, downloads: Downloads, more: unknown): TemplateResult =>
  html`<div class="sec">
    <ul class="docs">
      ${items.map(({ month, document }) => documentRow(month, document, words, downloads, true))}
    </ul>
    ${more}
  </div>`;

export const noDocumentsView = ({ t }: ArchiveWords): TemplateResult =>
  html`<slot name="empty">${blank(fileIcon, t('noDocuments'), t('noDocumentsText'))}</slot>`;

/** One file: its name, number and size, and the button that fetches it; or why there is none. */
export function documentRow(
  month: string,
  document: BillDocument,
  words: ArchiveWords,
  downloads: Downloads,
  named: boolean,
): TemplateResult | typeof nothing {
  const { t, locale } = words;
  const { kind, number, date, size, format, state } = document;
  if (state === 'VOID') return nothing;
  const name = named ? t('documentFor', { kind: t(kind), month: formatMonth(month, locale) }) : t(kind);
  const facts = [
    named && number !== null && date !== null ? t('numbered', { number, day: formatDate(date) }) : '',
    size === null ? format : `${format}, ${bytesText(size, locale)}`,
  ];
  const failure = state === 'FAILED' ? t('documentFailed') : downloads.failure(month, kind);
  const start = () => downloads.start(month, document);
  const said = failure !== null && state !== 'FAILED' ? t('downloadFailed', { reason: failure }) : failure;
  return html`<li>
    ${icon(fileIcon)}
    <span class="grow"
      >${name}<span class="lsub ${said === null ? '' : 'bad'}"
        >${said ?? (state === 'GENERATING' ? t('generating') : facts.filter(Boolean).join(' · '))}</span
      ></span
    >
    ${
      state === 'GENERATING'
        ? html`<span class="spin" role="img" aria-label=${t('generating')}></span>`
        : said === null
          ? button(html`${t('download')}<span class="sr">: ${name}</span>`, start, {
              icon: download,
              kind: 's',
              busy: downloads.isBusy(month, kind),
            })
          : iconButton(refresh, `${t('retry')}: ${name}`, start, { busy: downloads.isBusy(month, kind) })
    }
  </li>`;
}
