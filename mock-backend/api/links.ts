/** Links of letters: they are opened without signing in, and change nothing until a button is pressed. @see domain.md ALR-5, ADM-6 */
import { html } from 'hono/html';
import { z } from 'zod';
import { Refusal } from '../engine/errors.js';
import type { Command } from '../engine/command.js';
import type { App, AppParts } from './app.js';
import type { ApiContext } from './env.js';
import type { Seal } from './seal.js';

const Link = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('contact.confirm'),
    world: z.string(),
    account: z.string(),
    contact: z.string(),
    code: z.string(),
  }),
  z.strictObject({
    do: z.literal('invite.accept'),
    world: z.string(),
    account: z.string(),
    invitation: z.string(),
    secret: z.string(),
  }),
]);
export type Link = z.infer<typeof Link>;

/** Address of a link, relative to the server. */
export const linkTo = async (link: Link, seal: Seal): Promise<string> => `/links/${await seal.close('link', link)}`;

const TEXTS = {
  ru: {
    'contact.confirm': { ask: 'Подтвердить адрес для уведомлений?', do: 'Подтвердить', done: 'Адрес подтверждён' },
    'invite.accept': { ask: 'Принять приглашение в личный кабинет?', do: 'Принять', done: 'Доступ открыт' },
    over: 'Ссылка устарела. Запросите новую',
  },
  en: {
    'contact.confirm': { ask: 'Confirm the address for alerts?', do: 'Confirm', done: 'The address is confirmed' },
    'invite.accept': { ask: 'Accept the invitation to the account?', do: 'Accept', done: 'You have access now' },
    over: 'The link has expired. Ask for a new one',
  },
} as const;

const page = (language: string, text: string, action: unknown = '') =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${text}</title>
      </head>
      <body>
        <main>
          <h1>${text}</h1>
          ${action}
        </main>
      </body>
    </html>`;

export function addLinks(app: App, { seal, worlds }: AppParts): void {
  const read = async (c: ApiContext): Promise<Link | null> => {
    const link = Link.safeParse(await seal.open('link', c.req.param('link') ?? ''));
    return link.success ? link.data : null;
  };
  const textsOf = (c: ApiContext) => {
    const language = c.get('locale') ?? 'ru';
    return { language, t: TEXTS[language] };
  };
  const secure = {
    'Content-Security-Policy': "default-src 'none'; form-action 'self'; base-uri 'none'",
    'Referrer-Policy': 'no-referrer',
  };

  app.get('/links/:link', async (c) => {
    const { language, t } = textsOf(c);
    const link = await read(c);
    if (!link) return c.html(page(language, t.over), 410, secure);
    const words = t[link.do];
    return c.html(
      page(language, words.ask, html`<form method="post"><button>${words.do}</button></form>`),
      200,
      secure,
    );
  });

  app.post('/links/:link', async (c) => {
    const { language, t } = textsOf(c);
    const link = await read(c);
    const host = link && worlds.get(link.world);
    if (!link || !host) return c.html(page(language, t.over), 410, secure);
    const { world: _world, ...step } = link;
    try {
      const world = await host.present();
      const receipt = await world.perform(step satisfies Command);
      host.touched();
      const failed = link.do === 'contact.confirm' && receipt['confirmed'] !== true;
      return c.html(page(language, failed ? t.over : t[link.do].done), failed ? 410 : 200, secure);
    } catch (error) {
      if (error instanceof Refusal) return c.html(page(language, t.over), 410, secure);
      throw error;
    }
  });
}
