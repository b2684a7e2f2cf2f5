import { html, nothing, type TemplateResult } from 'lit';
import { chevronDown, edit, lock, refresh, trash } from '../../ui/icons/icons.js';
import { button, iconButton } from '../../ui/parts/button.js';
import { chips, segments, tick } from '../../ui/parts/choices.js';
import { instantText, small } from '../../ui/parts/dates.js';
import { below, field, select } from '../../ui/parts/field.js';
import { icon } from '../../ui/parts/icon.js';
import { phoneText } from '../../ui/parts/phone.js';
import { signal } from '../../ui/parts/signal.js';
import { status } from '../../ui/parts/status.js';
import { tag } from '../../ui/parts/tag.js';
import {
  type Invitation,
  type Level,
  type Levels,
  PRODUCTS,
  type Product,
  type User,
  type Users,
} from './roles.data.js';
import type { RolesWords } from './roles.messages.js';

const BARS = { NONE: 0, USER: 1, ADMIN: 2, OWNER: 3 } as const;
const GIVEN: readonly Level[] = ['NONE', 'USER', 'ADMIN'];

export const nameOf = ({ id, name }: Pick<User, 'id' | 'name'>): string => name ?? id;

/** What is being changed of a user, or given to a new one. */
export interface RightsDraft {
  readonly levels: Levels;
  /** `null`: all. */
  readonly numbers: readonly string[] | null;
  readonly selfManage: boolean;
}

export interface UsersView extends RightsView {
  readonly users: Users;
  /** User whose rights are being changed. */
  readonly editing: string | null;
  readonly edit: (user: User) => void;
  readonly resend: (invitation: Invitation) => void;
  readonly revoke: (invitation: Invitation) => void;
  /** Buttons and consequences under the row that is edited. */
  readonly under: (user: User) => unknown;
}

/** Users by products: bars of a signal and a word, selects in the row that is edited. */
export function usersView(v: UsersView): TemplateResult {
  const { t } = v.words;
  const cells = (levels: Levels) =>
    PRODUCTS.map((product) => {
      const level = levels.CORE === 'OWNER' ? 'OWNER' : levels[product];
      return html`<td data-p=${t(product)}>${signal(BARS[level], t(level))}</td>`;
    });
  const user = (one: User) => {
    const edited = v.editing === one.id;
    return html`<tr class=${edited ? 'editing' : ''}>
        <th scope="row">
          <span class="strong">${nameOf(one)} ${one.self ? tag(t('you')) : nothing}</span
          ><span class="lsub">${details(one, v.words)}</span>
        </th>
        ${edited ? PRODUCTS.map((product) => html`<td data-p=${t(product)}>${levelSelect(v, product, nameOf(one))}</td>`) : cells(one.levels)}
        <td class="r acts">
          ${
            one.locked
              ? html`<span
                  class="lock"
                  role="img"
                  aria-label=${t(`locked.${one.locked}`)}
                  title=${t(`locked.${one.locked}`)}
                  >${icon(lock)}</span
                >`
              : edited
                ? nothing
                : iconButton(edit, t('edit', { name: nameOf(one) }), () => v.edit(one))
          }
        </td>
      </tr>
      ${
        edited
          ? html`<tr class="edact">
              <td colspan="7">${v.under(one)}</td>
            </tr>`
          : nothing
      }`;
  };
  const invited = (one: Invitation) =>
    html`<tr>
      <th scope="row">
        <span class="strong" dir="auto">${one.name ?? phoneText(one.contact)}</span
        ><span class="lsub"
          >${one.state === 'SENT' ? status('progress', t('invited', { time: instantText(one.expiresAt) })) : status('attention', t('expired'))}</span
        >
      </th>
      ${cells(one.levels)}
      <td class="r acts">
        ${iconButton(refresh, t('resend', { name: one.contact }), () => v.resend(one))}
        ${iconButton(trash, t('revoke', { name: one.contact }), () => v.revoke(one))}
      </td>
    </tr>`;
  return html`<table class="tbl mx">
    <thead>
      <tr>
        <th scope="col">${t('user')}</th>
        ${PRODUCTS.map((product) => html`<th scope="col">${t(product)}</th>`)}
        <th><span class="sr">${t('actions')}</span></th>
      </tr>
    </thead>
    <tbody data-form>
      ${v.users.items.map(user)} ${v.users.invitations.map(invited)}
    </tbody>
  </table>`;
}

function details({ numbers, lastLogin }: User, { t }: RolesWords): string {
  const seen = lastLogin === null ? t('never') : t('seen', { time: instantText(lastLogin) });
  return numbers ? `${t('only', { numbers: numbers.map(phoneText).join(', ') })} · ${seen}` : seen;
}

export interface RightsView {
  readonly draft: RightsDraft;
  /** Numbers of the account, E.164. */
  readonly numbers: readonly string[];
  readonly words: RolesWords;
  readonly set: (draft: RightsDraft) => void;
}

