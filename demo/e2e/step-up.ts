import type { Page } from 'playwright-core';
import { soon } from './pages.js';

/** What the browser writes when a request waits for its code: the answer is a 401. */
export const isStep = (complaint: string): boolean => /status of 401/.test(complaint);

/** Confirms the action of a widget as a subscriber does: the code is read in the demo's outbox. */
export async function confirmByCode(page: Page, tag: string): Promise<void> {
  const outbox = async (): Promise<readonly { id: string; text: string }[]> => {
    const { items }: { items: { id: string; text: string }[] } = await (
      await page.request.get(new URL('/site/outbox', page.url()).href)
    ).json();
    return items;
  };
  const widget = page.locator(tag);
  const before = (await outbox())[0]?.id;
  await widget.getByRole('button', { name: 'Прислать код' }).click();
  await soon('the code in the outbox', async () => (await outbox())[0]?.id !== before);
  const code = /\d{6}/.exec((await outbox())[0]?.text ?? '')?.[0] ?? '';
  await widget.getByLabel('Код из 6 цифр').fill(code);
  await widget.getByRole('button', { name: 'Подтвердить' }).click();
}
