import { html, nothing, type TemplateResult } from 'lit';
import type { LkError } from '../../../api/errors.js';
import { check, warning } from '../../../ui/icons/icons.js';
import { progress } from '../../../ui/parts/bar.js';
import { button } from '../../../ui/parts/button.js';
import { topNote } from '../../../ui/parts/note.js';
import type { ExportController } from '../export/export.js';
import type { MoreWords } from './more.messages.js';

/** How far the file is; it can be cancelled, and what became of it is said here. */
export const jobView = (
  { state, cancel, dismiss }: Pick<ExportController, 'state' | 'cancel' | 'dismiss'>,
  { t }: MoreWords,
  describe: (error: LkError) => string,
): TemplateResult | typeof nothing => {
  switch (state.is) {
    case 'idle':
      return nothing;
    case 'running': {
      // Until the user has confirmed it and it is known how much there is, the button alone says that something goes on.
      if (state.all === 0) return nothing;
      const label = t('exporting', { done: state.done, all: state.all });
      return html`<div class="sec tight sunk job noprint">
        <span class="small">${label}</span>
        ${progress(state.share, label)} ${button(t('cancel'), cancel, { kind: 'quiet s' })}
      </div>`;
    }
    case 'done':
      return topNote('ok', check, t('exported', { rows: t('events', { count: state.rows }) }), nothing, 'status');
    case 'failed':
      return topNote(
        'bad',
        warning,
        html`${t('exportFailed')}${state.error ? html`. ${describe(state.error)}` : nothing}`,
        button(t('collapse'), dismiss, { kind: 'quiet s' }),
        'alert',
      );
  }
};