function levelSelect({ draft, words: { t }, set }: RightsView, product: Product, name: string): TemplateResult {
  return html`<span class="sel s"
    ><select
      class="inp"
      aria-label=${t('level', { product: t(product), name })}
      @change=${(event: Event) => {
        const level = GIVEN.find(
          (one) => event.currentTarget instanceof HTMLSelectElement && one === event.currentTarget.value,
        );
        if (level) set({ ...draft, levels: { ...draft.levels, [product]: level } });
      }}
    >
      ${GIVEN.map((level) => html`<option value=${level} .selected=${level === draft.levels[product]}>${t(level)}</option>`)}</select
    >${icon(chevronDown)}</span
  >`;
}

/** Which numbers are seen (ADM-4). */
export function scopeView({ draft, numbers, words: { t }, set }: RightsView, error: string | null): TemplateResult {
  const some = draft.numbers !== null;
  return html`<div class="form">
    ${segments(
      'scope',
      t('scope'),
      [
        { value: 'all', label: t('scope.all') },
        { value: 'some', label: t('scope.some') },
      ],
      some ? 'some' : 'all',
      (value) => set({ ...draft, numbers: value === 'all' ? null : (draft.numbers ?? []) }),
      true,
    )}
    ${
      draft.numbers === null
        ? nothing
        : html`${chips(
            t('numbers'),
            numbers.map((number) => ({ value: number, label: phoneText(number) })),
            new Set(draft.numbers),
            (number, on) => {
              const others = (draft.numbers ?? []).filter((one) => one !== number);
              set({ ...draft, numbers: on ? [...others, number].sort() : others });
            },
            error ? 'numbers-note' : null,
          )}
          ${below('numbers', nothing, error)}`
    }
  </div>`;
}

/** What saving would change, in words. */
export function changeText(before: Levels, { levels }: RightsDraft, { t, locale }: RolesWords): string {
  const changes = PRODUCTS.filter((product) => before[product] !== levels[product]).map((product) =>
    t('change', {
      product: t(product),
      before: small(t(before[product]), locale),
      after: small(t(levels[product]), locale),
    }),
  );
  return changes.length > 0 ? changes.join(' ') : t('noChange');
}

export interface EditView extends RightsView {
  readonly user: User;
  readonly error: string | null;
  readonly busy: boolean;
  readonly failure: unknown;
  readonly transfer: (() => void) | null;
  readonly remove: () => void;
  readonly cancel: () => void;
  readonly save: () => void;
}

export function editView(v: EditView): TemplateResult {
  const { t } = v.words;
  return html`<div class="panel">
    ${scopeView(v, v.error)}
    ${tick(t('selfManage'), v.draft.selfManage, (selfManage) => v.set({ ...v.draft, selfManage }))} ${v.failure}
    <div class="asofbar">
      <p class="hint" role="status">${changeText(v.user.levels, v.draft, v.words)}</p>
      <div class="btns">
        ${button(t('remove'), v.remove, { kind: 'quiet s takes' })}
        ${v.transfer ? button(t('transfer'), v.transfer, { kind: 'quiet s' }) : nothing}
        ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
        ${button(t('save'), v.save, { kind: 'pri s', busy: v.busy })}
      </div>
    </div>
  </div>`;
}

export interface InviteView extends RightsView {
  readonly contact: string;
  readonly name: string;
  readonly errors: { readonly contact: string | null; readonly numbers: string | null };
  readonly busy: boolean;
  readonly failure: unknown;
  readonly type: (change: { contact?: string; name?: string }) => void;
  readonly go: () => void;
  readonly cancel: () => void;
}

export function inviteView(v: InviteView): TemplateResult {
  const { t } = v.words;
  return html`<form
    class="form"
    novalidate
    aria-labelledby="invite-heading"
    @submit=${(event: Event) => {
      event.preventDefault();
      v.go();
    }}
  >
    <h3 id="invite-heading">${t('inviteHeading')}</h3>
    <div class="pair">
      ${field({
        id: 'contact',
        label: t('contact'),
        value: v.contact,
        input: (contact) => v.type({ contact }),
        hint: t('contactHint'),
        error: v.errors.contact,
        maxlength: 254,
        required: true,
      })}
      ${field({ id: 'name', label: t('name'), value: v.name, input: (name) => v.type({ name }), hint: t('nameHint'), maxlength: 100 })}
    </div>
    <div class="levels">
      ${PRODUCTS.map((product) =>
        select<Level>(
          `level-${product}`,
          t(product),
          GIVEN.filter((level) => product !== 'CORE' || level !== 'NONE').map((level) => ({
            value: level,
            label: t(level),
          })),
          v.draft.levels[product],
          (level) => v.set({ ...v.draft, levels: { ...v.draft.levels, [product]: level } }),
          { small: true },
        ),
      )}
    </div>
    ${scopeView(v, v.errors.numbers)} ${v.failure}
    <div class="btns">
      ${button(t('cancel'), v.cancel, { kind: 's', disabled: v.busy, cancels: true })}
      ${button(t('inviteDo'), () => undefined, { kind: 'pri s', type: 'submit', busy: v.busy })}
    </div>
  </form>`;
}

/** What the bars mean. */
export const keyView = ({ t }: RolesWords): TemplateResult =>
  html`<ul class="lvkey">
    ${(['NONE', 'USER', 'ADMIN', 'OWNER'] as const).map((level) => html`<li>${signal(BARS[level], t(`key.${level}`))}</li>`)}
  </ul>`;
