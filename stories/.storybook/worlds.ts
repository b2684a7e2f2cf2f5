import type { Backend } from '../../mock-backend/adapters/backend.js';
import { createBackend } from '../../mock-backend/adapters/backend.js';
import { createBrowserBackend } from '../../mock-backend/adapters/browser.js';
import { makePdf } from '../../mock-backend/api/documents/pdf.browser.js';
import { OFFICE } from '../../src/testing/office.js';
import { bare, esim, longNames, office } from './office.js';

/** Worlds of mock-backend/scenarios/worlds and small ones of the stories' own, with what a designer finds in them. */
export const worlds = {
  demo: 'Demo: six numbers, three bills',
  office: 'Small office: two numbers, devices, a PBX',
  bare: 'Small office that has set up nothing',
  long: 'Small office with very long names',
  esim: 'Small office with eSIM',
  empty: 'Opened this morning',
  'first-of-month': 'First of the month, bill being made',
  blocked: 'Blocked, no money',
  negative: 'More credited than charged',
  huge: 'Sixty numbers, ten million',
  postpaid: 'Postpaid, overdue',
  years: 'Two years of bills',
} as const;
export type WorldName = keyof typeof worlds;

/** What is done in the office after its scenario, by the commands of the engine. */
const furnished = { office, bare, long: longNames, esim } as const;
const isFurnished = (name: WorldName): name is keyof typeof furnished => name in furnished;

/** Plays a world from its beginning; it stands still then, so that a picture of it is always the same. */
export async function openWorld(name: WorldName): Promise<Backend> {
  if (!isFurnished(name)) return createBrowserBackend(new URL(`worlds/${name}/world-${name}.json`, document.baseURI));
  const backend = await createBackend({ scenario: JSON.stringify(OFFICE), makePdf });
  await furnished[name]?.(backend.host.world);
  return backend;
}
