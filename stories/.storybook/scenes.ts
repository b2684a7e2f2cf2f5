import { createHandlers } from '../../mock-backend/adapters/msw.js';
import type { Backend } from '../../mock-backend/adapters/backend.js';
import type { FaultInput } from '../../mock-backend/api/faults.js';
import { createSession } from '../../src/core/session/session.js';
import type { LkSession } from '../../src/core/session/types.js';
import { openWorld, type WorldName } from './worlds.js';

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

export const usual: Scene = { world: 'demo', user: 'director', fault: 'none', route: '/v1/accounts/**' };

/** Parameters of a story that differs from the usual scene in something. */
export const scene = (part: Partial<Scene>): { parameters: { scene: Partial<Scene> } } => ({
  parameters: { scene: part },
});

interface Stage {
  readonly scene: string;
  readonly world: WorldName;
  readonly backend: Backend;
  readonly session: LkSession;
}

/** Scenes by the story that they are for: a page of documentation shows several at once. */
const stages = new Map<string, Stage>();
/** Scenes that are being set or are: a page of documentation shows its first story twice, and both are one. */
const opening = new Map<string, { readonly scene: string; readonly session: Promise<LkSession> }>();
/** Worlds that were begun, each played once for the page. */
const playing = new Map<WorldName, Promise<Backend>>();
/** Worlds that a story has changed: the next story finds them as they were. */
const changed = new Set<WorldName>();

/** Not `/api`: unbundled, the modules of src/api would be taken for requests. */
const PREFIX = '/backend';

/** Answers every request under `/backend/STORY` with the router of that story's scene. */
export const handlers = createHandlers(
  {
    fetch: async (request) => {
      const url = new URL(request.url);
      const [, story = '', ...path] = url.pathname.split('/');
      const stage = stages.get(story);
      if (!stage) return new Response(null, { status: 503 });
      url.pathname = `/${path.join('/')}`;
      // Also one whose answer is lost has changed the world.
      if (request.method !== 'GET') changed.add(stage.world);
      return stage.backend.app.fetch(new Request(url, request));
    },
  },
  PREFIX,
);

/**
 * Sets the scene of a story: its world, its faults, and a session of its user.
 *
 * @param story - Id of the story.
 * @param alone - It is the only one on screen: those before it are over.
 */
export function setScene(story: string, wanted: Scene, alone: boolean): Promise<LkSession> {
  const scene = JSON.stringify(wanted);
  const before = opening.get(story);
  if (before?.scene === scene) return before.session;
  for (const [id, { session }] of stages) {
    if (!alone && id !== story) continue;
    session.logout();
    stages.delete(id);
    opening.delete(id);
  }
  const session = openScene(story, scene, wanted);
  opening.set(story, { scene, session });
  // What could not be opened is tried again.
  session.catch(() => opening.delete(story));
  return session;
}

async function openScene(story: string, scene: string, wanted: Scene): Promise<LkSession> {
  const { world } = wanted;
  const backend = (await worldOf(world)).beside();
  const fault = faultOf(wanted);
  if (fault) backend.faults.add(fault);
  const session = createSession({
    apiUrl: new URL(`${PREFIX.slice(1)}/${story}`, document.baseURI),
    fetchToken: () => backend.token({ user: wanted.user }),
    logoutGroup: false,
    // The picture of a story must not change while it is looked at.
    live: false,
  });
  stages.set(story, { scene, world, backend, session });
  return session;
}

const stageOf = (story: string): Stage => {
  const stage = stages.get(story);
  if (!stage) throw new Error(`There is no stage for ${story}.`);
  return stage;
};

/** Something goes wrong from now on, when the data are there already. */
export function upset(story: string, fault: FaultInput): void {
  stageOf(story).backend.faults.add(fault);
  // Whoever waits for the story to be at rest is told not to.
  if (fault.kind === 'slow') document.querySelector('.stage')?.setAttribute('data-fault', 'slow');
}

/** Everything is asked for again and cannot be read: the last data stay. */
export function becomeStale(story: string): void {
  upset(story, { kind: 'error', route: 'GET /v1/accounts/**' });
  stageOf(story).session.resources.refreshAll();
}

/** What the buyer does on the provider's page. @param page - Its address. */
export async function onProvider(story: string, page: string, action: string): Promise<void> {
  const { backend, world } = stageOf(story);
  const { pathname } = new URL(page, document.baseURI);
  changed.add(world);
  await backend.app.request(`${pathname.slice(pathname.indexOf('/provider/'))}/${action}`, { method: 'POST' });
}

function worldOf(name: WorldName): Promise<Backend> {
  if (changed.delete(name)) playing.delete(name);
  const backend = playing.get(name) ?? openWorld(name);
  playing.set(name, backend);
  // A world that could not be opened (a file that did not come) is tried again by the next story.
  backend.catch(() => playing.delete(name));
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
