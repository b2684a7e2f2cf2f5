import { html, nothing, type TemplateResult } from 'lit';
import { warning } from '../../ui/icons/icons.js';
import { button } from '../../ui/parts/button.js';
import { topNote } from '../../ui/parts/note.js';
import type { DetailWords } from './detail.messages.js';

export interface List {
  /** Rows with the headings of days. */
  readonly rows: number;
  /** Some of them could not be fetched. */
  readonly failed: boolean;
  readonly words: DetailWords;
  readonly retry: () => void;
  readonly keydown: (event: KeyboardEvent) => void;
  readonly focusin: (event: FocusEvent) => void;
}

/** The grid of events: its rows are drawn into `.block` by `VirtualRows`. */
export const listView = ({ rows, failed, words, retry, keydown, focusin }: List): TemplateResult => {
  const { t } = words;
  return html`${
      failed
        ? topNote('warn', warning, t('rowsFailed'), button(t('retry'), retry, { kind: 'quiet s' }), 'alert')
        : nothing
    }
    <p class="sec tight small onpaper">${t('paperRows')}</p>
    <p class="sr" id="keys">${t('listHint')}</p>
    <div
      class="events"
      part="events"
      role="grid"
      tabindex="-1"
      aria-readonly="true"
      aria-label=${t('list')}
      aria-describedby="keys"
      aria-rowcount=${rows + 1}
      aria-colcount="5"
      @keydown=${keydown}
      @focusin=${focusin}
    >
      <div class="sr" role="rowgroup">
        <div role="row" aria-rowindex="1">
          ${[t('time'), t('kind'), t('peer'), t('quantity'), t('amount')].map(
            (name) => html`<span role="columnheader">${name}</span>`,
          )}
        </div>
      </div>
      <div class="scroll" role="presentation">
        <div class="stick" aria-hidden="true"></div>
        <div class="sizer" role="presentation"><div class="block" role="rowgroup"></div></div>
      </div>
    </div>`;
};
