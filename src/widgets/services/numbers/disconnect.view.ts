import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../../../i18n/dates.js';
import { clock, cross, forward, headset, phone as phoneIcon, sim, sliders, warning } from '../../../ui/icons/icons.js';
import { button } from '../../../ui/parts/button.js';
import { radioRows } from '../../../ui/parts/choices.js';
import { field } from '../../../ui/parts/field.js';
import { icon } from '../../../ui/parts/icon.js';
import { note } from '../../../ui/parts/note.js';
import { phoneText } from '../../../ui/parts/phone.js';
import { skeletonRows } from '../../../ui/parts/states.js';
import type { DisconnectPreview, NumberItem } from '../data.js';
import type { ServicesView } from '../host.js';
import { reasonText } from '../reasons.js';
import { attemptNote } from '../trouble.view.js';
import { DISCONNECT, type Disconnection } from './disconnect.js';

export interface DisconnectView extends ServicesView {
  readonly disconnection: Disconnection;
  readonly currency: string;
}

/** The question, what goes with the number, and four digits against a slip. The safe button has focus. */
export const disconnectDialog = (v: DisconnectView): TemplateResult => {
  const { disconnection, t } = v;
  const { number, preview, command } = disconnection;
  const busy = command.state === 'running';
  const ready = preview.value && preview.value.unavailable === null && command.state !== 'unknown';
  return html`<dialog
    id=${DISCONNECT}
    aria-labelledby="disconnect-q"
    @close=${disconnection.closed}
    @cancel=${(event: Event) => busy && event.preventDefault()}
  >
    <h3 id="disconnect-q">${number === null ? '' : t('disconnectQuestion', { number: phoneText(number) })}</h3>
    <div class="body">
      ${
        number === null
          ? nothing
          : preview.render({
              pending: () => skeletonRows(3, t('loading')),
              ready: (value) => previewView(value, v),
              error: (error) => note('bad', warning, v.describe(error), nothing, 'alert'),
            })
      }
      ${attemptNote(command, v.currency, v)}
    </div>
    <div class="btns stack">
      ${ready ? button(t('disconnect'), () => void disconnection.confirm(), { kind: 'bad', busy }) : nothing}
      <button type="button" class="btn safe" @click=${close}>${t('keep')}</button>
    </div>
  </dialog>`;
};

function previewView(preview: DisconnectPreview, v: DisconnectView): TemplateResult {
  const { disconnection, t } = v;
  if (preview.unavailable !== null) {
    return note('warn', warning, t('disconnectForbidden', { reason: reasonText(preview.unavailable, v) }));
  }
  return html`
    ${radioRows(
      'disconnect-when',
      t('disconnectWhen'),
      [
        {
          value: 'period-end' as const,
          label: t('disconnectEnd'),
          hint: t('disconnectEndHint', { date: formatDate(preview.periodEnd) }),
        },
        { value: 'today' as const, label: t('disconnectToday'), hint: t('disconnectTodayHint') },
      ],
      disconnection.effective,
      (effective) => disconnection.set({ effective }),
    )}
    <ul class="what">
      ${goes(preview, v).map(([path, text]) => html`<li>${icon(path, 's')}<span>${text}</span></li>`)}
    </ul>
    ${field({
      id: 'last-four',
      label: t('lastFour'),
      value: disconnection.digits,
      input: (digits) => disconnection.set({ digits }),
      inputmode: 'numeric',
      maxlength: 4,
      hint: t('lastFourHint'),
      error: disconnection.wrong ? t('lastFourError', { number: phoneText(preview.number) }) : null,
    })}
  `;
}

function goes(preview: DisconnectPreview, { t }: ServicesView): readonly (readonly [icon: string, text: string])[] {
  const { sim: iccid, forwarding, sip, options, packages, holdDays } = preview;
  const names = options.map(({ name }) => `«${name}»`).join(', ');
  return [
    ...(iccid === null ? [] : [[sim, t('goesSim', { iccid })] as const]),
    ...(forwarding === 0 ? [] : [[forward, t('goesForwarding', { count: forwarding })] as const]),
    ...(sip.length === 0 ? [] : [[headset, t('goesSip', { logins: sip.join(', ') })] as const]),
    ...(names === '' ? [] : [[sliders, t('goesOptions', { names })] as const]),
    ...(packages === 0 ? [] : [[cross, t('goesPackages', { count: packages })] as const]),
    [holdDays > 0 ? clock : phoneIcon, t('goesHold', { count: holdDays })] as const,
  ];
}

/** What became of the disconnection, for the card. */
export const disconnectedText = (number: NumberItem, { t }: ServicesView): string =>
  number.status === 'HOLD'
    ? t('disconnected', { date: number.holdUntil ? formatDate(number.holdUntil) : '' })
    : t('disconnectPlanned', { date: number.closesOn ? formatDate(number.closesOn) : '' });

function close(event: Event): void {
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.closest('dialog')?.close();
}
