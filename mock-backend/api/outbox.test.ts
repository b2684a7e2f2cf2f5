import { describe, it } from 'node:test';
import { expect } from 'chai';
import { createApp } from './app.js';
import { Worlds } from './worlds.js';
import { MemoryStore } from '../store/memory.js';

const ADMIN = { 'X-Admin-Key': 'a key for this test', 'Content-Type': 'application/json' };
const AT = '2026-11-01T10:00:00+03:00';
const EMAIL = 'i.ivanova@example.org';

interface Message {
  readonly to: string;
  readonly channel: string;
  readonly topic: string;
  readonly text: string;
  readonly link: string | null;
}

/** A server with one account, its owner, and the way into both. */
async function server() {
  const worlds = new Worlds(() => Promise.resolve(new MemoryStore()));
  const app = createApp({ worlds, clients: [], adminKey: ADMIN['X-Admin-Key'] });
  const admin = async (method: string, path: string, body?: unknown) => {
    const init = { method, headers: ADMIN, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    return app.request(`/admin/worlds${path}`, init);
  };
  await admin('POST', '', { id: 'w', start: AT });
  const step = (command: object) => admin('POST', '/w/steps', { at: AT, ...command });
  await step({ do: 'account.open', account: '1', opening: '1000' });
  await step({ do: 'user.grant', account: '1', user: 'owner', product: 'CORE', level: 'OWNER' });
  const { token }: { token: string } = await (await admin('POST', '/w/tokens', { user: 'owner' })).json();
  let keys = 0;
  return {
    app,
    admin,
    call: (method: string, path: string, body: object, language = 'ru') =>
      app.request(`/v1/accounts/1/${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Accept-Language': language,
          'Idempotency-Key': `outbox-${(keys += 1)}`,
        },
        body: JSON.stringify(body),
      }),
    outbox: async (): Promise<readonly Message[]> => {
      const { items }: { items: Message[] } = await (await admin('GET', '/w/messages')).json();
      return items;
    },
    contact: () => worlds.get('w')?.world.peek('1')?.contacts.items[0],
    users: () => Object.keys(worlds.get('w')?.world.peek('1')?.users ?? {}),
  };
}
const withContact = async () => {
  const made = await server();
  await made.call('POST', 'alerts/contacts', { value: EMAIL, lowBalance: true, dayLimit: false, topUp: true });
  return made;
};

describe('the outbox of SMS and mail', () => {
  it('opens to nobody without the key', async () => {
    const { app } = await server();
    expect((await app.request('/admin/worlds/w/messages')).status).to.equal(401);
    const wrong = { headers: { 'X-Admin-Key': 'another key' } };
    expect((await app.request('/admin/worlds/w/messages', wrong)).status).to.equal(401);
  });

  it('has the code and the link of a letter, in the language that the account is used in', async () => {
    const { outbox, call } = await withContact();
    const [letter] = await outbox();
    expect(letter).to.include({ to: EMAIL, channel: 'EMAIL', topic: 'CODE' });
    expect(letter?.text).to.match(/^Код подтверждения \d{6}\. Никому его не говорите$/);
    expect(letter?.link).to.match(/^\/links\/[\w.-]+$/);
    await call('PUT', 'alerts', { lowBalance: null, dayLimit: null }, 'en-GB,en;q=0.9');
    expect((await outbox())[0]?.text).to.match(/^Confirmation code \d{6}\. Tell it to nobody$/);
  });

  it('writes sums as the language does', async () => {
    const { outbox, call, admin, contact } = await withContact();
    const code = contact()?.asked?.code ?? '';
    await call('POST', `alerts/contacts/${contact()?.id ?? ''}/confirmation`, { code });
    await admin('POST', '/w/steps', { at: AT, do: 'payment', account: '1', amount: '1234.5', txn: 't1' });
    expect((await outbox())[0]?.text).to.equal(
      'Лицевой счёт 1. Пополнение 1\u00a0234,50\u00a0₽. Баланс 2\u00a0234,50\u00a0₽',
    );
    await call('PUT', 'alerts', { lowBalance: null, dayLimit: null }, 'en');
    expect((await outbox())[0]?.text).to.equal('Account 1. Topped up by ₽1,234.50. Balance ₽2,234.50');
  });
});

describe('links of letters', () => {
  const open = async (made: Awaited<ReturnType<typeof server>>, language = 'ru') => {
    const [letter] = await made.outbox();
    const link = letter?.link ?? expect.fail('no link');
    const headers = { 'Accept-Language': language };
    return {
      look: () => made.app.request(link, { headers }),
      press: () => made.app.request(link, { method: 'POST', headers }),
      link,
    };
  };

  it('ask first and change nothing until the button is pressed: mail scanners open every link', async () => {
    const made = await withContact();
    const { look, press } = await open(made);
    const page = await look();
    expect([page.status, page.headers.get('content-security-policy')]).to.deep.equal([
      200,
      "default-src 'none'; form-action 'self'; base-uri 'none'",
    ]);
    expect(await page.text()).to.contain('Подтвердить адрес для уведомлений?');
    expect(made.contact()?.confirmed).to.equal(false);
    const done = await press();
    expect([done.status, (await done.text()).includes('Адрес подтверждён')]).to.deep.equal([200, true]);
    expect(made.contact()?.confirmed).to.equal(true);
  });

  it('speak English to those who read it', async () => {
    const { look } = await open(await withContact(), 'en');
    expect(await (await look()).text()).to.contain('Confirm the address for alerts?');
  });

  it('let an invited one in, once', async () => {
    const made = await server();
    const levels = { CORE: 'USER', BILLING: 'USER' };
    await made.call('POST', 'invitations', { contact: 'guest@example.org', name: 'Guest', levels, numbers: null });
    const { press } = await open(made);
    expect((await press()).status).to.equal(200);
    expect(made.users()).to.include('guest@example.org');
    expect((await press()).status).to.equal(410);
  });

  it('that were made up, cut or spent say only that they are over', async () => {
    const made = await withContact();
    const { link } = await open(made);
    for (const wrong of ['/links/nothing', link.slice(0, -3), `${link}x`]) {
      for (const method of ['GET', 'POST']) {
        const answer = await made.app.request(wrong, { method });
        expect([answer.status, (await answer.text()).includes('устарела')]).to.deep.equal([410, true]);
      }
    }
    expect(made.contact()?.confirmed).to.equal(false);
  });
});
