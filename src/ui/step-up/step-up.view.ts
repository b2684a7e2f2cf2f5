import { html, nothing, type TemplateResult } from 'lit';
import { formatClock } from '../../i18n/measures.js';
import { lock, warning } from '../icons/icons.js';
import { button } from '../parts/button.js';
import { radioRows } from '../parts/choices.js';
import { field } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { note } from '../parts/note.js';
import type { StepUp } from './step-up.data.js';
import type { StepTexts } from './step-up.messages.js';

type Contact = StepUp['contacts'][number];

export interface StepView {
  readonly t: StepTexts;
  /** `nowhere`: no contact to send a code to. */
  readonly stage: 'loading' | 'choose' | 'code' | 'nowhere';
  readonly contacts: readonly Contact[];
  readonly chosen: string | null;
  readonly typed: string;
  /** Local time at which the code ends, `12:30`. */
  readonly until: string | null;
  /** Seconds until another code may be sent. */
  readonly wait: number;
  readonly busy: 'send' | 'confirm' | null;
  /** What is wrong with the code. */
  readonly wrong: string | null;
  /** Why a request did not work. */
  readonly trouble: string | null;
  readonly said: string;
  choose(contact: string): void;
  type(code: string): void;
  send(): void;
  confirm(): void;
  other(): void;
  addContact(): void;
  cancel(): void;
}

const name = ({ channel, masked: contact }: Contact, t: StepTexts): string =>
  t(channel === 'SMS' ? 'sms' : 'email', { contact });

/** A native dialog: the form behind it stays as it was typed. Styles: `dialog`, `forms`, `options`, `buttons`, `notes`. */
export const stepView = (v: StepView): TemplateResult =>
  html`<dialog aria-labelledby="heading" aria-describedby="why" @close=${v.cancel}>
    <form
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        if (v.busy === null) (v.stage === 'code' ? v.confirm : v.send)();
      }}
    >
      <h3 id="heading">${v.t('heading')}</h3>
      <div class="body">
        ${
          v.stage === 'nowhere'
            ? html`<p id="why">${v.t('nowhere')}</p>`
            : html`<p id="why" class="sub">${v.t('why')}</p>
                ${body(v)}`
        }
        ${v.trouble ? note('bad', warning, v.trouble, nothing, 'alert') : nothing}
      </div>
      <div class="btns stack">
        ${button(v.t('cancel'), v.cancel, { kind: 'cancel' })}
        ${
          v.stage === 'nowhere'
            ? button(v.t('addContact'), v.addContact, { kind: 'pri' })
            : v.stage === 'code'
              ? button(v.t('confirm'), () => undefined, { kind: 'pri', type: 'submit', busy: v.busy === 'confirm' })
              : button(v.t('send'), () => undefined, {
                  kind: 'pri',
                  type: 'submit',
                  busy: v.busy === 'send',
                  disabled: v.stage === 'loading',
                })
        }
      </div>
      <p class="sr" role="status">${v.said}</p>
    </form>
  </dialog>`;

function body(v: StepView): unknown {
  const { t, contacts } = v;
  if (v.stage === 'loading') return html`<p class="sub" role="status">${t('loading')}</p>`;
  const chosen = contacts.find(({ id }) => id === v.chosen);
  if (v.stage === 'choose') {
    return contacts.length === 1 && chosen
      ? html`<p class="to">${icon(lock, 's')}<span>${name(chosen, t)}</span></p>`
      : radioRows(
          'contact',
          t('where'),
          contacts.map((contact) => ({ value: contact.id, label: name(contact, t) })),
          v.chosen,
          v.choose,
        );
  }
  return html`${field({
      id: 'code',
      label: t('code'),
      value: v.typed,
      input: v.type,
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      maxlength: 12,
      required: true,
      error: v.wrong,
      hint: t('sent', { contact: chosen?.masked ?? '', time: v.until ?? '' }),
    })}
    <div class="btns again">
      ${
        v.wait > 0
          ? html`<span class="sub num">${t('wait', { time: formatClock(v.wait) })}</span>`
          : button(t('again'), v.send, { kind: 'quiet s', busy: v.busy === 'send' })
      }
      ${contacts.length > 1 ? button(t('other'), v.other, { kind: 'quiet s' }) : nothing}
    </div>`;
}
