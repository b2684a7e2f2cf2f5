import type { TemplateResult } from 'lit';
import type { SipAccount } from '../../core/queries/sip.js';
import { status } from './status.js';

type Registration = SipAccount['registration']['state'] | 'DISABLED';
/** Texts of the states of a registration, in the message file of the widget. */
export type RegistrationTexts = (key: `registration.${Registration}`) => string;

/** Whether a device is on line: a glyph and words. Styles: `status`. */
export function registration(sip: SipAccount, t: RegistrationTexts): TemplateResult {
  if (sip.status === 'DISABLED') return status('stopped', t('registration.DISABLED'));
  const { state } = sip.registration;
  const glyph = ({ REGISTERED: 'fine', EXPIRED: 'idle', NEVER: 'progress', REJECTED: 'attention' } as const)[state];
  return status(glyph, t(`registration.${state}`));
}
