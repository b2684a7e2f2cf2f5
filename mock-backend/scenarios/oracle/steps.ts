import type { Command, Usage } from '../../engine/command.js';
import { type OracleAccount, numberOf, tariffOf, packageOf, optionOf } from './account.js';
import { feeNow, lineOf, optionLine, refundNow, refund, begin } from './fees.js';
import { order, charge, post, grossOf, check, alert } from './ledger.js';
import { grant, fill } from './packages.js';
import { earned, outgoing } from './rating.js';
import { Decimal, No, type OwnNumber, ZERO, add, round, text, validAt } from './state.js';
import { dayAfter, firstOfNext, local, midnightOf, nextMidnight } from './time.js';

/** The steps of the format. */

export function perform(account: OracleAccount, command: Command): void {
  const { day, month, date, length } = local(account.now);
  switch (command.do) {
    case 'number.add': {
      const tariff = tariffOf(account, command.tariff);
      const setup = new Decimal(tariff.setupFee ?? 0).plus(command.price ?? 0);
      const fee = feeNow(tariff, day);
      const minimum = round(new Decimal(tariff.minSpend ?? 0).times(length - date + 1).div(length));
      order(
        account,
        grossOf(account, tariff, setup, day)
          .plus(grossOf(account, tariff, fee, day))
          .plus(grossOf(account, tariff, minimum, day)),
      );
      const number: OwnNumber = {
        number: command.number,
        tariff,
        closed: false,
        change: null,
        changedOn: null,
        tariffs: [{ tariff, from: account.now, stay: 0 }],
        buckets: [],
        options: [],
        feeLeftOut: null,
        sliceLeftOut: null,
        packagesLeftOut: null,
        earned: new Map(),
        closeAt: null,
      };
      account.numbers.push(number);
      grant(account, number, tariff.fee?.proration === 'NONE' ? 1 : (length - date + 1) / length, day);
      charge(account, number, 'SETUP', setup, day);
      charge(account, number, 'FEE', fee, day, lineOf(account, number));
      return;
    }
    case 'tariff.change': {
      const number = numberOf(account, command.number);
      const to = tariffOf(account, command.to);
      if (number.closed) throw new No('SERVICE_CLOSED');
      if (to === number.tariff) throw new No('SAME_TARIFF');
      if (number.change) throw new No('CHANGE_ALREADY_SCHEDULED');
      if (command.effective === 'today') {
        if (number.changedOn === day) throw new No('TARIFF_CHANGED_TODAY');
        order(account, grossOf(account, to, feeNow(to, day), day).minus(refundNow(account, number, day)));
        refund(account, number, day);
        begin(account, number, to, day);
        grant(account, number, to.fee?.proration === 'NONE' ? 1 : (length - date + 1) / length, day);
        charge(account, number, 'FEE', feeNow(to, day), day, lineOf(account, number));
        number.feeLeftOut = null;
        return;
      }
      const monthly = number.tariff.fee && number.tariff.fee.charge !== 'DAILY';
      const at =
        command.effective === undefined || command.effective === 'default'
          ? monthly
            ? firstOfNext(month)
            : nextMidnight(account.now)
          : midnightOf(command.effective);
      number.change = { to, at, postponed: false };
      return;
    }
    case 'tariff.cancel': {
      const number = numberOf(account, command.number);
      if (!number.change) throw new No('NOT_FOUND');
      number.change = null;
      return;
    }
    case 'number.disconnect': {
      const number = numberOf(account, command.number);
      if (command.effective === 'today') number.closed = true;
      else
        number.closeAt =
          number.tariff.fee && number.tariff.fee.charge !== 'DAILY' ? firstOfNext(month) : nextMidnight(account.now);
      return;
    }
    case 'option.on': {
      const number = numberOf(account, command.number);
      const known = number.options.find(({ code }) => code === command.option);
      if (known?.on) return;
      const option = optionOf(account, command.option);
      const share = option.proration === 'NONE' ? new Decimal(1) : new Decimal(length - date + 1).div(length);
      const fee = round(new Decimal(option.fee ?? 0).times(share));
      order(account, grossOf(account, number.tariff, fee, day));
      if (known) known.on = true;
      else number.options.push({ code: command.option, on: true });
      charge(account, number, 'OPTION', fee, day, optionLine(account, number, command.option));
      return;
    }
    case 'option.off': {
      const option = numberOf(account, command.number).options.find(({ code }) => code === command.option);
      if (option) option.on = false;
      return;
    }
    case 'package.buy': {
      const number = numberOf(account, command.number);
      const offer = packageOf(account, command.package);
      const bought = number.buckets.some(
        (bucket) => bucket.source === 'ADDON' && bucket.package === offer.code && local(bucket.from).day === day,
      );
      if (bought) throw new No('PACKAGE_DUPLICATE');
      const price = new Decimal(offer.price ?? 0);
      order(account, grossOf(account, number.tariff, price, day));
      const to = offer.days ? dayAfter(day, offer.days - 1) : local(firstOfNext(month) - 1).day;
      fill(account, number, offer, 'ADDON', offer.amount, to);
      charge(account, number, 'PACKAGE', price, day);
      return;
    }
    case 'usage':
      usage(account, command);
      return;
    case 'payment':
      account.payments.push({ at: account.now, amount: new Decimal(command.amount) });
      account.balance = account.balance.plus(command.amount);
      if (account.promised.gt(0) && account.balance.gte(0)) {
        account.promised = ZERO;
        account.promisedUntil = null;
      }
      if (account.contacts) alert(account, 'TOP_UP', new Decimal(command.amount));
      check(account);
      return;
    case 'correction':
      if (command.number !== undefined) numberOf(account, command.number);
      post(
        account,
        command.number ?? null,
        'CORRECTION',
        new Decimal(command.amount),
        day,
        month,
        1,
        `correction ${account.entries.length}`,
        null,
      );
      return;
    case 'promised.take':
      if (account.promised.gt(0)) throw new No('PROMISED_ACTIVE');
      account.promised = new Decimal(command.amount);
      account.promisedUntil = account.now + (account.catalog.policy?.promised?.hours ?? 72) * 3_600_000;
      check(account);
      return;
    case 'alert.contact':
      account.contacts = true;
      return;
    case 'alert.settings': {
      const low = command.lowBalance ? new Decimal(command.lowBalance) : null;
      const before = account.thresholds.low;
      if (low === null || before === null || low.gt(before)) account.lowSent = false;
      account.thresholds = { low, day: command.dayLimit ? new Decimal(command.dayLimit) : null };
      check(account);
      return;
    }
    default:
      throw new Error(`the oracle does not know ${command.do}`);
  }
}

