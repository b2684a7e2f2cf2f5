import type { z } from '@hono/zod-openapi';
import { Exact, max, parseAmount, round, scaleOf, sign } from '../../engine/money.js';
import type { TopUpOrder } from '../../engine/topup/state.js';
import { maskContact } from '../../engine/access/mask.js';
import { fail } from '../errors.js';
import type { AutoPay, TopUp, TopUpOffer, TopUpQuote, TopUpReceipt } from '../contract/topups.js';
import type { Reader } from '../reader.js';
import { balanceView } from './balance.js';

const PRESETS = ['100', '300', '500', '1000'];
/** Percent of the sum that each method costs the payer. The demo operator takes nothing. */
const COMMISSION: Readonly<Record<'CARD' | 'SBP' | 'INVOICE', string>> = { CARD: '0', SBP: '0', INVOICE: '0' };

/** Where the payer is sent: the provider's own page for an order. */
export type PageOf = (topup: string) => string;

/** What the form of topping up needs. */
export function topUpOfferView(reader: Reader, pageOf: ReadonlyMap<string, string>): z.infer<typeof TopUpOffer> {
  const { state, catalogue } = reader;
  const { minTopUp, maxTopUp } = catalogue.policy;
  const at = (text: string) => reader.money(parseAmount(text, scaleOf(state.currency)) ?? text);
  const pending = state.topups.orders.findLast((order) => order.state === 'PENDING' && !order.auto);
  return {
    methods: (['CARD', 'SBP', 'INVOICE'] as const).map((method) => ({
      method,
      min: at(minTopUp),
      max: at(maxTopUp),
      commissionPercent: COMMISSION[method],
    })),
    presets: PRESETS.map(at),
    suggested: suggestedSum(reader),
    receiptRequired: state.kind === 'INDIVIDUAL',
    pending: pending === undefined ? null : topUpView(pending, reader, pageOf.get(pending.id) ?? null),
    autopay: autoPayView(reader),
    asOf: reader.asOf,
  };
}

/** What is missing, rounded up to a whole unit of the currency (TOP-6). */
function suggestedSum(reader: Reader) {
  const missing = balanceView(reader, new Set()).toUnlock?.value ?? null;
  if (missing === null || sign(missing) <= 0) return null;
  const whole = new Exact(missing).ceil();
  const scale = scaleOf(reader.state.currency);
  return reader.money(max(round(whole, scale), round(new Exact(1), scale)));
}

/** The commission is the provider's, on top of the sum and never hidden in it. */
export function quoteView(amount: string, method: 'CARD' | 'SBP', reader: Reader): z.infer<typeof TopUpQuote> {
  const scale = scaleOf(reader.state.currency);
  const commission = round(new Exact(amount).times(COMMISSION[method]).div(100), scale);
  const total = round(new Exact(amount).plus(commission), scale);
  return { amount: reader.money(amount), commission: reader.money(commission), total: reader.money(total) };
}

export function topUpView(order: TopUpOrder, reader: Reader, page: string | null): z.infer<typeof TopUp> {
  const open = order.state === 'PENDING' && !order.auto;
  return {
    id: order.id,
    ...quoteView(order.amount, order.method, reader),
    method: order.method,
    state: order.state,
    auto: order.auto,
    reason: order.reason,
    redirectUrl: open ? page : null,
    qr: open && order.method === 'SBP' ? page : null,
    createdAt: reader.zone.format(order.createdAt),
    expiresAt: reader.zone.format(order.expiresAt),
    settledAt: order.settledAt === null ? null : reader.zone.format(order.settledAt),
  };
}

/** @throws {ApiProblem} `PAYMENT_PENDING`, or `PAYMENT_FAILED` with the reason, when no money has come. */
export function receiptView(order: TopUpOrder, reader: Reader): z.infer<typeof TopUpReceipt> {
  const { id, state, amount, method, reason, receipt, txn, settledAt } = order;
  if (state === 'PENDING') fail('PAYMENT_PENDING', { headers: { 'Retry-After': '5' } });
  if (state !== 'SUCCEEDED' || txn === null || settledAt === null) {
    return fail('PAYMENT_FAILED', { params: { reason: reason ?? state } });
  }
  return {
    topup: id,
    amount: reader.money(amount),
    method,
    paidAt: reader.zone.format(settledAt),
    transaction: txn,
    sentTo: receipt === null ? null : maskContact(receipt),
  };
}

export function autoPayView(reader: Reader): z.infer<typeof AutoPay> | null {
  const { autopay } = reader.state.topups;
  if (autopay === null) return null;
  return {
    trigger: autopay.trigger,
    threshold: reader.moneyOrNull(autopay.threshold),
    day: autopay.day,
    amount: reader.money(autopay.amount),
    monthlyCap: reader.moneyOrNull(autopay.monthlyCap),
    since: reader.zone.format(autopay.since),
  };
}
