import * as routes from '../contract/usage.routes.js';
import type { App, AppParts } from '../app.js';
import { DEFAULT_LIMIT, positionOf, sealCursor } from '../cursor.js';
import { requireConfirmation } from '../auth/sensitive.js';
import { fail } from '../errors.js';
import { bookOf, filterOf } from '../views/book.js';
import { entryExplanation } from '../views/explain.js';
import { groupsView, totalsView, usageView } from '../views/usage.js';
import { answer, command, done, open } from './serve.js';

export function addUsage(app: App, parts: AppParts): void {
  const { seal } = parts;
  app.openapi(routes.listUsage, async (c) => {
    const { account } = c.req.valid('param');
    const { cursor, limit = DEFAULT_LIMIT, offset, ...query } = c.req.valid('query');
    const reader = await open(c, account);
    reader.require('detail.read');
    const filter = filterOf(reader, query);
    const book = await bookOf(reader);
    const list = `usage ${account} ${JSON.stringify(filter)}`;
    const after = async (sealed: string) => positionOf((id) => book.after(filter, id), list, sealed, seal);
    const start = offset ?? (cursor === undefined ? 0 : await after(cursor));
    const page = book.page(filter, start, limit);
    const last = page.entries.at(-1);
    const more = last !== undefined && start + page.entries.length < page.count;
    return answer(c, {
      account,
      items: page.entries.map((entry) => usageView(entry, filter.basis ?? 'OWN', reader, c.get('locale'))),
      totals: totalsView(book.totals(filter), reader),
      offset: start,
      nextCursor: more ? await sealCursor(list, last.id, seal) : null,
      asOf: reader.asOf,
    });
  });

  app.openapi(routes.groupUsage, async (c) => {
    const { by, ...query } = c.req.valid('query');
    const reader = await open(c, c.req.valid('param').account);
    reader.require('detail.read');
    const filter = filterOf(reader, query);
    const book = await bookOf(reader);
    return answer(c, groupsView(book.groups(filter, by, reader.state.day), by, reader, c.get('locale')));
  });

  app.openapi(routes.exportUsage, async (c) => {
    const { account } = c.req.valid('param');
    const { number } = c.req.valid('json');
    const reader = await open(c, account);
    const of = number === undefined ? {} : { number: reader.number(number).number };
    reader.require('detail.export', of.number);
    const step = { do: 'detail.export', account, ...of } as const;
    await requireConfirmation(c, parts, reader, step);
    await command(c, step);
    return done(c, { at: reader.asOf });
  });

  app.openapi(routes.explainUsage, async (c) => {
    const { account, id } = c.req.valid('param');
    const reader = await open(c, account);
    reader.require('detail.read');
    return answer(c, (await entryExplanation(reader, id)) ?? fail('NOT_FOUND'));
  });
}
