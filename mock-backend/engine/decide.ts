/** Decides commands: events for the account, or a refusal. @see FORMAT.md §5 */
import { audit } from './access/audit.js';
import { grantUser } from './access/commands.js';
import {
  acceptInvite,
  acceptOwnership,
  changeUser,
  declineOwnership,
  inviteUser,
  offerOwnership,
  removeUser,
  resendInvite,
  revokeInvite,
} from './access/people.js';
import { setAlerts } from './alerts.js';
import { Zone } from './calendar.js';
import { addAddress, putInCart, takeFromCart } from './cart/cart.js';
import { confirmCart, quoteCart } from './cart/checkout.js';
import { quoteReconnection, reconnect } from './cart/reconnect.js';
import type { Catalogue } from './catalogue.js';
import type { Command, OpenAccount, Receipt } from './command.js';
import { decideDocument } from './documents/commands.js';
import {
  addContact,
  bounceContact,
  changeContact,
  confirmContact,
  removeContact,
  resendCode,
  testContact,
} from './contacts/commands.js';
import { Desk, type Surroundings } from './desk.js';
import { refuse } from './errors.js';
import { parseAmount, isZero, scaleOf } from './money.js';
import { buyPackage } from './orders/buy.js';
import { cancelTariff, changeTariff, quoteTariff } from './orders/change.js';
import { connectNumber } from './orders/connect.js';
import { disconnectNumber } from './orders/disconnect.js';
import { quoteOption, switchOff, switchOn } from './orders/options.js';
import { correct, pay, refund, reverse, takePromised } from './payments.js';
import { afterPosting } from './ledger.js';
import { lockAccount } from './locks.js';
import {
  cancelProductChange,
  changeResources,
  closeProduct,
  connectProduct,
  quoteProduct,
  quoteResources,
} from './products/commands.js';
import { confirmStepUp, sendStepUp } from './stepup/commands.js';
import { configureSip, createSip, deleteSip, referSip, registerSip, resetSip } from './sip/commands.js';
import {
  addSim,
  bindSim,
  reportProfile,
  revealPuk,
  sendMmi,
  setForwarding,
  swapSim,
  unbindSim,
} from './telephony/commands.js';
import { setAutoPay } from './topup/autopay.js';
import { createInvoice } from './topup/invoices.js';
import { cancelTopUp, createTopUp, settleTopUp } from './topup/orders.js';
import { takeUsage } from './usage.js';

/** A command of one account that exists. */
export type AccountCommand = Exclude<
  Command,
  { readonly do: 'account.open' | 'usage.import' | 'call' | 'as-user' | 'clock' }
>;

/** Who decides, and the name of what is made. */
export interface DecideContext {
  readonly user?: string | undefined;
  readonly as: string;
}

/**
 * Decides a command on the desk.
 *
 * @returns What was made. The events are on the desk.
 * @throws {Refusal} Before the first event: then nothing has changed.
 */
export function decide(desk: Desk, command: AccountCommand, context: DecideContext): Receipt {
  const receipt = carryOut(desk, command, context);
  audit(desk, command, context.user);
  return receipt;
}

