/** Folds events into the state of an account. The only place where state changes. */
import { addMonths, firstDay, monthOf, Zone } from './calendar.js';
import type { Event } from './events.js';
import { applyEntry, applyPosting } from './applyEntry.js';
import { plus, scaleOf, zero } from './money.js';
import { applyCart, noCart } from './cart/state.js';
import { applyDocument, noDocuments } from './documents/state.js';
import { applyProduct, noProducts } from './products/state.js';
import { applyAccess, noAccess } from './access/state.js';
import { applyContact, noContacts } from './contacts/state.js';
import { noMessages, tell } from './messages.js';
import { applyStepUp, noStepUps } from './stepup/state.js';
import { applySip, dropSipOf, noSip } from './sip/state.js';
import { applyTopUp, noTopUps } from './topup/state.js';
import type { AccountState, Bucket, NumberState } from './state.js';

type Of<T extends Event['type']> = Extract<Event, { type: T }>;

/** The state that `account.opened` begins. */
export function opened(event: Of<'account.opened'>): AccountState {
  const { account } = event;
  const none = zero(scaleOf(account.currency));
  return {
    id: account.id,
    kind: account.kind,
    billingMode: account.billingMode,
    creditLimit: account.creditLimit,
    dayLimit: account.dayLimit,
    timezone: account.timezone,
    currency: account.currency,
    verified: account.verified,
    openedAt: event.at,
    openedOn: account.day,
    opening: account.opening,
    day: account.day,
    balance: account.opening,
    reserved: none,
    promised: null,
    promisedTaken: [],
    locks: {},
    spent: { usage: none, counted: none },
    numbers: [],
    payments: [],
    paid: {},
    months: {},
    closed: { month: addMonths(monthOf(account.day), -1), closing: account.opening },
    bills: [],
    contacts: noContacts(),
    messages: noMessages(),
    alerts: { lowBalance: null, dayLimit: null, lowSent: false, daySentOn: null },
    unrated: [],
    sims: [],
    lostSims: [],
    sip: noSip(),
    documents: noDocuments(),
    products: noProducts(),
    topups: noTopUps(),
    cart: noCart(),
    users: {},
    access: noAccess(),
    stepUps: noStepUps(),
    quotes: {},
    entries: 0,
  };
}

