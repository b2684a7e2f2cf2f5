import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../../ui/parts/button.js';
import { instantText, small } from '../../ui/parts/dates.js';
import { field, select } from '../../ui/parts/field.js';
import { phoneText } from '../../ui/parts/phone.js';
import {
  type AuditEntry,
  type AuditFilter,
  type Level,
  PRODUCTS,
  SUBJECTS,
  type Subject,
  type User,
} from './roles.data.js';
import type { RolesMessages, RolesWords } from './roles.messages.js';
import { nameOf } from './roles.view.js';

export interface AuditView {
  readonly items: readonly AuditEntry[];
  readonly users: readonly User[];
  readonly filter: AuditFilter;
  readonly words: RolesWords;
  readonly more: unknown;
  readonly set: (filter: AuditFilter) => void;
}

/** The log of changes with its filters. */
export function filterView({ users, filter, words: { t }, set }: AuditView): TemplateResult {
  const put = (name: keyof AuditFilter, value: string) => {
    const { [name]: _gone, ...others } = filter;
    set(value === '' ? others : { ...others, [name]: value });
  };
  const day = (name: 'from' | 'to') =>
    field({
      id: name,
      label: t(name),
      type: 'date',
      value: filter[name] ?? '',
      input: () => undefined,
      change: (value) => put(name, value),
    });
  return html`<div class="filter" role="group" aria-label=${t('audit')}>
    ${select(
      'actor',
      t('actor'),
      [{ value: '', label: t('anyone') }, ...users.map((user) => ({ value: user.id, label: nameOf(user) }))],
      filter.actor ?? '',
      (value) => put('actor', value),
    )}
    ${select<Subject | ''>(
      'subject',
      t('subject'),
      [{ value: '', label: t('anything') }, ...SUBJECTS.map((value) => ({ value, label: t(`subject.${value}`) }))],
      filter.subject ?? '',
      (value) => put('subject', value),
    )}
    ${day('from')} ${day('to')}
    ${Object.keys(filter).length > 0 ? button(t('reset'), () => set({}), { kind: 'quiet s' }) : nothing}
  </div>`;
}

export function auditView({ items, users, words, more }: AuditView): TemplateResult {
  const { t } = words;
  const name = (id: string | null) => {
    if (id === null) return t('operator');
    const user = users.find((one) => one.id === id);
    return user ? nameOf(user) : phoneText(id);
  };
  return html`<table class="tbl cards">
      <thead>
        <tr>
          <th scope="col">${t('when')}</th>
          <th scope="col">${t('actor')}</th>
          <th scope="col">${t('what')}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          (entry) =>
            html`<tr>
              <td class="sub">${instantText(entry.at)}</td>
              <td data-label=${t('actor')}>${name(entry.actor)}</td>
              <td data-label=${t('what')}>
                ${t(didKey(entry.action))}${entry.target === null ? nothing : html` · <span class="num">${name(entry.target)}</span>`}
                ${entry.after ? html`<span class="lsub">${rightsText(entry, words)}</span>` : nothing}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${more}`;
}

type DidKey = Extract<keyof RolesMessages, `did.${string}`>;

const WHOLE: ReadonlySet<string> = new Set<DidKey>([
  'did.user.granted',
  'did.user.scoped',
  'did.user.removed',
  'did.user.invited',
  'did.invite.resent',
  'did.invite.revoked',
  'did.invite.accepted',
  'did.owner.offered',
  'did.owner.declined',
  'did.owner.accepted',
]);
const PARTS: Readonly<Record<string, DidKey>> = {
  alert: 'did.alert',
  contact: 'did.alert',
  number: 'did.number',
  tariff: 'did.tariff',
  option: 'did.option',
  package: 'did.package',
  product: 'did.product',
  promised: 'did.promised',
  autopay: 'did.autopay',
  forwarding: 'did.forwarding',
  sim: 'did.sim',
  sip: 'did.sip',
  card: 'did.papers',
  file: 'did.papers',
  passport: 'did.papers',
  request: 'did.papers',
  detail: 'did.detail',
};

/** What is told apart from the other commands of its subject. */
const EXACT: Readonly<Record<string, DidKey>> = {
  'card.reveal': 'did.viewed',
  'file.view': 'did.viewed',
  'sim.puk': 'did.puk',
};

const isDid = (key: string): key is DidKey => WHOLE.has(key);

function didKey(action: string): DidKey {
  const whole = `did.${action}`;
  return isDid(whole) ? whole : (EXACT[action] ?? PARTS[action.split('.')[0] ?? ''] ?? 'did.other');
}

const LEVELS: readonly Level[] = ['NONE', 'USER', 'ADMIN', 'OWNER'];

/** `TELEPHONY NONE`, `TELEPHONY USER` → `Телефония: нет → просмотр`. */
function rightsText({ before, after }: AuditEntry, { t, locale }: RolesWords): string {
  const said = (text: string | null) =>
    (text ?? '')
      .split(', ')
      .map((part) => {
        const product = PRODUCTS.find((one) => part.startsWith(`${one} `));
        const level = LEVELS.find((one) => part.endsWith(` ${one}`));
        if (part === 'ALL') return t('scope.all');
        return product && level
          ? `${t(product)}: ${small(t(level), locale)}`
          : part.split(' ').map(phoneText).join(', ');
      })
      .join(', ');
  if (!before) return said(after);
  const [was, is] = [said(before), said(after)];
  const product = was.slice(0, was.indexOf(': ') + 2);
  return `${was} → ${is.startsWith(product) && !is.includes(', ') ? is.slice(product.length) : is}`;
}
