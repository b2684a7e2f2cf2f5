/** What a subscriber's user did, for the audit log. @see domain.md ADM-8, §11 */
import type { Command } from '../command.js';
import type { Desk } from '../desk.js';
import { maskContact, maskIccid } from './mask.js';

/** Changes worth remembering who made them; those of rights are told by their own events. */
const AUDITED: ReadonlySet<string> = new Set<Command['do']>([
  'number.add',
  'number.disconnect',
  'number.reconnect',
  'tariff.change',
  'tariff.cancel',
  'option.on',
  'option.off',
  'package.buy',
  'promised.take',
  'alert.contact',
  'alert.settings',
  'contact.change',
  'contact.remove',
  'contact.confirm',
  'forwarding.set',
  'sim.add',
  'sim.bind',
  'sim.unbind',
  'sim.swap',
  'sim.puk',
  'sip.create',
  'sip.delete',
  'sip.reset',
  'sip.configure',
  'product.connect',
  'product.change',
  'product.close',
  'autopay.set',
  'card.edit',
  'card.reveal',
  'file.store',
  'file.view',
  'file.delete',
  'passport.replace',
  'request.submit',
  'request.supply',
  'request.withdraw',
  'detail.export',
]);

/** Notes a command that a user carried out; the operator's are his own business. */
export function audit(desk: Desk, command: Command, user: string | undefined): void {
  if (user === undefined || !AUDITED.has(command.do)) return;
  desk.emit({ type: 'audit.noted', action: command.do, target: targetOf(command), by: user });
}

function targetOf(command: Command): string | null {
  if ('number' in command && typeof command.number === 'string') return command.number;
  if ('value' in command && typeof command.value === 'string') return maskContact(command.value);
  if ('iccid' in command) return maskIccid(command.iccid);
  if ('request' in command) return command.request;
  return 'contact' in command ? command.contact : null;
}
