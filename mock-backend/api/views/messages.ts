import type { Message } from '../../engine/messages.js';
import { deliveryOf } from '../../engine/messages.js';
import { type Locale, localeOf } from '../messages/index.js';
import { letterOf } from '../messages/letters.js';
import { linkTo } from '../links.js';
import type { Seal } from '../seal.js';
import type { Store } from '../../store/port.js';
import type { WorldHost } from '../worlds.js';

const languageFact = (account: string): string => `language:${account}`;

/** The language that the account was last used in: messages are written in it. */
const languageOf = async (store: Store, account: string): Promise<Locale> =>
  localeOf((await store.fact(languageFact(account))) ?? undefined);

export async function rememberLanguage(store: Store, account: string, locale: Locale): Promise<void> {
  if ((await languageOf(store, account)) !== locale) await store.putFact(languageFact(account), locale);
}

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
  const messages: { readonly account: string; readonly message: Message }[] = [];
  const languages = new Map<string, Locale>();
  for await (const account of world.accounts.ids()) {
    const items = (await world.account(account))?.messages.items ?? [];
    messages.push(...items.map((message) => ({ account, message })));
    if (items.length > 0) languages.set(account, await languageOf(host.store, account));
  }
  // Of those of one instant the last one is the newest.
  messages.reverse().sort((one, other) => other.message.at - one.message.at);
  return Promise.all(
    messages.map(async ({ account, message }) => ({
      id: `${account}/${message.id}`,
      account,
      at: new Date(message.at).toISOString(),
      channel: message.channel,
      to: message.to,
      topic: message.topic,
      text: letterOf(message.topic, message.params, account, languages.get(account) ?? 'ru'),
      link: await linkOf(message, account, host.id, seal),
      delivery: deliveryOf(message, world.instant),
    })),
  );
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
