import type { LkError } from '../../api/errors.js';
import type { Money } from '../../money/format.js';
import type { CommandController } from '../../ui/controllers/command.js';
import type { WidgetHost } from '../../ui/controllers/host.js';
import type { LkServiceChangedEvent } from './services.events.js';
import type { Place } from './place.js';
import type { ServicesWords } from './texts.js';

/** What the parts of the widget need of it. */
export interface ServicesHost extends WidgetHost {
  readonly place: Place;
  /** Goes to another place, and tells the host of the page. */
  go(place: Place): void;
}

/** What every view of the widget gets. */
export interface ServicesView extends ServicesWords {
  readonly go: (place: Place) => void;
  /** Opens another section, about a number. */
  readonly open: (section: string, number: string) => void;
  readonly topUp: (amount: Money) => void;
  readonly describe: (error: LkError) => string;
  /** Whether the user may do it; `false` also while that is not known. */
  readonly may: (action: string) => boolean;
}

/** The account of the host; `null` while it is not known. */
export const accountOf = (host: WidgetHost): string | null => host.scoped.scope?.account ?? null;

/** Runs a command and tells the page when it is done. @returns Whether it is. */
export async function carryOut<I, O>(
  host: WidgetHost,
  command: CommandController<I, O>,
  input: I,
  done: (value: O) => LkServiceChangedEvent,
): Promise<O | undefined> {
  const value = await command.run(input);
  if (value !== undefined) host.dispatchEvent(done(value));
  return value;
}