/** Folds one event into the state, in place. */
export function apply(state: AccountState, event: Event): void {
  switch (event.type) {
    case 'account.opened':
      throw new Error(`account ${state.id} is open already`);
    case 'day.began': {
      const none = zero(scaleOf(state.currency));
      state.day = event.day;
      state.spent = { usage: none, counted: none };
      return;
    }
    case 'number.connected':
      return connect(state, event);
    case 'number.closing':
      numberOf(state, event.number).closing = event.on;
      return;
    case 'number.closed':
      dropSipOf(state.sip, event.number);
      return close(numberOf(state, event.number), event);
    case 'tariff.changed':
      return changeTariff(numberOf(state, event.number), event);
    case 'change.scheduled':
      numberOf(state, event.number).change = { to: event.to, effective: event.effective, state: 'SCHEDULED' };
      return;
    case 'change.postponed': {
      const { change } = numberOf(state, event.number);
      if (change) Object.assign(change, { effective: event.effective, state: 'POSTPONED' });
      return;
    }
    case 'change.cancelled':
      Object.assign(numberOf(state, event.number), { change: null, lastChange: 'CANCELLED' });
      return;
    case 'quote.made':
      state.quotes[event.quote.id] = event.quote;
      return;
    case 'quote.expired':
      delete state.quotes[event.id];
      return;
    case 'option.switched': {
      const { options } = numberOf(state, event.number);
      const option = options.find(({ code }) => code === event.option);
      if (option) option.on = event.on;
      else options.push({ code: event.option, on: event.on });
      return;
    }
    case 'bucket.granted': {
      const number = numberOf(state, event.number);
      number.buckets.push({ ...event.bucket });
      if (event.month !== undefined) number.basePackages = event.month;
      return;
    }
    case 'bucket.ended':
      bucketOf(numberOf(state, event.number), event.bucket).endedAt = event.at;
      return;
    case 'bucket.carried': {
      const number = numberOf(state, event.number);
      Object.assign(bucketOf(number, event.from), { remaining: 0, carriedTo: event.bucket.id });
      number.buckets.push({ ...event.bucket });
      return;
    }
    case 'fee.waits':
      numberOf(state, event.number).waits = event.month;
      return;
    case 'entry.posted':
      return applyEntry(state, event);
    case 'payment.made':
      state.payments.push({ ...event.payment });
      if (event.posting) pay(state, event.at, event.payment.amount);
      return applyPosting(state, event.posting);
    case 'payment.refunded': {
      const payment = state.payments.find(({ txn, provider }) => txn === event.txn && provider === event.provider);
      if (payment) payment.refunded = plus(payment.refunded, event.amount);
      pay(state, event.at, event.posting.amount);
      return applyPosting(state, event.posting);
    }
    case 'payment.reversed': {
      const payment = state.payments.find(({ txn, provider }) => txn === event.txn && provider === event.provider);
      if (payment) payment.reversed = true;
      pay(state, event.at, event.posting.amount);
      return applyPosting(state, event.posting);
    }
    case 'promised.taken':
      state.promised = { amount: event.amount, until: event.until };
      state.promisedTaken.push(event.at);
      return;
    case 'promised.ended':
      state.promised = null;
      return;
    case 'lock.set':
      state.locks[event.lock] = event.at;
      return;
    case 'lock.lifted':
      delete state.locks[event.lock];
      return;
    case 'alert.set':
      state.alerts.lowBalance = event.lowBalance;
      state.alerts.dayLimit = event.dayLimit;
      return;
    case 'alert.armed':
      state.alerts.lowSent = false;
      return;
    case 'alert.sent':
      if (event.event === 'LOW_BALANCE') state.alerts.lowSent = true;
      if (event.event === 'DAY_LIMIT') state.alerts.daySentOn = state.day;
      return tell(state, event);
    case 'month.closed':
      return closeMonth(state, event);
    case 'forwarding.changed':
      numberOf(state, event.number).forwarding = event.rules.map((rule) => ({ ...rule }));
      return;
    case 'sim.added':
      state.sims.push(event.iccid);
      if (event.form === 'ESIM') state.esims = { ...state.esims, [event.iccid]: 'RELEASED' };
      return;
    case 'sim.profiled':
      state.esims = { ...state.esims, [event.iccid]: event.profile };
      return;
    case 'sim.bound': {
      const number = numberOf(state, event.number);
      number.sim = event.iccid;
      number.simUse = { day: event.day, count: number.simUse?.day === event.day ? number.simUse.count + 1 : 1 };
      return;
    }
    case 'sim.unbound':
      numberOf(state, event.number).sim = null;
      return;
    case 'sim.lost':
      state.lostSims.push(event.iccid);
      return;
    case 'sip.created':
    case 'sip.deleted':
    case 'sip.reset':
    case 'sip.configured':
    case 'sip.referred':
    case 'sip.registered':
    case 'sip.refused':
      return applySip(state.sip, event);
    case 'card.set':
    case 'papers.viewed':
    case 'file.stored':
    case 'file.deleted':
    case 'file.reviewed':
    case 'request.submitted':
    case 'request.supplied':
    case 'request.decided':
      return applyDocument(state.documents, event);
    case 'identity.set':
      // Asking to confirm the data takes nothing away; only a decision does.
      if (event.identity === 'VERIFIED') state.verified = true;
      if (event.identity === 'REJECTED' || event.identity === 'NOT_VERIFIED') state.verified = false;
      return applyDocument(state.documents, event);
    case 'product.connected':
    case 'product.changed':
    case 'product.scheduled':
    case 'product.closing':
    case 'product.closed':
      return applyProduct(state.products, event);
    case 'cart.put':
    case 'cart.expired':
    case 'cart.removed':
    case 'address.added':
    case 'order.quoted':
    case 'order.expired':
      return applyCart(state.cart, event);
    case 'topup.created':
    case 'topup.settled':
    case 'topup.held':
    case 'invoice.issued':
    case 'invoice.paid':
    case 'autopay.set':
      return applyTopUp(state.topups, event);
    case 'alert.contact':
    case 'contact.asked':
    case 'contact.missed':
    case 'contact.confirmed':
    case 'contact.changed':
    case 'contact.removed':
    case 'contact.tested':
    case 'contact.bounced':
      applyContact(state.contacts, event);
      return tell(state, event);
    case 'stepup.asked':
    case 'stepup.missed':
    case 'stepup.passed':
      applyStepUp(state.stepUps, event);
      return tell(state, event);
    case 'user.granted':
    case 'user.scoped':
    case 'user.removed':
    case 'user.invited':
    case 'invite.resent':
    case 'invite.revoked':
    case 'invite.accepted':
    case 'owner.offered':
    case 'owner.declined':
    case 'owner.accepted':
    case 'audit.noted':
      applyAccess(state.users, state.access, event);
      return tell(state, event);
  }
}

