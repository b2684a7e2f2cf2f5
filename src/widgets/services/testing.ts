import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../define/services.js';
import { type Mounted, type MountOptions, mountWithBackend } from '../../testing/mount.js';
import type { LkServices } from './services.js';

/** What the tests of this folder share: a small world on 23 November 2026, and ways to read and press. */

export const MOBILE = '+79990009001';
export const CITY = '+74950009002';

const at = '2026-11-20T12:00:00+03:00';
const min = (code: string, amount: number) => ({ code, kind: 'VOICE', amount: amount * 60 });
const voice = (price: string) => [{ steps: [{ fromSec: 0, price, perSec: 60, incrementSec: 60 }] }];

/** An individual with two numbers and 1 000 roubles, and a neighbour who wants the same numbers. */
export const world = (more: { opening?: string; verified?: boolean; steps?: readonly object[] } = {}) => ({
  scenario: 'services',
  title: 'A subscriber with two numbers',
  timezone: 'Europe/Moscow',
  currency: 'RUB',
  start: at,
  catalog: {
    tariffs: [
      {
        code: 'start',
        name: 'Старт',
        kinds: ['MOBILE'],
        fee: { amount: '300.00' },
        packages: ['min300'],
        voice: voice('2.50'),
      },
      {
        code: 'plus',
        name: 'Плюс',
        kinds: ['MOBILE'],
        fee: { amount: '600.00' },
        packages: ['min600'],
        voice: voice('2.00'),
        options: ['record'],
      },
      { code: 'pro', name: 'Для бизнеса', kinds: ['MOBILE'], personKinds: ['LEGAL'], fee: { amount: '900.00' } },
      { code: 'city', name: 'Городской', kinds: ['GEOGRAPHIC'], fee: { amount: '150.00' }, setupFee: '50.00' },
    ],
    packages: [
      min('min300', 300),
      min('min600', 600),
      { code: 'sms50', kind: 'SMS', amount: 50, price: '40.00', days: 30 },
    ],
    options: [
      { code: 'record', name: 'Запись разговоров', fee: '90.00' },
      { code: 'antispam', name: 'Антиспам', kinds: ['MOBILE'] },
      { code: 'fmc', name: 'FMC', fee: '30.00', kinds: ['MOBILE'], excludes: ['antispam'] },
    ],
  },
  steps: [
    { at, do: 'account.open', account: '1', opening: more.opening ?? '1500.00', verified: more.verified ?? true },
    { at, do: 'user.grant', account: '1', user: 'anna', product: 'CORE', level: 'OWNER' },
    { at, do: 'user.grant', account: '1', user: 'boris', product: 'CORE', level: 'USER' },
    { at, do: 'user.grant', account: '1', user: 'boris', product: 'TELEPHONY', level: 'USER' },
    { at, do: 'number.add', account: '1', number: MOBILE, tariff: 'start', main: true },
    { at, do: 'number.add', account: '1', number: CITY, kind: 'GEOGRAPHIC', tariff: 'city' },
    { at, do: 'option.on', number: MOBILE, option: 'antispam' },
    { at, do: 'account.open', account: '2', opening: '5000.00' },
    { at, do: 'user.grant', account: '2', user: 'neighbour', product: 'CORE', level: 'OWNER' },
    ...(more.steps ?? []),
    { at: '2026-11-23T09:00:00+03:00', do: 'clock' },
  ],
});

export interface Shown {
  readonly element: LkServices;
  readonly mounted: Mounted;
}

/** @param view - Where it begins. In a tab that has seen nothing yet. */
export async function show(options: MountOptions, view?: string): Promise<Shown> {
  sessionStorage.clear();
  const mounted = await mountWithBackend(options);
  const element = await fixture<LkServices>(
    html`<lk-services .session=${mounted.session} .view=${view}></lk-services>`,
  );
  await settled(element);
  return { element, mounted };
}

/** Another element on the same page, of the same user. */
export async function beside({ mounted }: Shown, view?: string): Promise<LkServices> {
  const element = await fixture<LkServices>(
    html`<lk-services .session=${mounted.session} .view=${view}></lk-services>`,
  );
  await settled(element);
  return element;
}

/** As after a reload of the page: the tab remembers what it may, the page nothing. */
export async function reloaded({ mounted }: Shown, user: string, view: string): Promise<LkServices> {
  const session = mounted.as(user);
  const element = await fixture<LkServices>(html`<lk-services .session=${session} .view=${view}></lk-services>`);
  await settled(element);
  return element;
}

/** The operator sells a tariff no longer. */
export function archive({ backend }: Mounted, code: string): void {
  const tariff = backend.host.seed.catalog.tariffs?.find((one) => one.code === code);
  expect(tariff, `a tariff ${code}`).not.to.equal(undefined);
  Object.assign(tariff ?? {}, { status: 'ARCHIVE' });
}

export const squeeze = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

export const within = (element: LkServices, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

export const all = (element: LkServices, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];

export const text = (element: LkServices, selector = '.w'): string => squeeze(within(element, selector)?.textContent);

/** Waits until nothing is loading and nothing is being sent. */
export async function settled(element: LkServices): Promise<void> {
  await element.updateComplete;
  await waitUntil(
    () =>
      !['pending', 'refreshing'].includes(element.status) &&
      within(element, '.sk, .spin') === null &&
      within(element, '.w') !== null,
    `the answer is shown: ${text(element)}`,
    { timeout: 20_000 },
  );
  await element.updateComplete;
}

/** Waits for words to be on screen. */
export async function appears(element: LkServices, words: string): Promise<void> {
  await until(element, words, () => text(element).includes(words));
  await settled(element);
}

/** Waits for words to be gone from the screen. */
export async function vanishes(element: LkServices, words: string): Promise<void> {
  await until(element, `no ${words}`, () => !text(element).includes(words));
  await settled(element);
}

async function until(element: LkServices, what: string, holds: () => boolean): Promise<void> {
  await waitUntil(holds, what, { timeout: 20_000 }).catch(() => {
    throw new Error(`waited for "${what}" in "${text(element)}"`);
  });
}

export async function press(element: LkServices, label: string): Promise<void> {
  const found = all(element, 'button').find(
    (button) => squeeze(button.textContent).startsWith(label) || squeeze(button.ariaLabel) === label,
  );
  expect(found, `a button "${label}" in "${text(element)}"`).not.to.equal(undefined);
  found?.click();
  await element.updateComplete;
}

/** Chooses a row or a segment by its words. */
export async function pick(element: LkServices, label: string): Promise<void> {
  const found = all(element, 'label').find((one) => squeeze(one.textContent).startsWith(label));
  const input = found?.querySelector('input');
  expect(input, `a choice "${label}" in "${text(element)}"`).not.to.equal(undefined);
  input?.click();
  await element.updateComplete;
}

export async function type(element: LkServices, id: string, value: string): Promise<void> {
  const input = within(element, `#${id}`);
  if (!(input instanceof HTMLInputElement)) throw new Error(`no field ${id} in "${text(element)}"`);
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}
