/** The step that a sensitive action waits for, done by keys: the code is read where the operator has sent it. */
import type { Page } from 'playwright-core';
import { getsFocus, press, type } from './keyboard.js';
import type { Stage } from './stage.js';

/** @returns The message with the code, as its receiver reads it. */
export async function confirmByCode(demo: Stage, page: Page, to: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Подтвердите действие' });
  const before = await demo.letters();
  await press(dialog.getByRole('button', { name: 'Прислать код' }));
  const { text } = await demo.letterTo(to, before);
  const field = dialog.getByLabel('Код из 6 цифр');
  await getsFocus(field);
  await type(field, /\d{6}/.exec(text)?.[0] ?? '');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  return text;
}