/** The number of the account. @throws {Error} If an event names a number that the account does not have. */
export function numberOf(state: AccountState, number: string): NumberState {
  const found = state.numbers.find((candidate) => candidate.number === number);
  if (!found) throw new Error(`account ${state.id} has no number ${number}`);
  return found;
}

function bucketOf(number: NumberState, id: string): Bucket {
  const found = number.buckets.find((bucket) => bucket.id === id);
  if (!found) throw new Error(`number ${number.number} has no bucket ${id}`);
  return found;
}

function connect(state: AccountState, event: Of<'number.connected'>): void {
  const stay = { tariff: event.tariff, from: event.at, fromDay: event.day, until: null };
  const known = state.numbers.find(({ number }) => number === event.number);
  if (known) {
    known.stays.push({ id: known.stays.length, ...stay });
    Object.assign(known, {
      kind: event.kind,
      main: event.main,
      status: 'ACTIVE',
      holdUntil: null,
      setUp: known.setUp || event.setUp,
      paidThrough: null,
      changedOn: null,
      lastChange: null,
    });
    return;
  }
  state.numbers.push({
    number: event.number,
    kind: event.kind,
    main: event.main,
    status: 'ACTIVE',
    holdUntil: null,
    setUp: event.setUp,
    stays: [{ id: 0, ...stay }],
    paidThrough: null,
    byDay: null,
    waits: null,
    basePackages: null,
    change: null,
    lastChange: null,
    changedOn: null,
    closing: null,
    options: [],
    buckets: [],
    bonus: {},
    forwarding: [],
    sim: null,
    simUse: null,
  });
}

/** Disconnecting takes the SIM, the forwarding, the options and the change to come with it (SRV-57). */
function close(number: NumberState, event: Of<'number.closed'>): void {
  endStay(number, event.at);
  Object.assign(number, {
    status: 'HOLD',
    holdUntil: event.holdUntil,
    closing: null,
    change: null,
    paidThrough: null,
    byDay: null,
    waits: null,
    forwarding: [],
    sim: null,
  });
  for (const option of number.options) option.on = false;
}

function changeTariff(number: NumberState, event: Of<'tariff.changed'>): void {
  endStay(number, event.at);
  number.stays.push({
    id: number.stays.length,
    tariff: event.to,
    from: event.at,
    fromDay: event.day,
    until: null,
  });
  Object.assign(number, {
    change: null,
    lastChange: 'APPLIED',
    changedOn: event.day,
    paidThrough: null,
    byDay: null,
    waits: null,
    basePackages: null,
  });
}

function endStay(number: NumberState, at: number): void {
  const stay = number.stays.at(-1);
  if (stay && stay.until === null) stay.until = at;
}

function pay(state: AccountState, at: number, amount: string): void {
  const month = Zone.of(state.timezone).monthAt(at);
  state.paid[month] = plus(state.paid[month] ?? zero(scaleOf(state.currency)), amount);
}

/** Growing lines of a closed month are forgotten, and with them the buckets that only its records could draw on. */
function closeMonth(state: AccountState, event: Of<'month.closed'>): void {
  state.closed = { month: event.month, closing: event.closing };
  delete state.months[event.month];
  if (event.bill) state.bills.push(event.bill);
  const end = Zone.of(state.timezone).startOf(firstDay(addMonths(event.month, 1)));
  for (const number of state.numbers) {
    number.buckets = number.buckets.filter(({ endedAt }) => endedAt === null || endedAt > end);
  }
}
