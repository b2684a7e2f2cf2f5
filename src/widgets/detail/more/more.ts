import type { TemplateResult } from 'lit';
import type { LkError } from '../../../api/errors.js';
import { languageOf } from '../../../i18n/locale.js';
import type { WidgetHost } from '../../../ui/controllers/host.js';
import { TextsController } from '../../../ui/controllers/texts.js';
import { adopt } from '../../../ui/styles/adopt.js';
import { bars } from '../../../ui/styles/bars.js';
import type { Filter, Granularity } from '../detail.filter.js';
import type { Explanation, UsageEvent, UsageGroups } from '../detail.query.js';
import { emptyView, noneView } from './empty.view.js';
import type { ExportController } from '../export/export.js';
import { groupsView } from './groups.view.js';
import { jobView } from './job.view.js';
import { messages, type MoreMessages, type MoreWords } from './more.messages.js';
import { moreStyles } from './more.styles.js';
import { periodView } from './period.view.js';
import { whyView } from './why.view.js';

type Host = WidgetHost & { readonly renderRoot: ParentNode };

/** What the first view of the detail does without: why an amount is what it is, sums by group, and the texts of all that comes late. */
export class More {
  readonly #host: Host;
  readonly #texts: TextsController<MoreMessages>;

  constructor(host: Host) {
    this.#host = host;
    this.#texts = new TextsController(host, messages);
    this.#texts.hostUpdate();
    adopt(host.renderRoot, [bars, moreStyles]);
  }

  /** `null` until the texts are here; the element is drawn again when they are. */
  get words(): MoreWords | null {
    const { ready, t, locale } = this.#texts;
    return ready ? { t, locale } : null;
  }

  /** Why an event costs what it costs. */
  why(event: UsageEvent, explanation: Explanation): TemplateResult | null {
    return this.words && whyView(event, explanation, this.words);
  }

  /** Fields of a period of one's own. @param today - Local day of the account; `null` until it is known. */
  period(filter: Filter, today: string | null, change: (change: Partial<Filter>) => void): TemplateResult | null {
    return this.words && periodView(filter, today, change, this.words);
  }

  /** Sums in place of events. */
  groups(
    groups: UsageGroups,
    by: Exclude<Granularity, 'EVENT'>,
    open: (change: Partial<Filter>) => void,
  ): TemplateResult | null {
    return this.words && groupsView(groups, by, this.words, open);
  }

  /** In place of events of which there are none. @param filter - `null`: months of which there are none. */
  empty(filter: Filter | null, change: (change: Partial<Filter>) => void): TemplateResult | null {
    return this.words && emptyView(filter, this.words, change);
  }

  /** In place of events that were not asked for. */
  none(filter: Filter, change: (change: Partial<Filter>) => void): TemplateResult | null {
    return this.words && noneView(filter, this.words, change);
  }

  /** How far a file is. */
  job(files: ExportController, describe: (error: LkError) => string): unknown {
    return this.words && jobView(files, this.words, describe);
  }

  /** The texts for what is not drawn. Rejects if they cannot be fetched. */
  async spoken(): Promise<MoreWords> {
    await messages.load(languageOf(this.#host.scoped.locale) ?? 'ru');
    this.#texts.hostUpdate();
    const { t, locale } = this.#texts;
    return { t, locale };
  }
}
