import type { Message } from '../../engine/messages.js';
import { deliveryOf } from '../../engine/messages.js';
import { linkTo } from '../links.js';
import type { Seal } from '../seal.js';
import type { WorldHost } from '../worlds.js';

/** A message as the person gets it. */
export interface OutboxMessage {
  readonly id: string;
  readonly account: string;
  readonly at: string;
  readonly channel: Message['channel'];
  readonly to: string;
  readonly topic: Message['topic'];
  readonly text: string;
  /** Where the letter leads to, relative to the server. */
  readonly link: string | null;
  readonly delivery: 'SENT' | 'DELIVERED' | 'FAILED';
}

/** What went to people of all accounts of a world, newest first. Free, and no part of any detail (ALR-3). */
export async function outboxView(host: WorldHost, seal: Seal): Promise<OutboxMessage[]> {
  const { world } = host;
  const messages = world.accounts
    .ids()
    .flatMap((account) => (world.state(account)?.messages.items ?? []).map((message) => ({ account, message })));
  messages.sort((one, other) => other.message.at - one.message.at);
  return Promise.all(
    messages.map(async ({ account, message }) => ({
      id: `${account}/${message.id}`,
      account,
      at: new Date(message.at).toISOString(),
      channel: message.channel,
      to: message.to,
      topic: message.topic,
      text: textOf(message, account),
      link: await linkOf(message, account, host.id, seal),
      delivery: deliveryOf(message, world.instant),
    })),
  );
}

/** At most two segments of an SMS, no links in it (ALR-15). */
function textOf({ topic, params }: Message, account: string): string {
  const of = `Лицевой счёт ${account}.`;
  const { value = '', balance = '', threshold = '', code = '' } = params;
  switch (topic) {
    case 'LOW_BALANCE':
      return `${of} Баланс ${spoken(value)} ниже ${spoken(threshold)}`;
    case 'DAY_LIMIT':
      return `${of} Расход за сутки ${spoken(value)} больше ${spoken(threshold)}. Связь не отключаем`;
    case 'TOP_UP':
      return `${of} Пополнение ${spoken(value)}. Баланс ${spoken(balance)}`;
    case 'TEST':
      return `${of} Проверка: уведомления приходят сюда`;
    case 'CODE':
      return `Код подтверждения ${code}. Никому его не говорите`;
    case 'INVITE':
      return `${of} Вас пригласили в личный кабинет. Приглашение действует 72 часа`;
    case 'OWNER_OFFER':
      return `${of} Вам передают договор. Подтвердите это в личном кабинете`;
  }
}

/** `1 000,50 ₽`: what the letter says, not what anything is reckoned by. */
function spoken(amount: string): string {
  const [whole = '', fraction] = amount.replace('-', '−').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return `${grouped}${fraction === undefined ? '' : `,${fraction}`} ₽`;
}

async function linkOf(message: Message, account: string, world: string, seal: Seal): Promise<string | null> {
  const { code, contact, invitation, secret } = message.params;
  if (message.topic === 'INVITE' && invitation !== undefined && secret !== undefined) {
    return linkTo({ do: 'invite.accept', world, account, invitation, secret }, seal);
  }
  if (message.topic === 'CODE' && message.channel === 'EMAIL' && code !== undefined && contact !== undefined) {
    return linkTo({ do: 'contact.confirm', world, account, contact, code }, seal);
  }
  return null;
}
