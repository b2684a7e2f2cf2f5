import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Account } from '../../core/queries/account.js';
import type { LkSession } from '../../core/session/types.js';
import { bell, bill, chevronDown, file, mobile, pbx, phone, users, wallet } from '../../ui/icons/icons.js';
import { icon } from '../../ui/parts/icon.js';
import { tabs } from '../../ui/parts/tabs.js';
import type { CabinetWords } from './cabinet.messages.js';
import type { Place, Section, Widget } from './cabinet.model.js';

const ICONS: Readonly<Record<Section, string>> = {
  services: mobile,
  bills: bill,
  telephony: phone,
  products: pbx,
  documents: file,
  topup: wallet,
  alerts: bell,
  roles: users,
};

/** Whose account, and the way to the others. */
export const accountView = (
  accounts: readonly Account[],
  chosen: Account,
  { t }: CabinetWords,
  choose: (id: string) => void,
): TemplateResult =>
  html`<div class="acc">
    ${
      accounts.length > 1
        ? html`<label class="sr" for="account">${t('account')}</label>
            <span class="sel"
              ><select
                class="inp"
                id="account"
                @change=${(event: Event) => {
                  const select = event.currentTarget;
                  if (!(select instanceof HTMLSelectElement)) return;
                  const { value } = select;
                  // What is shown is the account that is chosen: the answer may be to stay with it.
                  select.value = chosen.id;
                  choose(value);
                }}
              >
                ${accounts.map(
                  ({ id, name }) =>
                    html`<option value=${id} dir="auto" .selected=${id === chosen.id}>
                      ${name ? `${name} · ${id}` : t('accountNumber', { id })}
                    </option>`,
                )}</select
              >${icon(chevronDown)}</span
            >`
        : html`${chosen.name ? html`<p class="strong name"><bdi>${chosen.name}</bdi></p>` : nothing}
            <p class="${chosen.name ? 'sub' : 'strong'}">${t('accountNumber', { id: chosen.id })}</p>`
    }
  </div>`;

/** The sections, in the owner's order. */
export const navView = (
  sections: readonly Section[],
  current: Section,
  { t }: CabinetWords,
  open: (section: Section) => void,
): TemplateResult =>
  html`<nav class="cabn" aria-label=${t('sections')}>
    <ul>
      ${sections.map(
        (section) =>
          html`<li>
            <button
              type="button"
              id="nav-${section}"
              aria-current=${section === current ? 'page' : nothing}
              @click=${() => open(section)}
            >
              ${icon(ICONS[section])}<span>${t(`section.${section}`)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </nav>`;

/** The widgets of a section that has more than one. */
export const widgetTabs = (
  widgets: readonly Widget[],
  current: Widget,
  label: string,
  { t }: CabinetWords,
  open: (widget: Widget) => void,
): unknown =>
  widgets.length > 1
    ? tabs(
        widgets.map((id) => ({ id, label: t(`widget.${id}` as 'widget.sim') })),
        current,
        label,
        open,
      )
    : nothing;

export interface Where {
  readonly session: LkSession;
  readonly account: string;
  readonly locale: string | undefined;
  /** A tab of its section names the widget already. */
  readonly tabbed: boolean;
}

/** The widget of a place. Tags are written out: templates are checked, and nothing is made from a string. */
export function widgetView({ widget, params }: Place, { session, account, locale, tabbed }: Where): TemplateResult {
  const lang = ifDefined(locale);
  const frameless = tabbed ? 'untitled' : '';
  const view = ifDefined(params['view']);
  const number = ifDefined(params['number']);
  switch (widget) {
    case 'services':
      return html`<lk-services
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        view=${view}
        number=${number}
      ></lk-services>`;
    case 'detail':
      return html`<lk-detail
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        view=${view}
        number=${number}
      ></lk-detail>`;
    case 'bills':
      return html`<lk-bills
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        view=${view}
      ></lk-bills>`;
    case 'forwarding':
      return html`<lk-forwarding
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        number=${number}
      ></lk-forwarding>`;
    case 'sim':
      return html`<lk-sim frameless=${frameless} .session=${session} account=${account} locale=${lang}></lk-sim>`;
    case 'sip':
      return html`<lk-sip
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        number=${number}
      ></lk-sip>`;
    case 'equipment':
      return html`<lk-equipment
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        sip=${ifDefined(params['sip'])}
      ></lk-equipment>`;
    case 'products':
      return html`<lk-products
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        view=${view}
      ></lk-products>`;
    case 'documents':
      return html`<lk-documents
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        view=${view}
      ></lk-documents>`;
    case 'topup':
      return html`<lk-topup
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        amount=${ifDefined(params['amount'])}
      ></lk-topup>`;
    case 'alerts':
      return html`<lk-alerts frameless=${frameless} .session=${session} account=${account} locale=${lang}></lk-alerts>`;
    case 'roles':
      return html`<lk-roles
        frameless=${frameless}
        .session=${session}
        account=${account}
        locale=${lang}
        view=${view}
      ></lk-roles>`;
  }
}
