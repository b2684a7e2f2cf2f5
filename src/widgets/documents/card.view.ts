import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../i18n/dates.js';
import { clock, eye, info, warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { note } from '../../ui/parts/note.js';
import { phone } from '../../ui/parts/phone.js';
import { type Glyph, status } from '../../ui/parts/status.js';
import { tag } from '../../ui/parts/tag.js';
import type { Card, Documents } from './documents.data.js';
import type { DocumentsWords } from './documents.messages.js';

export interface CardView {
  readonly account: string;
  readonly documents: Documents;
  /** The whole card, after it was asked for. */
  readonly whole: Card | null;
  readonly busy: boolean;
  readonly failure: unknown;
  /** A new passport waits for its decision. */
  readonly replacing: boolean;
  readonly mayReplace: boolean;
  readonly words: DocumentsWords;
  readonly reveal: () => void;
  readonly hide: () => void;
  readonly replace: () => void;
}

const glyphs: Readonly<Record<Documents['verification']['state'], Glyph>> = {
  NOT_VERIFIED: 'attention',
  IN_REVIEW: 'progress',
  VERIFIED: 'fine',
  REJECTED: 'stopped',
  UPDATE_REQUIRED: 'attention',
  SUSPENDED: 'stopped',
};

/** The subscriber card: masked until it is asked for (DOC-7). */
export function cardView({ words: { t }, documents, ...v }: CardView): TemplateResult {
  const { verification } = documents;
  const card = v.whole ?? documents.card;
  return html`<h3>${t('cardHeading')}</h3>
    ${card ? facts(card, v, t) : html`<p class="sub">${t('noCard')}</p>`} ${deadline(documents, t)}
    ${
      // The note with the date says it already.
      verification.state === 'UPDATE_REQUIRED' && verification.confirmBy !== null
        ? nothing
        : html`<p>${status(glyphs[verification.state], t(`identity.${verification.state}`))}</p>`
    }
    ${v.failure}
    <div class="btns">
      ${
        card
          ? v.whole
            ? button(t('hide'), v.hide, { icon: eye, kind: 's' })
            : button(t('reveal'), v.reveal, { icon: eye, kind: 's', busy: v.busy })
          : nothing
      }
      ${v.mayReplace ? button(t('replace'), v.replace, { kind: 's', disabled: v.replacing }) : nothing}
    </div>
    ${card ? html`<p class="hint">${t('revealNote')}</p>` : nothing}
    ${v.mayReplace ? nothing : html`<p class="hint">${t('ownerOnly')}</p>`}`;
}

function facts(card: Card, v: Pick<CardView, 'account' | 'replacing'>, t: DocumentsWords['t']): TemplateResult {
  const row = (label: string, value: unknown) =>
    value
      ? html`<dt>${label}</dt>
          <dd>${value}</dd>`
      : nothing;
  const { identityDoc: doc } = card;
  return html`<dl class="pairs">
    ${row(t('company'), card.companyName ? html`<span class="strong">${card.companyName}</span>` : null)}
    ${row(card.companyName ? t('signer') : t('subscriber'), html`<span class="strong">${card.fullName}</span>`)}
    ${row(t('contract'), t('contractOf', { account: v.account, date: formatDate(card.contractSince) }))}
    ${row(t('inn'), card.inn)} ${row(t('kpp'), card.kpp)} ${row(t('ogrn'), card.ogrn)}
    ${row(t('birthDate'), card.birthDate ? formatDate(card.birthDate) : null)}
    ${
      doc
        ? html`${row(
            t('passport'),
            html`<span class="num nw">${doc.number === null ? doc.masked : `${doc.series} ${doc.number}`}</span>
              ${v.replacing ? tag(t('newPassport'), 'warn') : nothing}`,
          )}
          ${row(t('issued'), t('issuedWhen', { date: formatDate(doc.issuedAt), by: doc.issuedBy, code: doc.deptCode }))}`
        : nothing
    }
    ${row(t('address'), card.regAddress)} ${row(t('phone'), card.phone ? phone(card.phone) : null)}
    ${row(t('email'), card.email)}
  </dl>`;
}

function deadline({ verification }: Documents, t: DocumentsWords['t']): unknown {
  const { state, confirmBy, daysLeft } = verification;
  if (confirmBy === null) return state === 'NOT_VERIFIED' ? note('', info, t('identity.NOT_VERIFIED')) : nothing;
  const date = formatDate(confirmBy);
  return state === 'SUSPENDED'
    ? note('bad', warning, t('confirmLate', { date }))
    : note('warn', clock, t('confirmBy', { date, count: daysLeft ?? 0 }));
}