function carryOut(desk: Desk, command: AccountCommand, context: DecideContext): Receipt {
  switch (command.do) {
    case 'account.lock':
      return lockAccount(desk, command);
    case 'number.add':
      return connectNumber(desk, command);
    case 'number.disconnect':
      return disconnectNumber(desk, command);
    case 'tariff.quote':
      return quoteTariff(desk, command, context.as);
    case 'tariff.change':
      return changeTariff(desk, command);
    case 'tariff.cancel':
      return cancelTariff(desk, command);
    case 'option.on':
      return switchOn(desk, command);
    case 'option.off':
      return switchOff(desk, command);
    case 'package.buy':
      return buyPackage(desk, command);
    case 'usage':
      return { id: takeUsage(desk, command) };
    case 'payment':
      return pay(desk, command);
    case 'payment.refund':
      return refund(desk, command);
    case 'payment.reverse':
      return reverse(desk, command);
    case 'correction':
      return correct(desk, command);
    case 'promised.take':
      return takePromised(desk, command);
    case 'alert.contact':
      return addContact(desk, command);
    case 'alert.settings':
      setAlerts(desk, command);
      return { account: desk.state.id };
    case 'forwarding.set':
      return setForwarding(desk, command);
    case 'forwarding.mmi':
      return sendMmi(desk, command);
    case 'sim.add':
      return addSim(desk, command);
    case 'sim.profile':
      return reportProfile(desk, command);
    case 'sim.bind':
      return bindSim(desk, command);
    case 'sim.unbind':
      return unbindSim(desk, command);
    case 'sim.swap':
      return swapSim(desk, command);
    case 'sim.puk':
      return revealPuk(desk, command);
    case 'detail.export':
      return { account: desk.state.id };
    case 'sip.create':
      return createSip(desk, command);
    case 'sip.delete':
      return deleteSip(desk, command);
    case 'sip.reset':
      return resetSip(desk, command);
    case 'sip.configure':
      return configureSip(desk, command);
    case 'sip.register':
      return registerSip(desk, command);
    case 'sip.refer':
      return referSip(desk, command);
    case 'card.set':
    case 'card.edit':
    case 'card.reveal':
    case 'identity.ask':
    case 'file.store':
    case 'file.delete':
    case 'file.view':
    case 'file.review':
    case 'passport.replace':
    case 'request.submit':
    case 'request.supply':
    case 'request.withdraw':
    case 'request.decide':
      return decideDocument(desk, command, context.user);
    case 'product.quote':
      return quoteProduct(desk, command, context.as);
    case 'product.connect':
      return connectProduct(desk, command);
    case 'product.change-quote':
      return quoteResources(desk, command, context.as);
    case 'product.change':
      return changeResources(desk, command);
    case 'product.cancel':
      return cancelProductChange(desk, command);
    case 'product.close':
      return closeProduct(desk, command);
    case 'cart.put':
      return putInCart(desk, command);
    case 'cart.remove':
      return takeFromCart(desk, command);
    case 'address.add':
      return addAddress(desk, command);
    case 'cart.quote':
      return quoteCart(desk, context.as);
    case 'cart.confirm':
      return confirmCart(desk, command);
    case 'option.quote':
      return quoteOption(desk, command, context.as);
    case 'number.reconnect-quote':
      return quoteReconnection(desk, command, context.as);
    case 'number.reconnect':
      return reconnect(desk, command);
    case 'topup.create':
      return createTopUp(desk, command);
    case 'topup.cancel':
      return cancelTopUp(desk, command);
    case 'topup.settle':
      return settleTopUp(desk, command);
    case 'invoice.create':
      return createInvoice(desk, command);
    case 'autopay.set':
      return setAutoPay(desk, command);
    case 'user.grant':
      return grantUser(desk, command, context.user);
    case 'contact.resend':
      return resendCode(desk, command);
    case 'contact.confirm':
      return confirmContact(desk, command);
    case 'contact.change':
      return changeContact(desk, command);
    case 'contact.remove':
      return removeContact(desk, command);
    case 'contact.test':
      return testContact(desk, command);
    case 'contact.bounce':
      return bounceContact(desk, command);
    case 'user.change':
      return changeUser(desk, command, context.user);
    case 'user.remove':
      return removeUser(desk, command, context.user);
    case 'user.invite':
      return inviteUser(desk, command, context.user);
    case 'invite.resend':
      return resendInvite(desk, command, context.user);
    case 'invite.revoke':
      return revokeInvite(desk, command, context.user);
    case 'invite.accept':
      return acceptInvite(desk, command);
    case 'stepup.send':
      return sendStepUp(desk, command, context.user);
    case 'stepup.confirm':
      return confirmStepUp(desk, command, context.user);
    case 'owner.offer':
      return offerOwnership(desk, command, context.user);
    case 'owner.accept':
      return acceptOwnership(desk, context.user);
    case 'owner.decline':
      return declineOwnership(desk, context.user);
  }
}

/** Zone and currency of accounts that name none. */
export interface Defaults {
  readonly timezone: string;
  readonly currency: string;
}

/** Opens an account. @throws {Refusal} `AMOUNT_INVALID` */
export function openAccount(
  command: OpenAccount,
  now: number,
  defaults: Defaults,
  catalogue: Catalogue,
  world: Surroundings,
): Desk {
  const timezone = command.timezone ?? defaults.timezone;
  const currency = command.currency ?? defaults.currency;
  const scale = scaleOf(currency);
  const amount = (text: string) => parseAmount(text, scale) ?? refuse('AMOUNT_INVALID', { amount: text });
  const opening = amount(command.opening ?? '0');
  const dayLimit = command.dayLimit ?? null;
  const desk = Desk.open(
    {
      type: 'account.opened',
      at: now,
      account: {
        id: command.account,
        kind: command.kind ?? 'INDIVIDUAL',
        billingMode: command.billingMode ?? 'PREPAID',
        creditLimit: command.creditLimit === null ? null : amount(command.creditLimit ?? '0'),
        // A limit of nothing is none (domain.md §2.1).
        dayLimit: dayLimit === null || isZero(amount(dayLimit)) ? null : amount(dayLimit),
        timezone,
        currency,
        verified: command.verified ?? true,
        opening,
        day: Zone.of(timezone).dayAt(now),
      },
      ...(isZero(opening) ? {} : { posting: { kind: 'OPENING', amount: opening, balanceAfter: opening } }),
    },
    catalogue,
    world,
  );
  afterPosting(desk);
  return desk;
}
