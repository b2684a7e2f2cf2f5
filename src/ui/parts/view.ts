import { html, nothing, type TemplateResult } from 'lit';
import type { LkError } from '../../api/errors.js';
import { clock, info, lock, offline, refresh, warning } from '../icons/icons.js';
import { button } from './button.js';
import { momentText } from './dates.js';
import { topNote } from './note.js';
import { type Say, sentence } from './say.js';
import { blank } from './states.js';

/** What a view wants to know of a `ResourceController`. */
export interface Freshness {
  readonly status: string;
  readonly updatedAt: number | null;
  readonly retry: () => void;
}

const again = (t: Say, retry: () => void) => button(t('retry'), retry, { kind: 'quiet s' });

/** The note above content that is not fresh: stale or offline; the content stays. Styles: `notes`, `buttons`. */
export const freshness = (resource: Freshness, t: Say): TemplateResult | typeof nothing => {
  const { status, updatedAt, retry } = resource;
  if (status !== 'stale' && status !== 'offline') return nothing;
  const time = updatedAt === null ? '' : momentText(updatedAt);
  return status === 'stale'
    ? topNote('warn', clock, t('stale', { time }), again(t, retry), 'status')
    : topNote('', offline, t('offline', { time }), nothing, 'status');
};

/** The note above content of which one source failed. */
export const partial = (t: Say, retry: () => void, text: string = t('partial')): TemplateResult =>
  topNote('warn', warning, text, again(t, retry), 'status');

/** The note above content that can only be read, because the account is closed. */
export const readOnly = (text: string): TemplateResult => topNote('', info, text);

export interface Trouble {
  error: LkError;
  /** The error as a sentence: `describe(error)` of the element. */
  text: string;
  t: Say;
  retry: () => void;
  /** "Не удалось загрузить счета", "Нет доступа к счетам". */
  failed?: string;
  forbidden?: string;
}

/**
 * Nothing can be shown. Not allowed or not there: no retry, the host may fill the slot `unavailable`. Not working: reason, trace
 * code and retry, slot `error`. Styles: `states`, `buttons`.
 */
export const trouble = ({ error, text, t, retry, failed, forbidden }: Trouble): TemplateResult =>
  error.unavailable
    ? html`<slot name="unavailable">${blank(lock, forbidden ?? t('forbidden'), t('owner'))}</slot>`
    : html`<slot name="error"
        >${blank(
          warning,
          failed ?? t('failed'),
          html`${sentence(text)}${error.traceId ? html` ${t('trace')} <span class="num">${error.traceId}</span>` : nothing}`,
          button(t('retry'), retry, { icon: refresh, kind: 's' }),
          true,
        )}</slot
      >`;
