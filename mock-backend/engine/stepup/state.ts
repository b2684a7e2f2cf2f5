/** Codes by which a user confirms one sensitive action, in the state of an account. @see domain.md ADM-8 */

/** The code that a user was sent last and has not typed yet. */
export interface AskedStepUp {
  /** What it confirms: one request, by its digest. */
  readonly mark: string;
  readonly code: string;
  readonly to: string;
  readonly at: number;
  /** Attempts left. */
  left: number;
}

export interface StepUps {
  /** By user. */
  asked: Record<string, AskedStepUp>;
  /** Codes sent on the last day on which any was, by user. */
  sends: Record<string, { day: string; count: number }>;
}

export const noStepUps = (): StepUps => ({ asked: {}, sends: {} });

/** Wrong codes until another one has to be sent. */
export const STEP_UP_ATTEMPTS = 5;

export type StepUpEvent =
  | {
      readonly type: 'stepup.asked';
      readonly user: string;
      readonly mark: string;
      /** Name of the command that it confirms, and what it is about. */
      readonly action: string;
      readonly target: string | null;
      readonly to: string;
      readonly code: string;
      readonly day: string;
    }
  | { readonly type: 'stepup.missed'; readonly user: string }
  | { readonly type: 'stepup.passed'; readonly user: string };

/** Folds an event into the slice, in place. */
export function applyStepUp(state: StepUps, event: StepUpEvent & { readonly at: number }): void {
  switch (event.type) {
    case 'stepup.asked': {
      const { user, mark, code, to, day, at } = event;
      const sends = state.sends[user];
      state.asked[user] = { mark, code, to, at, left: STEP_UP_ATTEMPTS };
      state.sends[user] = { day, count: sends?.day === day ? sends.count + 1 : 1 };
      return;
    }
    case 'stepup.missed': {
      const asked = state.asked[event.user];
      if (asked) asked.left -= 1;
      return;
    }
    case 'stepup.passed':
      delete state.asked[event.user];
  }
}