export function usage(account: OracleAccount, usage: Usage): void {
  const number = numberOf(account, usage.number);
  const start = usage.start ? Date.parse(usage.start) : account.now;
  const { tariff } = number.tariffs.filter(({ from }) => from <= start).at(-1) ?? {
    tariff: number.tariffs[0]?.tariff ?? number.tariff,
  };
  const own = local(start);
  const month = account.issued.has(own.month) ? local(account.now).month : own.month;
  const id = usage.id ?? '';
  if ((usage.direction ?? 'OUT') === 'IN') {
    const { exact, quantity } = account.numbers.some(
      ({ number: own, tariffs }) => own === usage.peer && (tariffs[0]?.from ?? 0) <= start,
    )
      ? { exact: ZERO, quantity: 0 }
      : earned(usage, tariff);
    const cap = tariff.bonus?.monthlyCap;
    const sum = number.earned.get(own.month) ?? ZERO;
    const rounded = round(exact);
    const amount = cap ? Decimal.max(0, Decimal.min(rounded, new Decimal(cap).minus(sum))) : rounded;
    number.earned.set(own.month, sum.plus(amount));
    account.rated.set(id, {
      billedSeconds: quantity,
      packaged: 0,
      amount: text(amount.neg()),
      outcome: usage.outcome ?? 'ANSWERED',
    });
    post(account, number.number, 'BONUS', amount.neg(), own.day, month, quantity, `bonus ${own.month}`, tariff);
    return;
  }
  const usable = account.issued.has(own.month) ? [] : number.buckets.filter((bucket) => validAt(bucket, start));
  const cost = outgoing(usage, start, tariff, account.catalog, usable);
  const amount = round(cost.exact);
  const kind = { CALL: 'CALLS', SMS: 'SMS', DATA: 'DATA' }[usage.service];
  const gross = grossOf(account, tariff, amount, own.day);
  account.rated.set(id, {
    billedSeconds: usage.service === 'CALL' ? cost.quantity : 0,
    packaged: cost.packaged,
    amount: text(gross),
    outcome: cost.rated ? (usage.outcome ?? 'ANSWERED') : 'UNRATED',
  });
  add(account.usageOf, own.day, gross);
  post(account, number.number, kind, amount, own.day, month, cost.quantity, `${kind} ${own.month}`, tariff);
}
