import { createBrowserBackend } from '../../mock-backend/adapters/browser.js';
import type { Backend } from '../../mock-backend/adapters/backend.js';
import type { FaultInput } from '../../mock-backend/api/faults.js';

/** Worlds of mock-backend/scenarios/worlds, with what a designer finds in them. */
export const worlds = {
  demo: 'Demo: six numbers, three bills',
  empty: 'Opened this morning',
  'first-of-month': 'First of the month, bill being made',
  blocked: 'Blocked, no money',
  negative: 'More credited than charged',
  huge: 'Sixty numbers, ten million',
  postpaid: 'Postpaid, overdue',
  years: 'Two years of bills',
} as const;
export type WorldName = keyof typeof worlds;

/** What goes wrong on purpose, by the name that the toolbar shows. */
export const faults = {
  none: 'Nothing wrong',
  slow: 'Answers after 3 s',
  never: 'Never answers',
  error: 'Server error',
  unavailable: 'Billing does not answer',
  offline: 'No network',
  forbidden: 'No right',
  unauthorized: 'Token refused',
  limited: 'Too many requests',
  stale: 'Old balance',
  unlocking: 'Lock still stands',
  'document-generating': 'Documents are being made',
  'document-failed': 'Documents could not be made',
} as const;
export type FaultName = keyof typeof faults;

/** What a story needs besides its element; the toolbar may replace the world and the fault. */
export interface Scene {
  world: WorldName;
  /** Who is signed in; `director` owns every account of every world. */
  user: string;
  fault: FaultName;
  /** Part of the API that the fault meets; all of it unless said. */
  route: string;
}

let playing: { key: string; backend: Promise<Backend> } | null = null;

/** The backend of the scene that is on screen: played once for a world, faults set anew for each story. */
export async function backendOf(scene: Scene, story: string): Promise<Backend> {
  const key = `${story} ${scene.world}`;
  if (playing?.key !== key) {
    await playing?.backend.then((backend) => backend.close()).catch(() => undefined);
    const address = new URL(`worlds/${scene.world}/world-${scene.world}.json`, document.baseURI);
    playing = { key, backend: createBrowserBackend(address) };
  }
  const backend = await playing.backend;
  backend.faults.clear();
  const fault = faultOf(scene);
  if (fault) backend.faults.add(fault);
  return backend;
}

function faultOf({ fault, route }: Scene): FaultInput | null {
  switch (fault) {
    case 'none':
      return null;
    case 'never':
      return { kind: 'slow', delay: 600_000, route };
    case 'slow':
      return { kind: 'slow', delay: 3000, route };
    default:
      return { kind: fault, route };
  }
}
