/**
 * Runs what is due of a world whose clock has moved: midnights and the close of months, a page of accounts at a time. After that it
 * forgets some of the answers by key that are old enough.
 */
import type { World } from '../world/world.js';

export interface Close {
  /** Something may be due. Says so and returns; what is due is run beside everything else. */
  kick(): void;
  /** Ends it when the page that is being run is done. */
  stop(): Promise<void>;
}

/** What a close works on, and whom it tells. */
export interface CloseParts {
  readonly id: string;
  readonly world: World;
  /** A page was run. */
  readonly onPage: () => void;
  /** It could not be; it is tried again with the next kick. */
  readonly onFailure: (error: unknown) => void;
}

export type MakeClose = (parts: CloseParts) => Close;

/** In this process: for stores that one process works on, or few. Whoever is first with a page has done it, the others look anew. */
export const closeInProcess: MakeClose = (parts) => closeByPages(parts, () => parts.world.runDue());

/**
 * Page after page as long as there are any.
 *
 * @param page - Runs one. @returns Whether there was any.
 */
export function closeByPages({ world, onPage, onFailure }: CloseParts, page: () => Promise<boolean>): Close {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const run = async (): Promise<void> => {
    while (again && !stopped) {
      again = false;
      while (!stopped && (await page())) {
        onPage();
        await breath();
      }
      if (!stopped) await world.forgetAnswers();
    }
  };
  return {
    kick: () => {
      again = true;
      running ??= run()
        .catch(onFailure)
        .finally(() => (running = null));
    },
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

/** Lets requests go first. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
