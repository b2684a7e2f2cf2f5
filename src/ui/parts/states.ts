import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icon.js';

/**
 * Nothing to show, and why: an icon, a heading, a sentence, one action, start-aligned. Styles: `states`.
 *
 * @param path - The icon; one that has a direction is drawn by `icon(path, 'flip')`.
 */
export const blank = (
  path: string | TemplateResult,
  heading: string,
  text: unknown,
  action: unknown = nothing,
  live = false,
): TemplateResult =>
  html`<div class="blank" role=${live ? 'status' : nothing}>
    ${typeof path === 'string' ? icon(path) : path}
    <h3>${heading}</h3>
    <p class="sub">${text}</p>
    ${action === nothing ? nothing : html`<div class="btns">${action}</div>`}
  </div>`;

/** One grey bar of a skeleton, as high as a line of its font. @param kind - `a` an amount, `l` long, `end` at the end of its line, `btn` a button. */
export const bone = (kind = ''): TemplateResult => html`<span class="sk ${kind}"></span>`;

/** A bar that takes the room of an amount with its smaller fraction. @param kind - `hero` or `total`. */
export const boneOfAmount = (kind: string): TemplateResult =>
  html`<span class="sk in ${kind}">&nbsp;<small>&nbsp;</small></span>`;

/**
 * A skeleton in the shape of a table: names at the start, amounts at the end, no digits. Styles: `states`, `ledger`.
 *
 * @param label - What is being loaded, for screen readers.
 */
export const skeletonRows = (rows: number, label: string): TemplateResult =>
  html`<div class="bones" aria-busy="true">
    <span class="sr" role="status">${label}</span>
    <table class="ledger" aria-hidden="true">
      <tbody>
        ${Array.from(
          { length: rows },
          (_, row) =>
            html`<tr>
              <td><span class="sk a"></span><span class="sk ${row % 2 ? '' : 'l'}"></span></td>
              <td class="r"><span class="sk a"></span></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
