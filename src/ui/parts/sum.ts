import { html, nothing, type TemplateResult } from 'lit';

export interface Addend {
  /** Operator in the gutter: none for the first. */
  op?: '+' | '−' | '=' | '×';
  label: unknown;
  /** What `money()` or `charge()` made. */
  amount: unknown;
  /** A rule above, for a result. */
  total?: boolean;
  dim?: boolean;
}

/**
 * The written sum: addends in a column, the operator in a narrow gutter, a rule, the result. No total stands alone.
 * Styles: `sums`, `money`.
 *
 * @param plain - Without the gutter, where nothing is added up by an operator.
 */
export const sum = (addends: readonly (Addend | null | false)[], plain = false): TemplateResult =>
  html`<div class="calc ${plain ? 'noop' : ''}">
    ${addends.map((a) =>
      a
        ? html`<div class="${a.total ? 'eq' : ''} ${a.dim ? 'dim' : ''}">
            <span class="op" ?hidden=${plain}>${a.op}</span><span>${a.label}</span>${a.amount}
          </div>`
        : nothing,
    )}
  </div>`;
