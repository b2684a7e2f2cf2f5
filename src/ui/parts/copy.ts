import type { TemplateResult } from 'lit';
import { copy } from '../icons/icons.js';
import { iconButton } from './button.js';

/**
 * Copies a text that has to be typed elsewhere. The element announces `copied` in a live region. Where the page may not write to
 * the clipboard nothing is announced: the text stands beside the button and can be selected.
 */
export const copyButton = (text: string, label: string, copied: () => void): TemplateResult =>
  iconButton(copy, label, () => {
    navigator.clipboard?.writeText(text).then(copied, () => undefined);
  });
